"""Every file of the site, from the catalogue."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from agendakit import exports
from agendakit.addresses import permanent_address
from agendakit.check import all_rules
from agendakit.exports.json import entry_data
from agendakit.extension import Export, collect
from agendakit.model import DIFFICULTIES, KINDS, Agenda, Concept, Project, summary_of
from agendakit.schemas import schema_texts
from agendakit.site import reference_view as reference
from agendakit.site.agenda_view import agenda_view
from agendakit.site.catalogue_view import catalogue_index, catalogue_view
from agendakit.site.concept_view import concept_view
from agendakit.site.home_view import home_view
from agendakit.site.place import place_at
from agendakit.site.project_view import project_view
from agendakit.site.reading import also_cited
from agendakit.site.repository import links_to
from agendakit.site.templating import page, render

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import PurePosixPath

    from agendakit.catalogue import Source
    from agendakit.document import Document
    from agendakit.site.place import Place, Site

ASSETS = "assets/agendakit"


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFile:
    """One file of the site.

    Attributes:
        path: Relative to the catalogue's folder; a Markdown file becomes a page.
        source: The entry's file, relative to the configuration's folder; `None` for what no author wrote.
        draft: Whether it is shown only while one writes.
        listed: Whether navigation may list it.
    """

    path: str
    content: str
    source: PurePosixPath | None = None
    draft: bool = False
    listed: bool = False


def build(site: Site) -> Iterator[SiteFile]:
    """All files, pages first; linear in the number of entries, apart from what readiness costs."""
    yield from _entries(site)
    yield _home(site)
    yield _catalogue(site)
    yield from _reference(site)
    yield from _data(site)
    yield from _redirects(site)
    yield from assets()


@cache
def assets() -> tuple[SiteFile, ...]:
    """Stylesheets and scripts."""
    folder = files("agendakit.site") / "assets"
    return tuple(
        SiteFile(path=f"{ASSETS}/{file.name}", content=file.read_text(encoding="utf-8"))
        for file in sorted(folder.iterdir(), key=lambda file: file.name)
    )


def _entries(site: Site) -> Iterator[SiteFile]:
    drafts = site.catalogue.drafts.values() if site.drafts else ()
    for source in (*site.catalogue.records.values(), *drafts):
        yield _entry(source, site)


def _entry(source: Source, site: Site) -> SiteFile:
    path = source.document.path
    place = place_at(site, site.address(source), path)
    entry = source.entry
    refs = [paper.ref for paper in entry.papers or ()]
    match entry:
        case Project():
            view: object = project_view(source, place)
            refs += [work.ref for work in entry.existing_work or ()]
        case Agenda():
            view = agenda_view(source, place)
        case Concept():
            view = concept_view(source, place)
    content = page(
        f"{source.kind}.html",
        title=entry.title,
        description=getattr(entry, "question", "") or summary_of(entry),
        view=view,
        edit=links_to(site.config.repository, path, source.id, entry.title),
        also_cited=lambda: also_cited(place, refs),
        listed={paper.citation.anchor for group in view.reading for paper in group.papers},
        **_words(place),
    )
    return SiteFile(path=_within(path, site), content=content, source=path, draft=source.id in site.catalogue.drafts)


def _home(site: Site) -> SiteFile:
    place = place_at(site, "")
    view = home_view(place)
    levels = [name.replace("-", " ") for name in DIFFICULTIES]
    content = page("home.html", title=view.title, description=site.config.name, view=view, levels=levels, **_words(place))
    source = next((one.path for one in site.catalogue.pages if _within(one.path, site) == "index.md"), None)
    return SiteFile(path="index.md", content=content, source=source, listed=True)


def _catalogue(site: Site) -> SiteFile:
    place = place_at(site, "catalogue/")
    content = page(
        "catalogue.html",
        title="Catalogue",
        description="Every project, agenda and concept",
        view=catalogue_view(place),
        **_words(place),
    )
    return SiteFile(path="catalogue.md", content=content, listed=True)


def _reference(site: Site) -> Iterator[SiteFile]:
    place = place_at(site, "contribute/")
    guides = [
        (_title(one), place.linker.file(f"{one.path.name}", one.path))
        for one in site.catalogue.pages
        if _within(one.path, site) != "index.md"
    ]
    data = {"guides": guides, "kinds": tuple(KINDS), "repository": site.config.repository}
    content = page("contribute.html", "Contribute", "How to write an entry", **data, **_words(place))
    yield SiteFile(path="contribute/index.md", content=content, listed=True)
    for kind in KINDS:
        place = place_at(site, f"contribute/fields/{kind}/")
        title = f"Fields of {'an' if kind == 'agenda' else 'a'} {kind}"
        content = page("fields.html", title, title, (), **reference.fields_data(kind), **_words(place))
        yield SiteFile(path=f"contribute/fields/{kind}.md", content=content, listed=True)
    place = place_at(site, "contribute/rules/")
    content = page("rules.html", "Rules", "What a check looks for", (), **reference.rules_data(), **_words(place))
    yield SiteFile(path="contribute/rules/index.md", content=content, listed=True)
    for rule in all_rules():
        place = place_at(site, f"contribute/rules/{rule.name}/")
        manual = reference.manual_of(rule, place)
        content = page("rule.html", rule.name, rule.title, rule=rule, manual=manual, **_words(place))
        yield SiteFile(path=f"contribute/rules/{rule.name}.md", content=content)


def _data(site: Site) -> Iterator[SiteFile]:
    catalogue, config, today = site.catalogue, site.config, site.today
    for export in collect(exports, Export):
        yield SiteFile(path=export.file_name, content=export.render(catalogue, config, today))
    for record in catalogue.records.values():
        data = json.dumps(entry_data(record, catalogue, config, today), ensure_ascii=False, indent=1)
        yield SiteFile(path=f"api/v1/entries/{record.id}.json", content=data + "\n")
    for name, text in schema_texts().items():
        yield SiteFile(path=f"schemas/{name}", content=text)
    yield SiteFile(path=f"{ASSETS}/index.json", content=catalogue_index(site))


def _redirects(site: Site) -> Iterator[SiteFile]:
    """Pages that lead to where an entry lies now: from its permanent address, and from those of its earlier ids."""
    for record in site.catalogue.records.values():
        address = site.address(record)
        folder = address.removesuffix(f"{record.id}/")
        old = (alias for alias, name in site.catalogue.aliases.items() if name == record.id)
        for place in (record.id, *old):
            yield _redirect(permanent_address(place), address, record.entry.title, site)
            if place != record.id and record.kind != "agenda":
                yield _redirect(f"{folder}{place}/", address, record.entry.title, site)


def _redirect(address: str, target: str, title: str, site: Site) -> SiteFile:
    link = place_at(site, address).linker.to(target)
    data = {"link": link, "title": title, "canonical": site.config.page_url(target)}
    return SiteFile(path=f"{address}index.html", content=render("redirect.html", data) + "\n")


def _words(place: Place) -> dict[str, object]:
    """What every template may call."""
    return {"text": place.text, "link": place.linker.to}


def _within(path: PurePosixPath, site: Site) -> str:
    return path.relative_to(site.catalogue.root).as_posix()


def _title(document: Document) -> str:
    headings = document.outline.headings
    return headings[0].title if headings else document.path.stem.replace("-", " ")

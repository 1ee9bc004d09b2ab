"""The pages for authors: an overview, the fields of each kind, the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.check import all_rules
from agendakit.model import KINDS
from agendakit.site.place import place_at
from agendakit.site.reference_view import fields_data, manual_of, rules_data
from agendakit.site.site_file import SiteFile
from agendakit.site.templating import page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.document import Document
    from agendakit.extension import Rule
    from agendakit.site.place import Site


def reference_pages(site: Site) -> Iterator[SiteFile]:
    """All pages below `contribute/`."""
    yield _overview(site)
    for kind in KINDS:
        yield _fields(kind, site)
    place = place_at(site, "contribute/rules/")
    data = {**rules_data(), **place.words()}
    content = page("rules.html", data, title="Rules", description="What a check looks for", hide=())
    yield SiteFile(path="contribute/rules/index.md", content=content, listed=True)
    for rule in all_rules():
        yield rule_page(rule, site)


def _overview(site: Site) -> SiteFile:
    place = place_at(site, "contribute/")
    guides = [
        (_title(one), place.linker.file(one.path.name, one.path))
        for one in site.catalogue.pages
        if site.within(one.path) != "index.md"
    ]
    data = {"guides": guides, "kinds": tuple(KINDS), "repository": site.config.repository, **place.words()}
    content = page("contribute.html", data, title="Contribute", description="How to write an entry", hide=())
    return SiteFile(path="contribute/index.md", content=content, listed=True)


def _fields(kind: str, site: Site) -> SiteFile:
    place = place_at(site, f"contribute/fields/{kind}/")
    title = f"Fields of {'an' if kind == 'agenda' else 'a'} {kind}"
    content = page("fields.html", {**fields_data(kind), **place.words()}, title=title, description=title, hide=())
    return SiteFile(path=f"contribute/fields/{kind}.md", content=content, listed=True)


def rule_page(rule: Rule, site: Site) -> SiteFile:
    """The manual page of a rule."""
    place = place_at(site, f"contribute/rules/{rule.name}/")
    data = {"rule": rule, "manual": manual_of(rule, place), **place.words()}
    content = page("rule.html", data, title=rule.name, description=rule.title)
    return SiteFile(path=f"contribute/rules/{rule.name}.md", content=content)


def _title(document: Document) -> str:
    headings = document.outline.headings
    return headings[0].title if headings else document.path.stem.replace("-", " ")

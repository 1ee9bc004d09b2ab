"""Files for programs and browsers: exports, one document an entry, schemas, redirects, stylesheets, scripts."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from agendakit import exports
from agendakit.addresses import permanent_address
from agendakit.exports.json import entry_data
from agendakit.extension import Export, collect
from agendakit.schemas import schema_texts
from agendakit.site.catalogue_view import card_pages, catalogue_index, words_index
from agendakit.site.place import place_at
from agendakit.site.site_file import SiteFile
from agendakit.site.templating import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.config import Config
    from agendakit.record import Record
    from agendakit.site.place import Site

ASSETS = "assets/agendakit"


def data_files(site: Site) -> Iterator[SiteFile]:
    """Everything that a program may want to read."""
    catalogue, config, today = site.catalogue, site.config, site.today
    for export in collect(exports, Export):
        yield SiteFile(path=export.file_name, content=export.render(catalogue, config, today))
    for record in catalogue.records.values():
        data = json.dumps(entry_data(record, catalogue, config, today), ensure_ascii=False, indent=1)
        yield SiteFile(path=f"api/v1/entries/{record.id}.json", content=data + "\n")
    for name, text in schema_texts().items():
        yield SiteFile(path=f"schemas/{name}", content=text)
    yield SiteFile(path=f"{ASSETS}/index.json", content=catalogue_index(site))
    yield SiteFile(path=f"{ASSETS}/words.json", content=words_index(site))
    for number, text in enumerate(card_pages(place_at(site, "catalogue/"))):
        yield SiteFile(path=f"{ASSETS}/cards/{number}.json", content=text)


def markdown_sources(site: Site) -> Iterator[SiteFile]:
    """Each entry as it is written, beside its page, for an engine that can publish Markdown as it is."""
    for record in site.catalogue.records.values():
        yield SiteFile(path=f"{site.address(record)}index.md", content=record.document.text, verbatim=True)


def redirects(site: Site) -> Iterator[SiteFile]:
    """Pages that lead to where an entry lies now: from its permanent address, and from those of its earlier ids."""
    aliases: dict[str, list[str]] = {}
    for alias, name in site.catalogue.aliases.items():
        aliases.setdefault(name, []).append(alias)
    for record in site.catalogue.records.values():
        yield _redirect(permanent_address(record.id), record, site)
        folder = site.address(record).removesuffix(f"{record.id}/")
        for alias in aliases.get(record.id, ()):
            yield _redirect(permanent_address(alias), record, site)
            yield _redirect(f"{folder}{alias}/", record, site)


@cache
def assets() -> tuple[SiteFile, ...]:
    """Stylesheets and scripts."""
    folder = files("agendakit.site") / "assets"
    return tuple(
        SiteFile(path=f"{ASSETS}/{file.name}", content=file.read_text(encoding="utf-8"))
        for file in sorted(folder.iterdir(), key=lambda file: file.name)
    )


def theme_values(config: Config) -> dict[str, object]:
    """What the theme's templates take from the catalogue's configuration."""
    return {
        "stylesheets": [file.path for file in assets() if file.path.endswith(".css")],
        "assets": ASSETS,
        "repository": config.repository,
        "licence": config.licence,
    }


def _redirect(address: str, record: Record, site: Site) -> SiteFile:
    target = site.address(record)
    data = {
        "root": "../" * address.count("/"),
        "link": place_at(site, address).linker.to(target),
        "title": record.entry.title,
        "canonical": site.config.page_url(target),
    }
    return SiteFile(path=f"{address}index.html", content=render("redirect.html", data) + "\n")

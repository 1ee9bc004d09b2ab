"""Files for programs and browsers: exports, one document an entry, schemas, redirects, stylesheets, scripts."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from agendakit import exports
from agendakit.addresses import permanent_address
from agendakit.exports.json import entry_text
from agendakit.extension import Export, collect
from agendakit.schemas import schema_texts
from agendakit.site.catalogue_data import card_pages, catalogue_graph, catalogue_index, search_files
from agendakit.site.place import place_at
from agendakit.site.site_file import SiteFile
from agendakit.site.templating import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.config import Config
    from agendakit.record import Record
    from agendakit.site.place import Site

ASSETS = "assets/agendakit"
STYLESHEET = f"{ASSETS}/agendakit.css"
"""What every generated page loads, unless an engine was not told of it."""
_SHORTENED = {
    "concepts/": ("catalogue/?kind=concept", "Concepts"),
    "id/": ("catalogue/", "Catalogue"),
    **{f"catalogue/{folder}/": ("catalogue/lists/", "Lists") for folder in ("difficulty", "effort", "tags")},
    "contribute/fields/": ("contribute/", "Contribute"),
}
"""Where the folders of generated pages lead, by their addresses."""


@cache
def published_exports() -> tuple[Export, ...]:
    """Formats of `export` that the site has a file of."""
    return tuple(export for export in collect(exports, Export) if export.file_name)


def data_files(site: Site) -> Iterator[SiteFile]:
    """What a program may want to read of all entries together."""
    catalogue, config, today = site.catalogue, site.config, site.today
    for export in published_exports():
        yield SiteFile(path=export.file_name, content=export.render(catalogue, config, today))
    for name, text in schema_texts().items():
        yield SiteFile(path=f"schemas/{name}", content=text)
    yield SiteFile(path=f"{ASSETS}/index.json", content=catalogue_index(site))
    yield SiteFile(path=f"{ASSETS}/graph.json", content=catalogue_graph(site))
    for path, text in search_files(site):
        yield SiteFile(path=f"{ASSETS}/{path}", content=text)
    for number, text in enumerate(card_pages(place_at(site, "catalogue/"))):
        yield SiteFile(path=f"{ASSETS}/cards/{number}.json", content=text)


def entry_datum(record: Record, site: Site) -> SiteFile:
    """One entry for programs."""
    text = entry_text(record, site.catalogue, site.config, site.today)
    return SiteFile(path=datum_path(record.id), content=f"{text}\n")


def datum_path(name: str) -> str:
    """Where the file of one entry for programs lies."""
    return f"api/v1/entries/{name}.json"


def markdown_sources(site: Site) -> Iterator[SiteFile]:
    """Each entry as it is written, beside its page, for an engine that can publish Markdown as it is."""
    for record in site.catalogue.records.values():
        yield markdown_source(record, site)


def markdown_source(record: Record, site: Site) -> SiteFile:
    """One entry as it is written."""
    return SiteFile(path=f"{site.address(record)}index.md", content=record.document.text, verbatim=True)


def redirects(site: Site) -> Iterator[SiteFile]:
    """Pages that lead to where an entry lies now: from its permanent address, and from those of its earlier ids."""
    aliases: dict[str, list[str]] = {}
    for alias, name in site.catalogue.aliases.items():
        aliases.setdefault(name, []).append(alias)
    for record in site.catalogue.records.values():
        yield redirect(permanent_address(record.id), record, site)
        folder = site.address(record).removesuffix(f"{record.id}/")
        for alias in aliases.get(record.id, ()):
            yield redirect(permanent_address(alias), record, site)
            yield redirect(f"{folder}{alias}/", record, site)


def shortened(site: Site) -> Iterator[SiteFile]:
    """Pages at addresses that a visitor gets by shortening another one; an author's own page comes first."""
    taken = {site.within(page.path) for page in site.catalogue.pages}
    for address, (target, title) in _SHORTENED.items():
        if not {f"{address}index.md", f"{address.removesuffix('/')}.md"} & taken:
            yield _leading(address, target, title, site)


@cache
def assets() -> tuple[SiteFile, ...]:
    """Scripts, and all stylesheets as one: each page asks for one file instead of a dozen."""
    folder = files("agendakit.site") / "assets"
    texts = {
        file.name: file.read_text(encoding="utf-8") for file in sorted(folder.iterdir(), key=lambda file: file.name)
    }
    style = "\n".join(text for name, text in texts.items() if name.endswith(".css"))
    scripts = (SiteFile(path=f"{ASSETS}/{name}", content=texts[name]) for name in texts if not name.endswith(".css"))
    return (SiteFile(path=STYLESHEET, content=style), *scripts)


def theme_values(config: Config) -> dict[str, object]:
    """What the theme's templates take from the catalogue's configuration."""
    return {
        "stylesheet": STYLESHEET,
        "assets": ASSETS,
        "repository": config.repository,
        "licence": config.licence,
    }


def redirect(address: str, record: Record, site: Site) -> SiteFile:
    """A page at an address that leads to an entry's own."""
    return _leading(address, site.address(record), record.entry.title, site)


def _leading(address: str, target: str, title: str, site: Site) -> SiteFile:
    data = {
        "root": "../" * address.count("/"),
        "link": place_at(site, address).linker.to(target),
        "title": title,
        "canonical": site.config.page_url(target),
    }
    return SiteFile(path=f"{address}index.html", content=render("redirect.html", data) + "\n")

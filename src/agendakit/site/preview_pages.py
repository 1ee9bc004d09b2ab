"""The files of a preview: all of the site, or only the entries that were chosen and what they need."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from agendakit.addresses import permanent_address
from agendakit.check import all_rules
from agendakit.site.catalogue_data import catalogue_graph, catalogue_index
from agendakit.site.data_files import ASSETS, assets, entry_datum, markdown_source, published_exports, redirect
from agendakit.site.entry_pages import entry_page
from agendakit.site.pages import build, home_page
from agendakit.site.preview_reject import reject_page
from agendakit.site.reference_pages import rule_page
from agendakit.site.site_file import SiteFile

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import PurePosixPath

    from agendakit.catalogue import Source
    from agendakit.extension import Outcome
    from agendakit.site.place import Site

STYLESHEET = f"{ASSETS}/preview.css"


def preview_files(
    site: Site, found: Mapping[PurePosixPath, Outcome], shown: Collection[PurePosixPath] | None
) -> Iterator[SiteFile]:
    """All files, the ones that give way to others of the same path first.

    Args:
        site: With drafts.
        found: What `check` says of each file of which it says something.
        shown: Paths of the entries to show; `None` shows all.
    """
    for reject in (*site.catalogue.doubles, *site.catalogue.rejects):
        path = reject.document.path
        if path in found and (shown is None or path in shown):
            yield reject_page(reject, found[path], site)
    yield from build(site) if shown is None else _some(site, found, shown)
    style = (files("agendakit.site") / "preview.css").read_text(encoding="utf-8")
    yield SiteFile(path=STYLESHEET, content=style)


def preview_sources(site: Site, shown: Collection[PurePosixPath] | None) -> Iterator[SiteFile]:
    """The Markdown of each entry that is shown."""
    for record in site.catalogue.records.values():
        if shown is None or record.document.path in shown:
            yield markdown_source(record, site)


def datum(path: str, site: Site) -> str | None:
    """A file for programs that a preview makes when it is asked for; `None` for another path."""
    for export in published_exports():
        if export.file_name == path:
            return export.render(site.catalogue, site.config, site.today)
    for record in site.catalogue.records.values():
        if path == f"api/v1/entries/{record.id}.json":
            return entry_datum(record, site).content
    loaded = {f"{ASSETS}/index.json": catalogue_index, f"{ASSETS}/graph.json": catalogue_graph}
    return loaded[path](site) if path in loaded else None


def _some(site: Site, found: Mapping[PurePosixPath, Outcome], shown: Collection[PurePosixPath]) -> Iterator[SiteFile]:
    catalogue = site.catalogue
    every: tuple[Source, ...] = (*catalogue.records.values(), *catalogue.drafts.values())
    for source in every:
        if source.document.path in shown:
            yield entry_page(source, site)
    yield home_page(site)
    for record in catalogue.records.values():
        if record.document.path in shown:
            yield entry_datum(record, site)
            yield redirect(permanent_address(record.id), record, site)
    broken = {one.rule for path in shown if path in found for one in found[path].diagnostics}
    for rule in all_rules():
        if rule.name in broken:
            yield rule_page(rule, site)
    yield from assets()

"""What a built site holds, whichever engine built it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import PurePosixPath
from posixpath import normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from agendakit.site.data_files import ASSETS, datum_path
from agendakit.site.pages import beside_entries

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from agendakit.site.place import Site
    from agendakit.site.site_file import SiteFile

BODY = '<div class="ak">'
"""What every generated page holds, unless an engine took its HTML for text."""


class Sort(Enum):
    """What a file of the site is to its readers; the value names it."""

    PAGE = "page"
    REDIRECT = "redirect"
    ASSET = "asset"
    DATUM = "datum"
    FILE = "file that an entry links to"


@dataclass(frozen=True, slots=True)
class Promise:
    """A file of the built site, by its path in it."""

    path: str
    sort: Sort


def promises(site: Site) -> Iterator[Promise]:
    """Every page, redirect, asset and datum of the site, and the files that its entries link to."""
    for record in site.catalogue.records.values():
        yield Promise(page_path(site.within(record.document.path)), Sort.PAGE)
        yield Promise(datum_path(record.id), Sort.DATUM)
    for file in beside_entries(site):
        yield _promise(file)
    if site.config.bibliography in site.catalogue.files:
        yield Promise(site.within(site.config.bibliography), Sort.DATUM)
    for path in sorted(_linked(site)):
        yield Promise(site.within(path), Sort.FILE)


def sources_of_pages(site: Site) -> Mapping[str, PurePosixPath]:
    """Files that authors wrote, by the path of the page that each becomes."""
    catalogue = site.catalogue
    paths = (*(one.document.path for one in catalogue.records.values()), *(page.path for page in catalogue.pages))
    return {page_path(site.within(path)): path for path in paths}


def page_path(source: str) -> str:
    """Path of the page that a Markdown file becomes, as all engines lay it out where a page is a folder."""
    stem = source.removesuffix(".md")
    return f"{stem}.html" if PurePosixPath(stem).name == "index" else f"{stem}/index.html"


def _promise(file: SiteFile) -> Promise:
    if file.path.endswith(".md"):
        return Promise(page_path(file.path), Sort.PAGE)
    if file.path.startswith(f"{ASSETS}/"):
        return Promise(file.path, Sort.ASSET)
    return Promise(file.path, Sort.REDIRECT if file.path.endswith(".html") else Sort.DATUM)


def _linked(site: Site) -> set[PurePosixPath]:
    """Files, such as images, that the prose of published entries names."""
    found: set[PurePosixPath] = set()
    for record in site.catalogue.records.values():
        for link in record.document.outline.links:
            path = unquote(link.target.partition("#")[0].partition("?")[0])
            found.add(PurePosixPath(normpath((record.document.path.parent / path).as_posix())))
    return {path for path in found & site.catalogue.files if path.suffix != ".md"}

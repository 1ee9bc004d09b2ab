"""Every file of the site, from the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.model import DIFFICULTIES
from agendakit.site.catalogue_view import catalogue_view
from agendakit.site.data_files import assets, data_files, entry_datum, redirects, shortened
from agendakit.site.entry_pages import entry_page
from agendakit.site.home_view import home_view
from agendakit.site.know_view import know_view
from agendakit.site.list_pages import list_pages
from agendakit.site.overview_pages import overview_pages
from agendakit.site.place import place_at
from agendakit.site.reference_pages import reference_pages
from agendakit.site.site_file import SiteFile
from agendakit.site.templating import page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.site.place import Site


def build(site: Site) -> Iterator[SiteFile]:
    """All files, pages first; linear in the number of entries, apart from what readiness costs."""
    for source in (*site.catalogue.records.values(), *(site.catalogue.drafts.values() if site.drafts else ())):
        yield entry_page(source, site)
    for record in site.catalogue.records.values():
        yield entry_datum(record, site)
    yield from beside_entries(site)


def beside_entries(site: Site) -> Iterator[SiteFile]:
    """All files but the page and the datum of each entry, which cost most."""
    yield home_page(site)
    yield _catalogue(site)
    yield from list_pages(site)
    yield _know(site)
    yield from overview_pages(site)
    yield from reference_pages(site)
    yield from data_files(site)
    yield from redirects(site)
    yield from shortened(site)
    yield from assets()


def home_page(site: Site) -> SiteFile:
    """The first page."""
    place = place_at(site, "")
    view = home_view(place)
    levels = [name.replace("-", " ") for name in DIFFICULTIES]
    data = {"view": view, "levels": levels, **place.words()}
    content = page("home.html", data, title=view.title, description=site.config.name)
    introductions = (one.path for one in site.catalogue.pages if site.within(one.path) == "index.md")
    return SiteFile(path="index.md", content=content, source=next(introductions, None), listed=True)


def _catalogue(site: Site) -> SiteFile:
    place = place_at(site, "catalogue/")
    data = {"view": catalogue_view(place), **place.words()}
    content = page("catalogue.html", data, title="Catalogue", description="Every project, agenda and concept")
    return SiteFile(path="catalogue.md", content=content, listed=True)


def _know(site: Site) -> SiteFile:
    place = place_at(site, "know/")
    data = {"view": know_view(place), **place.words()}
    content = page("know.html", data, title="What I know", description="What you can start from what you know")
    return SiteFile(path="know.md", content=content, listed=True)

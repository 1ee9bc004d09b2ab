"""The pages that look at the whole catalogue: papers, people, maps, health, data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.model import DIFFICULTIES, Agenda
from agendakit.schemas import SCHEMA_VERSION
from agendakit.site.data_view import data_view, dataset
from agendakit.site.health_view import health_view
from agendakit.site.map_view import map_address, map_links, map_of, overview, projects_of
from agendakit.site.paper_pages import paper_pages
from agendakit.site.people_view import people_view
from agendakit.site.place import place_at
from agendakit.site.site_file import SiteFile
from agendakit.site.templating import page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from agendakit.site.place import Place, Site


def overview_pages(site: Site) -> Iterator[SiteFile]:
    """All of them."""
    yield from paper_pages(site)
    place = place_at(site, "people/")
    yield _page("people", "People", "Who did what here", {"view": people_view(place)}, place)
    place = place_at(site, "health/")
    levels = [name.replace("-", " ") for name in DIFFICULTIES]
    yield _page("health", "Health", "What needs a look", {"view": health_view(place), "levels": levels}, place)
    place = place_at(site, "data/")
    config = site.config
    data: dict[str, object] = {
        "view": data_view(place),
        "version": SCHEMA_VERSION,
        "licence": config.licence,
        "repository": config.repository,
        "linked_data": lambda *_: dataset(place),
    }
    yield _page("data", "Data", "The catalogue for programs", data, place)
    yield from _maps(site)


def _maps(site: Site) -> Iterator[SiteFile]:
    place = place_at(site, "map/")
    data = {"view": overview(place), "maps": map_links(place), "agenda": ""}
    yield _page("map", "Map", "What one learns before what", data, place)
    for record in site.catalogue.of_kind(Agenda):
        place = place_at(site, map_address(record.id))
        if not projects_of(record.id, place):
            continue
        data = {"view": map_of(record.id, place), "maps": (), "agenda": place.linker.to(site.address(record))}
        title = f"Map: {record.entry.title}"
        content = page("map.html", {**data, **place.words()}, title=title, description=title)
        yield SiteFile(path=f"map/{record.id}.md", content=content)


def _page(name: str, title: str, description: str, data: Mapping[str, object], place: Place) -> SiteFile:
    content = page(f"{name}.html", {**place.words(), **data}, title=title, description=description)
    return SiteFile(path=f"{name}.md", content=content, listed=name not in ("people", "health"))

"""Lists that need no script: all entries, by difficulty, by effort, by tag, page after page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit.model import DIFFICULTIES, Agenda, Project, band_of
from agendakit.site.catalogue_view import ordered
from agendakit.site.glances import TIME_WORDS, fitting
from agendakit.site.place import place_at
from agendakit.site.site_file import SiteFile
from agendakit.site.templating import page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from agendakit.record import Record
    from agendakit.site.place import Site

LISTS = "catalogue/lists/"
PAGE = 100
"""How many entries one page of a list holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Entries that have something in common.

    Attributes:
        group: What the list is one of, such as ``By difficulty``.
        address: Of its first page.
    """

    group: str
    title: str
    address: str
    records: tuple[Record, ...]


def list_pages(site: Site) -> Iterator[SiteFile]:
    """An overview of the lists, and the pages of each."""
    found = tuple(listings(site))
    yield _overview(found, site)
    for listing in found:
        yield from _pages(listing, site)


def listings(site: Site) -> Iterator[Listing]:
    """Lists that are not empty; agendas list their projects on their own pages."""
    every = ordered(site.catalogue)
    records = tuple(record for record in every if record.entry.stage != "retired")
    retired = tuple(record for record in every if record.entry.stage == "retired")
    if records:
        yield Listing(group="All", title="All entries", address="catalogue/all/", records=records)
    yield from _of_projects(records)
    tagged: dict[str, list[Record]] = {}
    for record in records:
        for tag in record.entry.tags:
            tagged.setdefault(tag, []).append(record)
    for tag, those in sorted(tagged.items()):
        yield Listing(group="By tag", title=f"Tag: {tag}", address=f"catalogue/tags/{tag}/", records=tuple(those))
    if retired:
        yield Listing(group="Retired", title="Retired entries", address="catalogue/retired/", records=retired)


def _of_projects(records: Iterable[Record]) -> Iterator[Listing]:
    """Projects by difficulty, and by the time one has: the same groups as those of the catalogue page's facets."""
    projects = [(record, record.entry) for record in records if isinstance(record.entry, Project)]
    levels = {name: name.replace("-", " ") for name in DIFFICULTIES}
    groups: tuple[tuple[str, str, Mapping[str, str], Callable[[Project], tuple[str, ...]]], ...] = (
        ("difficulty", "difficulty", levels, lambda project: (project.difficulty,)),
        ("effort", "the time one has", TIME_WORDS, lambda project: fitting(band_of(project.effort))),
    )
    for field, said, words, values in groups:
        for name, title in words.items():
            chosen = tuple(record for record, project in projects if name in values(project))
            if chosen:
                address = f"catalogue/{field}/{name}/"
                group = f"Projects by {said}"
                yield Listing(group=group, title=f"Projects: {title}", address=address, records=chosen)


def _overview(found: tuple[Listing, ...], site: Site) -> SiteFile:
    place = place_at(site, LISTS)
    groups: dict[str, list[tuple[str, str, int]]] = {}
    for one in found:
        title = one.title.partition(": ")[2] or one.title
        groups.setdefault(one.group, []).append((title, place.linker.to(one.address), len(one.records)))
    if agendas := [record for record in site.catalogue.of_kind(Agenda) if record.entry.stage != "retired"]:
        groups["Projects by agenda"] = [
            (one.entry.title, place.linker.to(site.address(one)), _members(one, site)) for one in agendas
        ]
    content = page(
        "lists.html", {"groups": groups, **place.words()}, title="Lists", description="Entries as plain lists"
    )
    return SiteFile(path="catalogue/lists.md", content=content)


def _members(agenda: Record, site: Site) -> int:
    return sum(one.entry.stage != "retired" for one in site.members.get(agenda.id, ()))


def _pages(listing: Listing, site: Site) -> Iterator[SiteFile]:
    last = (len(listing.records) + PAGE - 1) // PAGE
    for number in range(1, last + 1):
        address = listing.address if number == 1 else f"{listing.address}{number}/"
        place = place_at(site, address)
        near = {
            words: place.linker.to(listing.address if one == 1 else f"{listing.address}{one}/")
            for words, one in (("before", number - 1), ("next", number + 1))
            if 1 <= one <= last
        }
        records = listing.records[(number - 1) * PAGE : number * PAGE]
        data = {
            "listing": listing,
            "cards": [place.card(record) for record in records],
            "number": number,
            "last": last,
            "near": near,
            **place.words(),
        }
        title = listing.title if number == 1 else f"{listing.title}, page {number}"
        content = page("list.html", data, title=title, description=title)
        yield SiteFile(path=f"{address.removesuffix('/')}.md", content=content)

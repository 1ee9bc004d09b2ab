"""Lists that need no script: all entries, by difficulty, by effort, by tag, page after page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit.model import BANDS, DIFFICULTIES, Agenda, Project, band_of
from agendakit.site.catalogue_view import PAGE, ordered
from agendakit.site.glances import BAND_WORDS
from agendakit.site.place import place_at
from agendakit.site.site_file import SiteFile
from agendakit.site.templating import page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.record import Record
    from agendakit.site.place import Site

LISTS = "catalogue/lists/"


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
    records = [record for record in ordered(site) if record.entry.stage != "retired"]
    if records:
        yield Listing(group="All", title="All entries", address="catalogue/all/", records=tuple(records))
    projects = [record for record in records if isinstance(record.entry, Project)]
    for group, names, words in (
        ("difficulty", DIFFICULTIES, {name: name.replace("-", " ") for name in DIFFICULTIES}),
        ("effort", BANDS, BAND_WORDS),
    ):
        for name in names:
            chosen = tuple(record for record in projects if _value(record, group) == name)
            if chosen:
                address = f"catalogue/{group}/{name}/"
                yield Listing(
                    group=f"Projects by {group}", title=f"Projects: {words[name]}", address=address, records=chosen
                )
    tagged: dict[str, list[Record]] = {}
    for record in records:
        for tag in record.entry.tags:
            tagged.setdefault(tag, []).append(record)
    for tag, those in sorted(tagged.items()):
        yield Listing(group="By tag", title=f"Tag: {tag}", address=f"catalogue/tags/{tag}/", records=tuple(those))


def _value(record: Record, group: str) -> str:
    assert isinstance(record.entry, Project)
    return band_of(record.entry.effort) if group == "effort" else record.entry.difficulty


def _overview(found: tuple[Listing, ...], site: Site) -> SiteFile:
    place = place_at(site, LISTS)
    groups: dict[str, list[tuple[str, str, int]]] = {}
    for one in found:
        title = one.title.partition(": ")[2] or one.title
        groups.setdefault(one.group, []).append((title, place.linker.to(one.address), len(one.records)))
    if agendas := [record for record in site.catalogue.of_kind(Agenda) if record.entry.stage != "retired"]:
        groups["Projects by agenda"] = [
            (one.entry.title, place.linker.to(site.address(one)), len(site.members.get(one.id, ()))) for one in agendas
        ]
    content = page(
        "lists.html", {"groups": groups, **place.words()}, title="Lists", description="Entries as plain lists"
    )
    return SiteFile(path="catalogue/lists.md", content=content)


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

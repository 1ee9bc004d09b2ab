"""What the catalogue page shows: every entry as a card, and the facets."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit.model import DIFFICULTIES, Project, hours_of
from agendakit.readiness import ready_hours
from agendakit.site.facet_view import as_data
from agendakit.site.facets import facets
from agendakit.site.search_index import search_index
from agendakit.site.templating import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.record import Record
    from agendakit.site.facet_view import FacetView
    from agendakit.site.place import Card, Place, Site

PAGE = 100
"""How many entries one page of a list holds; the rest are fetched, or stand on further pages."""
_KINDS = ("project", "agenda", "concept")
_HEADINGS = {"project": "Projects", "agenda": "Agendas", "concept": "Concepts", "retired": "Retired"}


@dataclass(frozen=True, slots=True)
class Numbered:
    """A card with its number in the index."""

    number: int
    card: Card


@dataclass(frozen=True, slots=True)
class Shelf:
    """Cards below one heading.

    Attributes:
        start: Number of its first entry.
        cards: Those of them that stand in the page.
    """

    title: str
    start: int
    cards: tuple[Numbered, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueView:
    """What the catalogue page shows.

    Attributes:
        more: How many entries have no card in the page.
    """

    shelves: tuple[Shelf, ...]
    more: int
    facets: tuple[FacetView, ...]
    count: int
    projects: int
    agendas: int
    retired: int


def ordered(site: Site) -> tuple[Record, ...]:
    """Every published entry in the order of the list: projects from the easiest, agendas, concepts; retired last."""
    return tuple(sorted(site.catalogue.records.values(), key=_rank))


def catalogue_view(place: Place) -> CatalogueView:
    """Take out of the catalogue what the page of all entries shows."""
    records = ordered(place.site)
    shelves: dict[str, tuple[int, list[Numbered]]] = {}
    for number, record in enumerate(records):
        shelf = "retired" if record.entry.stage == "retired" else record.kind
        _, cards = shelves.setdefault(shelf, (number, []))
        if number < PAGE:
            cards.append(Numbered(number, place.card(record)))
    return CatalogueView(
        shelves=tuple(Shelf(_HEADINGS[name], start, tuple(cards)) for name, (start, cards) in shelves.items()),
        more=max(len(records) - PAGE, 0),
        facets=facets(records, place.site),
        count=len(records),
        projects=sum(record.kind == "project" for record in records),
        agendas=sum(record.kind == "agenda" for record in records),
        retired=sum(record.entry.stage == "retired" for record in records),
    )


def catalogue_index(site: Site) -> str:
    """What the browser filters, sorts and searches by; numbers are those of `ordered`."""
    records = ordered(site)
    numbers = {record.id: number for number, record in enumerate(records)}
    graph = site.catalogue.graph
    document = {
        "version": 1,
        "ids": [record.id for record in records],
        "titles": [record.entry.title for record in records],
        "retired": [number for number, record in enumerate(records) if record.entry.stage == "retired"],
        "created": [record.entry.created for record in records],
        "hours": [_hours(record) for record in records],
        "ready": [ready_hours(site.catalogue, record.id, site.config.assumes) for record in records],
        "needs": [[numbers[name] for name in graph.get(record.id, ())] for record in records],
        "assumes": [numbers[name] for name in site.config.assumes if name in numbers],
        "facets": as_data(facets(records, site)),
        "page": PAGE,
    }
    return _compact(document)


def words_index(site: Site) -> str:
    """What the browser searches in; numbers are those of `ordered`."""
    return _compact(search_index(ordered(site), site))


def card_pages(place: Place) -> Iterator[str]:
    """The cards of all entries as HTML, `PAGE` of them in each document."""
    records = ordered(place.site)
    for start in range(0, len(records), PAGE):
        cards = (place.card(record) for record in records[start : start + PAGE])
        yield _compact([[one.kind, " ".join(render("card.html", {"one": one}).split())] for one in cards])


def _compact(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _rank(record: Record) -> tuple[bool, int, int, float, str]:
    entry = record.entry
    retired, kind = entry.stage == "retired", _KINDS.index(record.kind)
    if isinstance(entry, Project):
        return retired, kind, DIFFICULTIES.index(entry.difficulty), hours_of(entry.effort)[1], record.id
    return retired, kind, 0, 0.0, entry.title.casefold()


def _hours(record: Record) -> float:
    entry = record.entry
    if isinstance(entry, Project):
        return hours_of(entry.effort)[1]
    return getattr(entry, "hours", 0.0) or 0.0

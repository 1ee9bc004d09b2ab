"""What the catalogue page shows: every entry as a card, and the facets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit.model import DIFFICULTIES, Project, hours_of
from agendakit.site.facets import facets

if TYPE_CHECKING:
    from agendakit.catalogue import Catalogue
    from agendakit.record import Record
    from agendakit.site.facet_view import FacetView
    from agendakit.site.place import Card, Place

FIRST = 30
"""How many cards the page shows at first; the others are fetched when they are to be shown."""
_FIRST_VALUES = 10
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
        first_values: How many values of a facet stand in the page; a script adds the others when they are asked for.
        count: How many entries are shown by default, without the retired ones; `projects` and `agendas` likewise.
    """

    shelves: tuple[Shelf, ...]
    more: int
    facets: tuple[FacetView, ...]
    first_values: int
    count: int
    projects: int
    agendas: int
    retired: int


def ordered(catalogue: Catalogue) -> tuple[Record, ...]:
    """Every published entry in the order of the list: projects from the easiest, agendas, concepts; retired last."""
    return tuple(sorted(catalogue.records.values(), key=_rank))


def catalogue_view(place: Place) -> CatalogueView:
    """Take out of the catalogue what the page of all entries shows."""
    records = ordered(place.site.catalogue)
    shelves: dict[str, tuple[int, list[Numbered]]] = {}
    for number, record in enumerate(records):
        shelf = "retired" if record.entry.stage == "retired" else record.kind
        _, cards = shelves.setdefault(shelf, (number, []))
        if number < FIRST and shelf != "retired":
            cards.append(Numbered(number, place.card(record)))
    current = [record for record in records if record.entry.stage != "retired"]
    return CatalogueView(
        shelves=tuple(Shelf(_HEADINGS[name], start, tuple(cards)) for name, (start, cards) in shelves.items()),
        more=max(len(current) - FIRST, 0),
        facets=facets(records, place.site),
        first_values=_FIRST_VALUES,
        count=len(current),
        projects=sum(record.kind == "project" for record in current),
        agendas=sum(record.kind == "agenda" for record in current),
        retired=len(records) - len(current),
    )


def _rank(record: Record) -> tuple[bool, int, int, float, str]:
    entry = record.entry
    retired, kind = entry.stage == "retired", _KINDS.index(record.kind)
    if isinstance(entry, Project):
        return retired, kind, DIFFICULTIES.index(entry.difficulty), hours_of(entry.effort)[1], record.id
    return retired, kind, 0, 0.0, entry.title.casefold()

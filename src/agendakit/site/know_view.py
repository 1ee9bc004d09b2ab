"""What the page "What I know" shows: concepts by area, in the order in which they can be learned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit import graph as graphs
from agendakit.model import Agenda, Concept, Project
from agendakit.readiness import needs

if TYPE_CHECKING:
    from agendakit.catalogue import Catalogue
    from agendakit.record import Record
    from agendakit.site.place import Card, Place

_SHARED_BY = 3


@dataclass(frozen=True, slots=True)
class Area:
    """Concepts that the projects of one agenda need, or of many."""

    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnowView:
    """What the page shows.

    Attributes:
        assumed: Titles of what every reader is taken to know.
    """

    areas: tuple[Area, ...]
    assumed: tuple[str, ...]


def know_view(place: Place) -> KnowView:
    """Take out of the catalogue what the page shows."""
    catalogue, assumes = place.site.catalogue, place.site.config.assumes
    wanted = _wanted_by(catalogue)
    areas: dict[str, list[Record]] = {}
    for name in graphs.order(catalogue.graph):
        record = catalogue.records[name]
        if isinstance(record.entry, Concept) and name not in assumes and record.entry.stage != "retired":
            areas.setdefault(_area(wanted.get(name, ())), []).append(record)
    titles = {record.id: record.entry.title for record in catalogue.of_kind(Agenda)}
    ordered = ["many", *(name for name in titles if name in areas), "none"]
    words = {"many": "Needed in many agendas", "none": "Not needed by a project yet", **titles}
    return KnowView(
        areas=tuple(
            Area(words[name], tuple(place.card(record) for record in areas[name])) for name in ordered if name in areas
        ),
        assumed=tuple(catalogue.records[name].entry.title for name in assumes if name in catalogue.records),
    )


def _wanted_by(catalogue: Catalogue) -> dict[str, list[str]]:
    """Agendas whose projects need a concept, in the order of their paths."""
    found: dict[str, list[str]] = {}
    for record in catalogue.of_kind(Project):
        agenda = catalogue.agenda_of.get(record.id)
        for name in needs(catalogue, record.id).before:
            agendas = found.setdefault(name, [])
            if agenda and agenda not in agendas:
                agendas.append(agenda)
    return found


def _area(agendas: list[str] | tuple[str, ...]) -> str:
    if len(agendas) >= _SHARED_BY:
        return "many"
    return agendas[0] if agendas else "none"

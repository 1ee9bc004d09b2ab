"""What the maps show: what needs what, as a drawing and as a list that says the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from agendakit import graph as graphs
from agendakit.drawings import part
from agendakit.model import Agenda
from agendakit.svg import Item, draw

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agendakit.graph import Graph
    from agendakit.site.place import Card, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An entry with what it needs directly."""

    card: Card
    needs: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MapView:
    """One drawing.

    Attributes:
        svg: Empty where there is nothing to draw.
        nodes: The same in reading order.
    """

    title: str
    svg: Markup
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MapLink:
    """Way to the map of one agenda."""

    title: str
    link: str
    count: int


def overview(place: Place) -> MapView:
    """All concepts, without the projects."""
    graph = part(place.site.catalogue, kinds=("concept",))
    return _map("What one learns before what", graph, place)


def map_of(agenda: str, place: Place) -> MapView:
    """The projects of one agenda with all that they need."""
    catalogue = place.site.catalogue
    return _map(catalogue.records[agenda].entry.title, part(catalogue, projects_of(agenda, place)), place)


def map_links(place: Place) -> tuple[MapLink, ...]:
    """Maps of the agendas that have projects."""
    found = []
    for record in place.site.catalogue.of_kind(Agenda):
        count = len(projects_of(record.id, place))
        if count:
            found.append(MapLink(title=record.entry.title, link=place.linker.to(map_address(record.id)), count=count))
    return tuple(found)


def map_address(agenda: str) -> str:
    """Address of the map of an agenda."""
    return f"map/{agenda}/"


def projects_of(agenda: str, place: Place) -> tuple[str, ...]:
    """Projects of an agenda that are not retired."""
    return tuple(record.id for record in place.site.members.get(agenda, ()) if record.entry.stage != "retired")


def drawing(graph: Graph, label: str, place: Place) -> Markup:
    """The graph as SVG; its texts are escaped where it is made."""
    if not graph:
        return Markup()
    records = {name: place.site.catalogue.records[name] for name in graph}
    items = {
        name: Item(title=record.entry.title, kind=record.kind, href=place.linker.to(place.site.address(record)))
        for name, record in records.items()
    }
    return Markup(draw(graph, items, label))  # noqa: S704  # every text in it is escaped by `svg`


def _map(title: str, graph: Graph, place: Place) -> MapView:
    return MapView(title=title, svg=drawing(graph, title, place), nodes=tuple(_nodes(graph, place)))


def _nodes(graph: Graph, place: Place) -> Iterable[Node]:
    records = place.site.catalogue.records
    cards = {name: place.card(records[name]) for name in graph}
    for name in graphs.order(graph):
        yield Node(card=cards[name], needs=tuple(cards[needed] for needed in graph[name]))

"""The one place where a route becomes a place in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.diagnostic import Place
from agendakit.text import Span

if TYPE_CHECKING:
    from agendakit.diagnostic import Route
    from agendakit.document import Document


def value_place(document: Document, route: Route) -> Place:
    """The value at a route, or the nearest thing above it that the author wrote; never an empty span."""
    front = document.front
    if front is None or not route:
        return top_place(document)
    if not front.has(route):
        return key_place(document, _existing(document, route))
    span = front.value_span(route)
    return Place(document.path, span) if span.start < span.end else key_place(document, route)


def key_place(document: Document, route: Route) -> Place:
    """The key that leads to a route; in a list, the item."""
    front = document.front
    if front is None or not route:
        return top_place(document)
    span = front.key_span(route)
    return Place(document.path, span) if span.start < span.end else top_place(document)


def top_place(document: Document) -> Place:
    """Place for what concerns the file as a whole: the value of `kind`, else its first line."""
    return Place(document.path, document.head)


def at(document: Document, start: int, end: int) -> Place:
    """A range of offsets."""
    return Place(document.path, Span(start, max(start, end)))


def _existing(document: Document, route: Route) -> Route:
    front = document.front
    while route and front is not None and not front.has(route):
        route = route[:-1]
    return route

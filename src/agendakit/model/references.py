"""Where an entry names something else: an entry, an open question, a paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from agendakit.diagnostic import Route
from agendakit.model.anatomy import anatomy_of
from agendakit.model.kinds import Entry
from agendakit.model.markers import PaperReference, Reference
from agendakit.model.shapes import Part

M = TypeVar("M", Reference, PaperReference)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step(Generic[M]):
    """A field on the way to a name: marked itself, or made of objects that hold marked fields."""

    field: str
    many: bool
    marker: M | None
    inner: "tuple[_Step[M], ...]"


def references_of(entry: Entry) -> Iterator[tuple[Route, str, str, frozenset[str]]]:
    """Each reference as route, id it names, relation and the kinds of entry that the id may stand for.

    A prerequisite written as a bare id has the route `("prerequisites", 0, "id")` all the same.
    The kind `question` marks ids of open questions of the agenda, which are no entries.
    """
    for route, target, marker in _names(entry, _to_references(type(entry)), ()):
        yield route, target, marker.relation, marker.kinds


def paper_refs_of(entry: Entry) -> Iterator[tuple[Route, str]]:
    """Each name of a work as route and text: in the papers, the existing work and a concept's resources."""
    for route, ref, _ in _names(entry, _to_papers(type(entry)), ()):
        yield route, ref


@cache
def _to_references(model: type[Part]) -> "tuple[_Step[Reference], ...]":
    return _steps(model, Reference)


@cache
def _to_papers(model: type[Part]) -> "tuple[_Step[PaperReference], ...]":
    return _steps(model, PaperReference)


def _steps(model: type[Part], kind: type[M]) -> "tuple[_Step[M], ...]":
    """Ways to all fields with one kind of marker."""
    steps = (
        _Step(
            field=name,
            many=anatomy.many,
            marker=anatomy.marker(kind),
            inner=() if anatomy.part is None else _steps(anatomy.part, kind),
        )
        for name, anatomy in ((name, anatomy_of(info)) for name, info in model.model_fields.items())
    )
    return tuple(step for step in steps if step.marker is not None or step.inner)


def _names(part: Part, steps: "tuple[_Step[M], ...]", above: Route) -> Iterator[tuple[Route, str, M]]:
    for step in steps:
        value = getattr(part, step.field)
        if value is None:
            continue
        route: Route = (*above, step.field)
        items = [((*route, index), item) for index, item in enumerate(value)] if step.many else [(route, value)]
        for place, item in items:
            if step.marker is not None:
                yield place, item, step.marker
            else:
                yield from _names(item, step.inner, place)

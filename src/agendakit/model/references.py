"""Where an entry names other entries and papers."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from agendakit.diagnostic import Route
from agendakit.model.anatomy import anatomy_of
from agendakit.model.kinds import Entry
from agendakit.model.markers import PaperReference, Reference
from agendakit.model.shapes import Part

M = TypeVar("M")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step(Generic[M]):
    """A field on the way to a marked text: either marked itself or a model that holds such fields."""

    name: str
    many: bool
    marker: M | None
    inner: "tuple[_Step[M], ...]"


def references_of(entry: Entry) -> Iterator[tuple[Route, str, str, frozenset[str]]]:
    """Each reference as route, id it names, relation and the kinds of entry that the id may stand for.

    A prerequisite written as a bare id has the route `("prerequisites", 0, "id")` all the same.
    The kind `question` marks ids of open questions of the agenda, which are no entries.
    """
    for route, target, marker in _marked(entry, _steps(type(entry), Reference), ()):
        yield route, target, marker.relation, marker.kinds


def paper_refs_of(entry: Entry) -> Iterator[tuple[Route, str]]:
    """Each name of a work as route and text, in the papers, the existing work and a concept's resources."""
    for route, ref, _ in _marked(entry, _steps(type(entry), PaperReference), ()):
        yield route, ref


@cache
def _steps(model: type[Part], kind: type[M]) -> tuple[_Step[M], ...]:
    steps = []
    for name, info in model.model_fields.items():
        anatomy = anatomy_of(info)
        marker = anatomy.marker(kind)
        inner = () if anatomy.part is None else _steps(anatomy.part, kind)
        if marker is not None or inner:
            steps.append(_Step(name=name, many=anatomy.many, marker=marker, inner=inner))
    return tuple(steps)


def _marked(part: Part, steps: tuple[_Step[M], ...], route: Route) -> Iterator[tuple[Route, str, M]]:
    for step in steps:
        value = getattr(part, step.name)
        if value is None:
            continue
        here = (*route, step.name)
        items = [((*here, index), item) for index, item in enumerate(value)] if step.many else [(here, value)]
        for place, item in items:
            if step.marker is not None:
                yield place, item, step.marker
            else:
                yield from _marked(item, step.inner, place)

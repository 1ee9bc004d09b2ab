"""A facet as the catalogue page shows it, and as the browser reads it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from agendakit.record import Record

    Column = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value to filter by.

    Attributes:
        name: As it stands in the entries and in the address.
        count: How many entries have it; what is retired does not count, since it is out of the default view.
    """

    name: str
    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetView:
    """One facet.

    Attributes:
        name: The field's name, which is also the parameter's.
        many: Whether an entry can have several values, so that "all of them" can be asked for.
        folded: Whether it is shown closed at first.
        column: For each entry the positions of its values.
    """

    name: str
    label: str
    values: tuple[Value, ...]
    many: bool
    folded: bool
    column: Column


def values_and_column(
    labels: Mapping[str, str], held: Sequence[tuple[str, ...]], records: Iterable[Record]
) -> tuple[tuple[Value, ...], Column]:
    """Values and column of a facet: `labels` has its values in order, `held` for each entry those it has."""
    positions = {value: position for position, value in enumerate(labels)}
    counts = dict.fromkeys(labels, 0)
    for record, values in zip(records, held, strict=True):
        for value in values if record.entry.stage != "retired" else ():
            counts[value] += 1
    found = tuple(Value(name=value, label=words, count=counts[value]) for value, words in labels.items())
    return found, tuple(tuple(positions[value] for value in values) for values in held)


def as_data(views: Iterable[FacetView]) -> list[dict[str, object]]:
    """Facets for the browser; where no entry has several values, its column holds positions, -1 for none."""
    return [
        {
            "name": view.name,
            "label": view.label,
            "many": view.many,
            "values": [[value.name, value.label] for value in view.values],
            "column": _column(view.column),
        }
        for view in views
    ]


def _column(column: Column) -> Sequence[object]:
    if any(len(positions) > 1 for positions in column):
        return column
    return [positions[0] if positions else -1 for positions in column]

"""A facet as the catalogue page shows it, and as the browser reads it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value to filter by.

    Attributes:
        name: As it stands in the entries and in the address.
        count: How many entries have it.
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
    column: tuple[tuple[int, ...], ...]


def as_data(views: Iterable[FacetView]) -> list[dict[str, object]]:
    """Facets for the browser."""
    return [
        {
            "name": view.name,
            "label": view.label,
            "many": view.many,
            "values": [[value.name, value.label] for value in view.values],
            "column": view.column,
        }
        for view in views
    ]

"""Keys that no field has, with the field that each seems to be."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit.model.reflect import field_at, fields_of
from agendakit.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from agendakit.diagnostic import Route
    from agendakit.record import Reject

MOST = 20
"""So many unknown keys a file are looked at: a file with more was made by a program, and all look alike."""

_CASE = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_QUOTES = "\"'`\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """A key that the model has no field for.

    Attributes:
        siblings: The fields that stand beside it.
        near: Those that it seems to be and that are not written, nearest first.
    """

    route: Route
    siblings: tuple[str, ...]
    near: tuple[str, ...]

    @property
    def name(self) -> str:
        """The key as written."""
        return str(self.route[-1])


def unknown_fields(reject: Reject) -> tuple[Unknown, ...]:
    """The first unknown keys of an entry, in the order of the errors."""
    routes = [error.route for error in reject.errors if error.code == "extra_forbidden"]
    return tuple(_unknown(reject, route) for route in routes[:MOST])


def seemingly_written(reject: Reject) -> Mapping[Route, Unknown]:
    """By the route of a missing field the unknown key that seems to be it."""
    return {(*unknown.route[:-1], unknown.near[0]): unknown for unknown in unknown_fields(reject) if unknown.near}


def letters(name: str) -> str:
    """A name without what is often written otherwise: case, blanks, hyphens, quotes."""
    return "".join(character for character in name.casefold() if character.isalnum())


def strange_letter(written: str, wanted: str) -> str:
    """The first letter that only looks like the one wanted, empty where there is none: Cyrillic `а` for Latin `a`."""
    if len(written) != len(wanted):
        return ""
    pairs = ((one, other) for one, other in zip(written, wanted, strict=True) if one != other)
    strange = [one for one, other in pairs if one.isalpha() and not one.isascii() and other.isascii()]
    return strange[0] if strange else ""


def name_of_letter(letter: str) -> str:
    """What a letter is called, with its number."""
    return f"{unicodedata.name(letter, 'a letter').lower()}, U+{ord(letter):04X}"


def _unknown(reject: Reject, route: Route) -> Unknown:
    parent = field_at(reject.kind, route[:-1])
    fields = parent.children if parent else fields_of(reject.kind)
    siblings = tuple(field.name for field in fields)
    written = set(_written(reject, route))
    name = _plain(str(route[-1]))
    same = [field for field in siblings if letters(field) == letters(name)]
    near = tuple(known for known in same or nearest(name, siblings) if known not in written)
    return Unknown(route=route, siblings=siblings, near=near)


def _plain(name: str) -> str:
    """A name without quotes and odd spaces, its words apart where capitals begin them."""
    return _CASE.sub("_", unicodedata.normalize("NFKC", name).strip(_QUOTES + " "))


def _written(reject: Reject, route: Route) -> Iterator[str]:
    front = reject.document.front
    values = front.value_at(route[:-1]) if front else None
    yield from values if isinstance(values, dict) else ()

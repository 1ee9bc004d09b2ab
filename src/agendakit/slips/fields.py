"""Keys that no field has, with the field that each seems to be."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit.model.reflect import field_at, fields_of
from agendakit.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from agendakit.diagnostic import Route
    from agendakit.record import Reject

_MOST = 20
"""So many unknown keys a file are compared with all fields: a file with more was made by a program."""

_CASE = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_BETWEEN = re.compile(r"[\s_-]+")
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
    """Unknown keys of an entry in the order of the errors: all that are a field but for case and signs, some others."""
    routes = [error.route for error in reject.errors if error.code == "extra_forbidden"]
    same = [unknown for route in routes if (unknown := _same(reject, route))]
    others = [route for route in routes if route not in {unknown.route for unknown in same}]
    return (*same, *(_other(reject, route) for route in others[:_MOST]))


def seemingly_written(reject: Reject) -> Mapping[Route, Unknown]:
    """By the route of a missing field the unknown key that seems to be it."""
    return {(*unknown.route[:-1], unknown.near[0]): unknown for unknown in unknown_fields(reject) if unknown.near}


def spelt_alike(name: str, field: str) -> bool:
    """Whether a key is a field but for case, quotes around it, and what stands between its words."""
    return _BETWEEN.sub("", _plain(name).casefold()) == _BETWEEN.sub("", field)


def about_strange_letter(written: str, near: Sequence[str]) -> str:
    """A sentence, and a space, on the first letter that only looks like the one of the nearest name; else empty.

    Such is a Cyrillic `а` where a Latin `a` is wanted.
    """
    letter = _strange_letter(written, near[0]) if near else ""
    if not letter:
        return ""
    name = unicodedata.name(letter, "a letter").lower()
    return f"The letter `{letter}` in it is none of this alphabet ({name}, U+{ord(letter):04X}). "


def _strange_letter(written: str, wanted: str) -> str:
    if len(written) != len(wanted):
        return ""
    pairs = ((one, other) for one, other in zip(written, wanted, strict=True) if one != other)
    return next((one for one, other in pairs if one.isalpha() and not one.isascii() and other.isascii()), "")


def _same(reject: Reject, route: Route) -> Unknown | None:
    """A key that is a field written otherwise."""
    siblings, name = _siblings(reject, route), str(route[-1])
    same = tuple(field for field in siblings if spelt_alike(name, field) and field not in _written(reject, route))
    return Unknown(route=route, siblings=siblings, near=same) if same else None


def _other(reject: Reject, route: Route) -> Unknown:
    siblings, written = _siblings(reject, route), _written(reject, route)
    near = nearest(_plain(str(route[-1])), siblings)
    return Unknown(route=route, siblings=siblings, near=tuple(known for known in near if known not in written))


def _siblings(reject: Reject, route: Route) -> tuple[str, ...]:
    parent = field_at(reject.kind, route[:-1])
    return tuple(field.name for field in (parent.children if parent else fields_of(reject.kind)))


def _plain(name: str) -> str:
    """A name without quotes, odd spaces and what nobody sees, its words apart where capitals begin them."""
    shown = "".join(sign for sign in unicodedata.normalize("NFKC", name) if unicodedata.category(sign) != "Cf")
    return _CASE.sub("_", shown.strip(_QUOTES + " "))


def _written(reject: Reject, route: Route) -> Collection[str]:
    front = reject.document.front
    values = front.value_at(route[:-1]) if front else None
    return values if isinstance(values, dict) else ()

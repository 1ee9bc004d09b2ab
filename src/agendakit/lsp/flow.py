"""Where one is inside a list in brackets or an object in braces that is still being typed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import pairwise

_PAIR = re.compile(r"\s*[\"']?(?P<key>[A-Za-z_][\w-]*)[\"']?\s*:(?P<gap>\s+|$)(?P<value>.*)", re.DOTALL)


class Inside(Enum):
    """What comes next."""

    ITEM = auto()
    KEY = auto()
    VALUE = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """Place in brackets or braces.

    Attributes:
        keys: Keys that lead from the outermost bracket to what is typed.
        typed: The beginning of it.
        present: Keys that the innermost braces have already.
    """

    what: Inside
    keys: tuple[str, ...] = ()
    typed: str = ""
    present: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Level:
    """One open bracket: its kind, where the current part of it begins, the keys seen in it."""

    bracket: str
    begin: int
    keys: list[str] = field(default_factory=list)


def inside_flow(typed: str) -> Flow | None:
    """Read the beginning of a value; `None` where it opens neither brackets nor braces."""
    if typed[:1] not in ("[", "{"):
        return None
    levels: list[_Level] = []
    quote = ""
    for at, character in enumerate(typed):
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'" and typed[at - 1] in " [{,:":
            quote = character
        elif character in "[{":
            levels.append(_Level(bracket=character, begin=at + 1))
        elif character in "]}":
            levels.pop()
            if not levels:
                return Flow(what=Inside.NOTHING)
        elif character == ",":
            _finish_part(levels[-1], typed, at)
    return _innermost(levels, typed)


def _finish_part(level: _Level, typed: str, at: int) -> None:
    pair = _PAIR.fullmatch(typed, level.begin, at)
    if level.bracket == "{" and pair is not None:
        level.keys.append(pair["key"])
    level.begin = at + 1


def _innermost(levels: list[_Level], typed: str) -> Flow:
    keys: list[str] = []
    for level, inner in pairwise(levels):
        pair = _PAIR.fullmatch(typed, level.begin, inner.begin - 1)
        keys += [pair["key"]] if pair is not None and level.bracket == "{" else []
    level = levels[-1]
    part = typed[level.begin :]
    if level.bracket == "[":
        return Flow(what=Inside.ITEM, keys=tuple(keys), typed=part.lstrip())
    pair = _PAIR.fullmatch(part)
    if pair is not None:
        return Flow(what=Inside.VALUE, keys=(*keys, pair["key"]), typed=pair["value"])
    return Flow(what=Inside.KEY, keys=tuple(keys), typed=part.lstrip(), present=frozenset(level.keys))

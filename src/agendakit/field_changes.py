"""What changed between two front matters, field by field, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit.nearest import joined
from agendakit.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SHORT = 60
_NAMES = ("id", "ref", "name", "by", "title", "claim", "question", "url")
"""Keys by which an item of a list is known, the best first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field with two values.

    Attributes:
        field: Keys that lead to it, joined by dots.
        before: Plain data, `None` where there was nothing.
        after: Plain data, `None` where there is nothing.
        words: What changed, in a few words, without the name of the field.
    """

    field: str
    before: object
    after: object
    words: str


def changes_of(before: Mapping[str, object], after: Mapping[str, object], above: str = "") -> Iterator[FieldChange]:
    """Fields that differ, in the order in which they stand now; objects are compared key by key."""
    for name in (*after, *(name for name in before if name not in after)):
        old, new = before.get(name), after.get(name)
        if old == new and type(old) is type(new):
            continue
        field = f"{above}{name}"
        if isinstance(old, dict) and isinstance(new, dict):
            yield from changes_of(old, new, f"{field}.")
        else:
            yield FieldChange(field=field, before=old, after=new, words=_words(old, new))


def _words(old: object, new: object) -> str:
    if isinstance(old, list | None) and isinstance(new, list | None):
        return _list_words(old or [], new or [])
    if old is None:
        return f"{_shown(new)} (new)"
    if new is None:
        return f"{_shown(old)} taken out"
    if _is_short(old) and _is_short(new) and _shown(old) != _shown(new):
        return f"{_shown(old)} → {_shown(new)}"
    return "rewritten"


def _list_words(old: list[object], new: list[object]) -> str:
    before, after = _by_name(old), _by_name(new)
    came = [name for name in after if name not in before]
    went = [name for name in before if name not in after]
    altered = [name for name in after if name in before and before[name] != after[name]]
    parts = [*(f"+ {name}" for name in came), *(f"− {name}" for name in went), *(f"{name} altered" for name in altered)]
    if not parts:
        return "in another order" if new else "empty"
    return joined(parts, "and")


def _by_name(items: list[object]) -> dict[str, object]:
    """Items by what they are known by; what is alike is counted once."""
    return {_name(item): item for item in items}


def _name(item: object) -> str:
    if isinstance(item, dict):
        named = next((item[key] for key in _NAMES if isinstance(item.get(key), str)), None)
        return _shown(named if named is not None else item)
    return _shown(item)


def _is_short(value: object) -> bool:
    return not isinstance(value, dict | list) and len(str(value)) <= _SHORT


def _shown(value: object) -> str:
    if isinstance(value, list | dict):
        return counted(len(value), "item" if isinstance(value, list) else "field")
    if isinstance(value, bool):
        return str(value).lower()
    text = " ".join(str(value).split())
    return text if len(text) <= _SHORT else f"“{text[: _SHORT - 1].rstrip()}…”"

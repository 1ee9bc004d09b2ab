"""Rows of a table, in which a nested value is found by its path.

A path is keys and indices joined by dots, with `*` for each item of a list: `authors.*.name`.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Row = dict[str, object]

EVERY = "*"
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A row with its number as the file's reader would count: the line in CSV, else its place in the list, from 1."""

    number: int
    values: Row


def value_at(values: object, path: str) -> object:
    """Value at a path, `None` where there is none; with `*`, the list of those that there are."""
    if isinstance(values, dict) and path in values:
        return values[path]
    step, _, rest = path.partition(".")
    if step == EVERY:
        items = values if isinstance(values, list) else []
        found = (value_at(item, rest) if rest else item for item in items)
        return [one for one in found if one is not None]
    inner: object = None
    if isinstance(values, dict):
        inner = values.get(step)
    elif isinstance(values, list) and step.isdecimal() and int(step) < len(values):
        inner = values[int(step)]
    return value_at(inner, rest) if rest and inner is not None else inner


def as_text(value: object) -> str:
    """A value as text: items of a list joined by commas, without white space around; empty for nothing."""
    match value:
        case None:
            return ""
        case str():
            return value.strip()
        case bool():
            return "true" if value else "false"
        case list():
            return ", ".join(text for item in value if (text := as_text(item)))
        case dict():
            return json.dumps(value, ensure_ascii=False)
        case _:
            return str(value)


def leaves(values: Mapping[str, object]) -> Iterator[str]:
    """Paths of a row that hold something, with `*` for the items of lists; each may come more than once."""
    for key, value in values.items():
        yield from _below(key, value)


def cleaned(value: object) -> tuple[object, int]:
    """A value without the characters that nobody sees, such as controls, and how many of them there were."""
    if isinstance(value, str):
        return _INVISIBLE.subn("", value)
    if isinstance(value, list):
        items = [cleaned(item) for item in value]
        return [item for item, _ in items], sum(count for _, count in items)
    if isinstance(value, dict):
        inner = {key: cleaned(item) for key, item in value.items()}
        return {key: item for key, (item, _) in inner.items()}, sum(count for _, count in inner.values())
    return value, 0


def _below(path: str, value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _below(f"{path}.{key}", inner)
    elif isinstance(value, list) and any(isinstance(item, dict) for item in value):
        for item in value:
            yield from _below(f"{path}.{EVERY}", item)
    elif as_text(value):
        yield path

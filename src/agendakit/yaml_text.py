"""Values as YAML that every reader reads alike: for entries that the kit writes.

What comes out has no anchors, tags or long lines; a text that some reader takes for something else is quoted.
"""

from __future__ import annotations

import json
import re
import textwrap
from typing import TYPE_CHECKING

from agendakit.yaml_scalars import old_reading, resolve

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_WIDTH = 110
_INDENT = "  "
_PLAIN = re.compile(r"[^\W_][^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]*")
_UNCLEAR = re.compile(r":(?:\s|$)|\s#|\s$")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_OLD_NUMBER = re.compile(r"[\d_,.]+(?:e[\d]+)?", re.IGNORECASE)
_UNPRINTABLE = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff]")
_FLOW_ITEM = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_NEEDS_ESCAPE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]|[ \t](?:\n|$)|^[ \t]| {2}|\t|\r")


def fields(values: Mapping[str, object]) -> str:
    """Block of `key: value` lines, each ended by a line feed; empty for no values."""
    return "".join(f"{line}\n" for line in _mapping(values, ""))


def scalar(value: object) -> str:
    """One value on one line."""
    if isinstance(value, str):
        return value if is_plain(value) else _quoted(value)
    return json.dumps(value)


def is_plain(text: str) -> bool:
    """Whether a text can stand without quotes and be a text to every reader."""
    if not _PLAIN.fullmatch(text) or _UNCLEAR.search(text):
        return False
    if _DAY.fullmatch(text):
        return True
    return isinstance(resolve(text), str) and old_reading(text) is None and not _OLD_NUMBER.fullmatch(text)


def _mapping(values: Mapping[str, object], indent: str) -> Iterator[str]:
    for key, value in values.items():
        yield from _entry(f"{indent}{key}:", value, indent)


def _entry(head: str, value: object, indent: str) -> Iterator[str]:
    """A value behind its key or dash; collections and long texts stand below it."""
    match value:
        case str():
            yield from _text(head, value, indent)
        case list() | tuple() if all(_is_word(one) for one in value):
            yield from _flow(head, value, indent)
        case list() | tuple():
            yield head
            for item in value:
                yield from _item(item, indent)
        case dict():
            yield head if value else f"{head} {{}}"
            yield from _mapping(value, indent + _INDENT)
        case _:
            yield f"{head} {json.dumps(value)}"


def _flow(head: str, items: Sequence[object], indent: str) -> Iterator[str]:
    line = f"{head} [{', '.join(str(item) for item in items)}]"
    if len(line) <= _WIDTH:
        yield line
        return
    yield head
    yield from (f"{indent}{_INDENT}- {item}" for item in items)


def _is_word(item: object) -> bool:
    return isinstance(item, str) and _FLOW_ITEM.fullmatch(item) is not None and is_plain(item)


def _item(item: object, indent: str) -> Iterator[str]:
    inner = indent + _INDENT
    if not isinstance(item, dict) or not item:
        yield from _entry(f"{inner}-", item, inner)
        return
    lines = list(_mapping(item, inner + _INDENT))
    yield f"{inner}- {lines[0].lstrip()}"
    yield from lines[1:]


def _text(head: str, text: str, indent: str) -> Iterator[str]:
    one_line = f"{head} {scalar(text)}"
    if len(one_line) <= _WIDTH or _NEEDS_ESCAPE.search(text) or not text.strip():
        yield one_line
        return
    inner = indent + _INDENT * (2 if head.endswith("-") else 1)
    if "\n" in text:
        yield f"{head} |-" if not text.endswith("\n") else f"{head} |"
        yield from (f"{inner}{line}" if line else "" for line in text.rstrip("\n").split("\n"))
        return
    yield f"{head} >-"
    yield from textwrap.wrap(
        text, _WIDTH, initial_indent=inner, subsequent_indent=inner, break_long_words=False, break_on_hyphens=False
    )


def _quoted(text: str) -> str:
    """Double quotes with JSON's escapes, which YAML understands; what an editor does not show is escaped too."""
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found.group()):04x}", json.dumps(text, ensure_ascii=False))

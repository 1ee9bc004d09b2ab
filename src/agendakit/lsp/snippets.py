"""Fields and whole entries as snippets, in the syntax of the Language Server Protocol."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from agendakit.model import DRAFT_NEEDS
from agendakit.model.reflect import fields_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.model.reflect import FieldInfo

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How to write.

    Attributes:
        today: Proposed where a day is wanted, in ISO form.
        indent: Columns by which further lines begin behind the first.
        is_snippet: Whether placeholders can be used.
    """

    today: str
    indent: int = 0
    is_snippet: bool = True


def field_snippet(info: FieldInfo, style: Style) -> str:
    """A field with what it must hold, ready to be filled in."""
    if not style.is_snippet:
        return f"{info.name}: " if not info.children and not _as_block(info) else f"{info.name}:"
    lines = _field(info, style, count(1))
    return ("\n" + " " * style.indent).join(lines)


def entry_snippet(kind: str, style: Style) -> str:
    """The front matter of a draft, its first lines ready to be filled in."""
    numbers = count(1)
    wanted = [info for info in fields_of(kind) if info.name in DRAFT_NEEDS[kind] and info.name != "kind"]
    lines = [line for info in wanted for line in _field(info, style, numbers)]
    return "\n".join(["---", f"kind: {kind}", "stage: draft", *lines, f"created: {style.today}", "---", "", "$0"])


def _field(info: FieldInfo, style: Style, numbers: Iterator[int]) -> list[str]:
    if info.children:
        inner = [
            line for child in info.children if _is_always_needed(child) for line in _field(child, style, numbers)
        ] or [f"${next(numbers)}"]
        marks = ["- ", *["  "] * (len(inner) - 1)] if info.many else [""] * len(inner)
        return [f"{info.name}:", *(f"  {mark}{line}" for mark, line in zip(marks, inner, strict=True))]
    if _as_block(info):
        return [f"{info.name}:", f"  - {_hole(info, style, numbers)}"]
    hole = _hole(info, style, numbers)
    return [f"{info.name}: [{hole}]" if info.many else f"{info.name}: {hole}"]


def _as_block(info: FieldInfo) -> bool:
    """Whether a list is best written one line an item: sentences are, ids and words are not."""
    return info.many and not info.kinds and not info.meanings and " " in str(info.example)


def _is_always_needed(info: FieldInfo) -> bool:
    return info.needed == "yes" and not info.condition


def _hole(info: FieldInfo, style: Style, numbers: Iterator[int]) -> str:
    number = next(numbers)
    if info.meanings:
        return f"${{{number}|{','.join(info.meanings)}|}}"
    if isinstance(info.example, str) and _DAY.fullmatch(info.example):
        return f"${{{number}:{style.today}}}"
    return f"${number}"

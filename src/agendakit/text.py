r"""Positions in a text: spans, line numbers, edits.

All offsets count code points from the start of the text. Lines end at ``\n``, ``\r\n`` or a lone ``\r``, as in
the Language Server Protocol, never at the rarer breaks of `str.splitlines`.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BYTE_ORDER_MARK = "\ufeff"
_SHOWN_ASCII = bytes((0x0A, *range(0x20, 0x7F)))
_LINE_BREAK = re.compile(r"\r\n|\n|\r")


class Span(NamedTuple):
    """Half-open range of code points, ``start <= end``; a tuple, for there are hundreds in every file."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The text that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Position:
    """Line and column, both from 1; the column counts code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replacement of a span by another text; an empty span inserts."""

    span: Span
    text: str


class OverlappingEditsError(ValueError):
    """Two edits touch the same characters, so their order would matter."""


@dataclass(frozen=True, slots=True)
class LineIndex:
    """Line table of one text, made once and asked often (each question costs a binary search).

    A byte order mark takes no column: editors do not show it.
    """

    text: str
    starts: Sequence[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        starts = list(_line_starts(self.text))
        starts[0] = 1 if self.text.startswith(BYTE_ORDER_MARK) else 0
        object.__setattr__(self, "starts", array("I", starts))

    def position(self, offset: int) -> Position:
        """Where an offset lies; offsets outside the text are drawn to its ends."""
        offset = min(max(offset, self.starts[0]), len(self.text))
        line = bisect_right(self.starts, offset) - 1
        return Position(line + 1, offset - self.starts[line] + 1)

    def offset(self, position: Position) -> int:
        """Inverse of `position`; a column past the end of its line is drawn to that end."""
        span = self.line_span(position.line)
        return min(span.start + max(position.column, 1) - 1, span.end)

    def line_span(self, line: int) -> Span:
        """A line without its break; lines outside the text are drawn to its ends."""
        index = min(max(line, 1), len(self.starts)) - 1
        start = self.starts[index]
        end = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
        return Span(start, start + len(self.text[start:end].rstrip("\r\n")))

    def utf16_column(self, offset: int) -> int:
        """Column from 0 in UTF-16 code units, as the Language Server Protocol counts."""
        start = self.starts[self.position(offset).line - 1]
        return len(self.text[start:offset].encode("utf-16-le")) // 2

    def offset_of_utf16(self, line: int, character: int) -> int:
        """Offset of a protocol position (both from 0); inside a surrogate pair it is drawn to its start."""
        span = self.line_span(line + 1)
        if line >= len(self.starts):
            return len(self.text)
        units = span.of(self.text).encode("utf-16-le")[: 2 * max(character, 0)]
        return span.start + len(units.decode("utf-16-le", "ignore"))


def is_printable(text: str) -> bool:
    """Whether a text has nothing but letters, marks, signs and spaces that can be seen, and line feeds.

    A quick test by which most texts need no closer look.
    """
    if text.isascii():
        return not text.encode("ascii").translate(None, _SHOWN_ASCII)
    return text.replace("\n", "").isprintable()


def splice(text: str, edits: Iterable[Edit]) -> str:
    """Apply edits that do not overlap, in any order given; what no span covers stays as it is.

    Raises:
        OverlappingEditsError: two spans share a character, or two insertions one place.
    """
    ordered = sorted(edits)
    for before, after in pairwise(ordered):
        if after.span.start < before.span.end or after.span == before.span:
            raise OverlappingEditsError(f"{before} and {after}")
    pieces, position = [], 0
    for edit in ordered:
        pieces += [text[position : edit.span.start], edit.text]
        position = edit.span.end
    return "".join([*pieces, text[position:]])


def _line_starts(text: str) -> Iterable[int]:
    if "\r" in text:
        return (0, *(match.end() for match in _LINE_BREAK.finditer(text)))
    return accumulate((len(line) + 1 for line in text.split("\n")[:-1]), initial=0)

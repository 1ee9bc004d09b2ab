"""Front matter that cannot be read, line by line: what each line is as far as it tells by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from agendakit.model import KINDS
from agendakit.model.reflect import fields_of
from agendakit.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from agendakit.document import Document
    from agendakit.model.reflect import FieldInfo

# Each repetition ends where another sign begins, so that a long line costs no more than its length.
_LINE = re.compile(
    r"(?P<indent> *)(?P<dashes>(?:- +|-$)*)"
    r"(?:(?P<key>[^\W_][\w-]*(?: [\w-]+)*|\"[^\"]*\"|'[^']*')[ \t]*:(?=[ \t]|$)[ \t]*)?(?P<value>.*)"
)
_OPENS_TEXT = re.compile(r"[|>][-+0-9]*(?:[ \t]+#.*)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of front matter.

    Attributes:
        number: From 1, in the file.
        span: Without its break.
        indent: Number of spaces at its beginning.
        column: Where its key or value begins, behind the dashes of a list.
        key: Empty where it has none.
        value: What stands behind the key and the dashes.
        start: Offset of the value.
        prose: Whether it belongs to a text that `|` or `>` announced.
    """

    number: int
    span: Span
    indent: int
    column: int
    key: str
    value: str
    start: int
    prose: bool

    @property
    def is_item(self) -> bool:
        """Whether it begins an item of a list."""
        return self.column > self.indent

    @property
    def is_empty(self) -> bool:
        """Whether it holds nothing, or a comment."""
        return not (self.key or self.is_item) and (not self.value or self.value.startswith("#"))

    @property
    def place(self) -> Span:
        """Where its value stands."""
        return Span(self.start, self.start + len(self.value))

    @property
    def margin(self) -> Span:
        """The spaces at its beginning."""
        return Span(self.span.start, self.span.start + self.indent)


@lru_cache(maxsize=1)
def lines_of(document: Document) -> tuple[Line, ...]:
    """Lines between the fences, in their order; none where there is no front matter, or no end of it."""
    if document.front is None or document.front.source.start >= document.front.source.end:
        return ()
    return tuple(_lines(document))


def spaces(count: int) -> str:
    """A number of spaces in words."""
    return "1 space" if count == 1 else f"{count} spaces"


@cache
def field_names() -> frozenset[str]:
    """Every field of every kind, those of objects within entries included."""
    return frozenset(name for kind in KINDS for name in _names(fields_of(kind)))


def _names(fields: Iterable[FieldInfo]) -> Iterator[str]:
    for field in fields:
        yield field.name
        yield from _names(field.children)


def _lines(document: Document) -> Iterator[Line]:
    assert document.front is not None
    source = document.front.source
    first = document.lines.position(source.start).line
    last = document.lines.position(max(source.end - 1, source.start)).line
    deeper_than: int | None = None
    for number in range(first, last + 1):
        span = document.lines.line_span(number)
        match = _LINE.match(span.of(document.text))
        assert match is not None, "the pattern takes every line"
        indent, column = match.end("indent"), match.end("dashes")
        if deeper_than is not None and span.of(document.text).strip() and indent <= deeper_than:
            deeper_than = None
        prose = deeper_than is not None
        if not prose and _OPENS_TEXT.match(match["value"].rstrip(" \t")):
            deeper_than = column if match["key"] else indent
        yield Line(
            number=number,
            span=span,
            indent=indent,
            column=column,
            key="" if prose else (match["key"] or "").strip("\"'"),
            value=match["value"].rstrip(" \t"),
            start=span.start + match.start("value"),
            prose=prose,
        )

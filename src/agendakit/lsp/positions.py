"""Offsets of ours and positions of the protocol, which counts UTF-16 code units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agendakit.document import Document
    from agendakit.text import Edit, LineIndex, Span


def position_of(lines: LineIndex, offset: int) -> types.Position:
    """Position of an offset."""
    return types.Position(line=lines.position(offset).line - 1, character=lines.utf16_column(offset))


def range_of(lines: LineIndex, span: Span) -> types.Range:
    """Range of a span."""
    return types.Range(start=position_of(lines, span.start), end=position_of(lines, span.end))


def offset_of(lines: LineIndex, position: types.Position) -> int:
    """Offset of a position; one outside the text is drawn to its end."""
    return lines.offset_of_utf16(position.line, position.character)


def text_edits(document: Document, edits: Iterable[Edit]) -> list[types.TextEdit]:
    """Edits of a document, with the line breaks that it has."""
    return [
        types.TextEdit(range=range_of(document.lines, edit.span), new_text=_with_breaks_of(document, edit.text))
        for edit in edits
    ]


def _with_breaks_of(document: Document, text: str) -> str:
    """A text with the line breaks that a document has."""
    starts = document.lines.starts
    is_crlf = len(starts) > 1 and document.text[starts[1] - 2 : starts[1]] == "\r\n"
    return text.replace("\r\n", "\n").replace("\n", "\r\n") if is_crlf else text

"""Edits that rules offer: replace a value, put a text in quotes, take out an item of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.text import Edit, Span

if TYPE_CHECKING:
    from agendakit.diagnostic import Route
    from agendakit.document import Document

_QUOTES = ("'", '"')


def replaced(document: Document, span: Span, old: str, new: str) -> tuple[Edit, ...]:
    """Edit that writes another word for a value, inside its quotes; none where it is written in some other way."""
    source = span.of(document.text)
    if source == old:
        return (Edit(span, new),)
    if source[:1] in _QUOTES and source[1:-1] == old and source[-1] == source[0]:
        return (Edit(Span(span.start + 1, span.end - 1), new),)
    return ()


def quoted(words: str) -> str:
    """A text in quotes: double ones, or single ones where it holds a double quote or a backslash."""
    if '"' in words or "\\" in words:
        return "'" + words.replace("'", "''") + "'"
    return f'"{words}"'


def without_item(document: Document, route: Route) -> tuple[Edit, ...]:
    """Edit that takes out the lines of one item of a block list.

    None where that would take more than the item: in a list in brackets, beside another item or a comment, or as the
    only item of its list.
    """
    front = document.front
    index = route[-1] if route else ""
    items = front.value_at(route[:-1]) if front else None
    if front is None or not isinstance(items, list) or not isinstance(index, int) or len(items) < 2:
        return ()
    span = front.value_span(route)
    first = document.lines.line_span(document.lines.position(span.start).line)
    last_line = document.lines.position(span.end).line
    last = document.lines.line_span(last_line)
    before, after = document.text[first.start : span.start], document.text[span.end : last.end]
    if before.strip() != "-" or after.strip() or "#" in document.text[first.start : last.end]:
        return ()
    end = last.end
    end += 2 if document.text.startswith("\r\n", end) else 1
    return (Edit(Span(first.start, min(end, front.source.end)), ""),)

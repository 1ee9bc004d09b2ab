"""Tabs where YAML wants spaces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agendakit.slips.slip import Slip
from agendakit.text import Edit, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agendakit.document import Document
    from agendakit.slips.lines import Line

_MARGIN = re.compile(r"[ ]*\t[ \t]*")
_BEHIND_DASH = re.compile(r"[ \t]*(?:- +)*-(?P<gap>[ ]*\t[ \t]*)(?=\S)")
_USUAL = 2


def tab(document: Document, lines: Sequence[Line], line: Line) -> Slip | None:
    """A tab in the margin of a line, or behind its hyphen; the fix mends every such line."""
    step = _step(lines)
    edits = tuple(edit for one in lines if not one.prose for edit in _edits(document, one, step))
    span = next((edit.span for edit in edits if line.span.start <= edit.span.start <= line.span.end), None)
    if span is None:
        return None
    at_margin = span.start == line.span.start
    return Slip(
        span=span,
        message="A tab indents this line, which YAML does not allow."
        if at_margin
        else "A tab stands behind the hyphen, which YAML does not allow.",
        help=f"Use spaces instead: {step} for each tab." if at_margin else "Write one space instead.",
        title="Put spaces for tabs",
        edits=edits,
    )


def _step(lines: Sequence[Line]) -> int:
    """By how much the lines that are indented with spaces alone are: the least."""
    return min((line.indent for line in lines if line.indent and not line.value.startswith("\t")), default=_USUAL)


def _edits(document: Document, line: Line, step: int) -> Iterator[Edit]:
    source = line.span.of(document.text)
    margin = _MARGIN.match(source)
    if margin and source.strip():
        yield Edit(Span(line.span.start, line.span.start + margin.end()), margin.group().replace("\t", " " * step))
    behind = _BEHIND_DASH.match(source)
    if behind:
        yield Edit(Span(line.span.start + behind.start("gap"), line.span.start + behind.end("gap")), " ")

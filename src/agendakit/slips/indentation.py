"""The line of front matter whose indentation fits no other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit.diagnostic import Safety
from agendakit.slips.lines import spaces
from agendakit.slips.slip import Slip
from agendakit.text import Edit, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agendakit.slips.lines import Line


@dataclass(frozen=True, slots=True)
class _Level:
    """A mapping, or a list, that is open: its column, and the last line that stands in it."""

    column: int
    line: Line


def misplaced(lines: Iterable[Line], last: int) -> Slip | None:
    """The first line that lines up with none before it, up to a line of that number."""
    open_levels: list[_Level] = []
    closed: list[_Level] = []
    for line in lines:
        if line.number > last:
            return None
        if line.prose or line.is_empty or not (line.key or line.is_item):
            continue
        before = closed
        closed = [level for level in open_levels if level.column > line.indent]
        open_levels = open_levels[: len(open_levels) - len(closed)]
        wrong = _wrong(line, open_levels, closed, before)
        if wrong is not None:
            return wrong
        _enter(line, open_levels)
    return None


def _wrong(line: Line, open_levels: list[_Level], closed: list[_Level], before: list[_Level]) -> Slip | None:
    if not open_levels:
        return _slip(line, closed[0]) if closed else None
    above = open_levels[-1]
    if above.column == line.indent:
        return None
    if closed:
        return _slip(line, closed[0])
    if not above.line.value or above.line.value.startswith("#"):
        return None
    # A line that stands out between two that line up with each other is more likely wrong than both.
    neighbour = next((level for level in before if level.column == line.indent), None)
    return _slip(above.line, neighbour) if neighbour else _slip(line, above)


def _enter(line: Line, open_levels: list[_Level]) -> None:
    if open_levels and open_levels[-1].column == line.indent:
        open_levels.pop()
    open_levels.append(_Level(line.indent, line))
    if line.is_item and line.key:
        open_levels.append(_Level(line.column, line))


def _slip(line: Line, like: _Level) -> Slip:
    model, wanted = like.line, like.column
    name = f"`{model.key}`" if model.key and model.column == wanted else "the item"
    stands = f"is indented by {spaces(line.indent)}" if line.indent else "begins at the margin"
    where = f"like {name} in line {model.number}"
    remedy = f"Indent it by {spaces(wanted)}, {where}." if wanted else f"Begin it at the margin, {where}."
    missing = wanted - line.indent
    edit = Edit(Span(line.span.start, line.span.start), " " * missing)
    if missing < 0:
        edit = Edit(Span(line.span.start, line.span.start - missing), "")
    return Slip(
        span=_words(line),
        message=f"This line {stands}, and so does not line up with {name}.",
        help=remedy,
        title=remedy.removesuffix(".").replace(" it ", " the line ", 1),
        edits=(edit,),
        safety=Safety.UNSAFE,
    )


def _words(line: Line) -> Span:
    return Span(line.span.start + line.indent, line.start + len(line.value))

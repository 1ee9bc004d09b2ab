"""Tables that fit the terminal."""

from __future__ import annotations

import shutil
import sys
import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit.frame import columns
from agendakit.inert import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_GAP = "  "
_INDENT = "    "
_ELLIPSIS = "…"
_LEAST = 16
_UNBOUNDED = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """Column of a table.

    Attributes:
        gives_way: Whether its cells are cut where the table is wider than the terminal.
        optional: Whether it is left out where cutting is not enough; the last such column goes first.
        right: Whether its cells stand at its right, as numbers do.
        least: Cells that it needs to be read; with fewer, what stands in it comes below the rest of its row instead.
    """

    title: str
    gives_way: bool = False
    optional: bool = False
    right: bool = False
    least: int = 0


def width() -> int:
    """Cells in a line of the terminal; without a terminal, as many as the text takes, so that nothing is cut."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else _UNBOUNDED


def table(heads: Sequence[Column], rows: Sequence[Sequence[str]], room: int | None = None) -> str:
    """Lines of a table under its heads, cut to a width; columns without any content are left out."""
    room = room or width()
    cells = [[printable(cell) for cell in row] for row in rows]
    kept = [index for index in range(len(heads)) if any(row[index] for row in cells)]
    while True:
        shown = [heads[index] for index in kept]
        grid = [[row[index] for index in kept] for row in cells]
        widths = _widths(shown, grid, room)
        spare = [index for index in kept if heads[index].optional]
        if not spare or sum(widths) + len(_GAP) * (len(widths) - 1) <= room:
            break
        kept.remove(spare[-1])
    for index, cells_wide in zip(kept, widths, strict=True):
        natural = max((columns(row[index]) for row in cells), default=0)
        if cells_wide < min(natural, heads[index].least):
            return _with_lines_below(index, heads, cells, room)
    head = _line(shown, widths, [one.title for one in shown])
    return "\n".join((head, *(_line(shown, widths, row) for row in grid)))


def _with_lines_below(index: int, heads: Sequence[Column], rows: Sequence[Sequence[str]], room: int) -> str:
    """A table in which what a column holds stands below each row, in lines that fit."""
    others = [[*row[:index], *row[index + 1 :]] for row in rows]
    head, *lines = table([*heads[:index], *heads[index + 1 :]], others, room).split("\n")
    below = (wrapped(row[index], _INDENT, room) for row in rows)
    return "\n".join((head, *(f"{line}\n{text}" if text else line for line, text in zip(lines, below, strict=True))))


def wrapped(text: str, indent: str = "", room: int | None = None, hanging: str | None = None) -> str:
    """Prose in lines that fit, at most 100 cells wide, each after an indent, or those after the first after another."""
    limit = min(room or width(), 100)
    return textwrap.fill(
        printable(" ".join(text.split())),
        limit,
        initial_indent=indent,
        subsequent_indent=indent if hanging is None else hanging,
        break_on_hyphens=False,
    )


def cut(text: str, room: int) -> str:
    """A text cut to some cells, with an ellipsis where something was cut."""
    if columns(text) <= room:
        return text
    kept = text[:room]
    while kept and columns(kept) > room - 1:
        kept = kept[:-1]
    return kept.rstrip() + _ELLIPSIS


def _widths(heads: Sequence[Column], rows: Sequence[Sequence[str]], room: int) -> list[int]:
    natural = [max(map(columns, cells)) for cells in zip(*([one.title for one in heads], *rows), strict=True)]
    excess = sum(natural) + len(_GAP) * (len(heads) - 1) - room
    widths = list(natural)
    for index in _giving_way(heads, natural):
        taken = max(min(excess, widths[index] - _LEAST), 0)
        widths[index] -= taken
        excess -= taken
    return widths


def _giving_way(heads: Sequence[Column], widths: Sequence[int]) -> Iterator[int]:
    """Columns that may be cut, the widest first."""
    indices = (index for index, head in enumerate(heads) if head.gives_way)
    yield from sorted(indices, key=lambda index: -widths[index])


def _line(heads: Sequence[Column], widths: Sequence[int], row: Sequence[str]) -> str:
    parts = []
    for head, room, cell in zip(heads, widths, row, strict=True):
        text = cut(cell, room)
        space = " " * (room - columns(text))
        parts.append(space + text if head.right else text + space)
    return _GAP.join(parts).rstrip()

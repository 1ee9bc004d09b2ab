"""Items of lists that begin with something else than a hyphen and a space."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agendakit.diagnostic import Safety
from agendakit.slips.slip import Slip
from agendakit.text import Edit, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agendakit.slips.lines import Line

BULLETS = r"[*+\u2022\u00b7\u25cf\u25aa\u25e6\u2023\u2043\u2013\u2014\u2212]"
"""What begins an item elsewhere, as a pattern: stars, bullets, dashes."""

_MARK = re.compile(rf"(?:{BULLETS}[ \t\u00a0]+|-(?![-\s])|-\t[ \t]*)(?=\S)")
_NUMBER = re.compile(r"(?:\d{1,3}[.)]|\(\d{1,3}\))[ \t\u00a0]+(?=\S)")


def wrong_mark(lines: Sequence[Line], here: Line) -> Slip | None:
    """A line with another mark than `- `; the fix mends its neighbours too."""
    mark = _mark(here)
    if mark is None:
        return None
    alike = [line for line in lines if line.indent == here.indent]
    glued = mark.group() == "-"
    edits = tuple(Edit(Span(line.start, line.start + found.end()), "- ") for line in alike if (found := _mark(line)))
    return Slip(
        span=Span(here.start, here.start + len(mark.group().rstrip()) + glued),
        message="A space is missing behind the hyphen that begins this item."
        if glued
        else f"An item of a list begins with `- `, not with `{mark.group().strip() or 'a tab'}`.",
        help="Write `- ` before each item.",
        title="Write `- ` before each item",
        edits=edits,
        safety=Safety.UNSAFE if _NUMBER.match(here.value) else Safety.SAFE,
    )


def on_the_line_of_the_key(line: Line) -> Slip | None:
    """A list that begins behind its key."""
    if not line.key or line.prose or not line.value.startswith("- "):
        return None
    before = line.start
    return Slip(
        span=Span(before, before + 1),
        message=f"The list of `{line.key}` begins on the line of its key.",
        help="Begin it on the next line, each item behind `- `.",
        title="Begin the list on the next line",
        edits=(Edit(Span(before, before), "\n" + " " * (line.column + 2)),),
    )


def _mark(line: Line) -> re.Match[str] | None:
    return None if line.key or line.prose else _MARK.match(line.value) or _NUMBER.match(line.value)

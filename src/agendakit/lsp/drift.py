"""Diagnostics of an earlier text, moved to where their places lie in a later one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agendakit.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from agendakit.diagnostic import Diagnostic


def moved_along(diagnostics: Iterable[Diagnostic], before: str, after: str) -> Iterator[Diagnostic]:
    """Diagnostics whose place the change did not touch nor border on; without fixes, which may edit another place.

    The change is taken to be one: from the first character that differs to the last.
    """
    start = _shared(before, after)
    most = min(len(before), len(after)) - start
    end = len(before) - _shared(before[len(before) - most :][::-1], after[len(after) - most :][::-1])
    shift = len(after) - len(before)
    for one in diagnostics:
        span = one.place.span
        if before == after:
            yield one
        elif span.end < start or span.start > end:
            by = shift if span.start > end else 0
            place = replace(one.place, span=Span(span.start + by, span.end + by))
            yield replace(one, finding=replace(one.finding, place=place, fix=None))


def _shared(one: str, other: str) -> int:
    """Length of the beginning that two texts share."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))

"""Diagnostics of one rule about one place, side by side: shown together, so that the place is shown once."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from agendakit.diagnostic import Diagnostic


def folded(diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, ...]]:
    """Runs of diagnostics with the same rule, level and place, in the order given."""
    for _, together in groupby(diagnostics, key=lambda one: (one.rule, one.level, one.place)):
        yield tuple(together)

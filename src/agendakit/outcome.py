"""Counts of a check, for its reports."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from agendakit.diagnostic import Diagnostic, Level
from agendakit.extension import Summary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agendakit.check import Checked


def summarise(checked: Checked, diagnostics: Iterable[Diagnostic]) -> Summary:
    """Count what was read and what was found; whole entries, drafts and rejects all count as entries."""
    levels = Counter(diagnostic.level for diagnostic in diagnostics)
    return Summary(
        files=sum(path.suffix == ".md" for path in checked.documents),
        entries=checked.entries,
        errors=levels[Level.ERROR],
        warnings=levels[Level.WARNING],
        hints=levels[Level.HINT],
    )

"""A frame for each diagnostic, then the counts: for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.diagnostic import Level
from agendakit.extension import report
from agendakit.folding import folded
from agendakit.frame import frame_of
from agendakit.words import counted

if TYPE_CHECKING:
    from agendakit.extension import Outcome, Summary


@report
def full(outcome: Outcome) -> str:
    """Frames with a blank line between, one for what a rule says of one place, and one line of counts."""
    frames = [frame_of(together, outcome) for together in folded(outcome.diagnostics)]
    return "\n\n".join([*frames, f"{counts(outcome.summary)}{_hidden(outcome)}{_more(outcome)}"]) + "\n"


def _hidden(outcome: Outcome) -> str:
    """How to see the hints where they are only counted."""
    if not outcome.summary.hints or any(one.level is Level.HINT for one in outcome.diagnostics):
        return ""
    return f" `--hints` shows the {'hint' if outcome.summary.hints == 1 else 'hints'}."


def _more(outcome: Outcome) -> str:
    if not (outcome.half_checked and outcome.diagnostics):
        return ""
    those = "it" if outcome.half_checked == 1 else "them"
    entries = counted(outcome.half_checked, "entry does", "entries do")
    return f"\n{entries[:1].upper()}{entries[1:]} not validate yet: more may be said of {those} afterwards."


def counts(summary: Summary) -> str:
    """The counts as a sentence."""
    read = f"{counted(summary.entries, 'entry', 'entries')} in {counted(summary.files, 'file')}"
    if not (summary.errors or summary.warnings or summary.hints):
        return f"Nothing to mend: {read}."
    found = [
        counted(summary.errors, "error"),
        counted(summary.warnings, "warning"),
        counted(summary.hints, "hint"),
    ]
    return f"{', '.join(found)}: {read}."

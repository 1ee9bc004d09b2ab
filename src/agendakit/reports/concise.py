"""A line for each diagnostic: for eyes that know the rules, and for `grep`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.extension import report
from agendakit.frame import location
from agendakit.inert import printable

if TYPE_CHECKING:
    from agendakit.extension import Outcome


@report
def concise(outcome: Outcome) -> str:
    """``path:line:column: level[rule] message``."""
    return "".join(
        f"{location(diagnostic.place, outcome)}: {diagnostic.level}[{diagnostic.rule}]"
        f" {printable(diagnostic.finding.message)}\n"
        for diagnostic in outcome.diagnostics
    )

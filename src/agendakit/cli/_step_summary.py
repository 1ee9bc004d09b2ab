"""The table that GitHub shows below a run."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from agendakit.inert import markdown
from agendakit.reports.full import counts

if TYPE_CHECKING:
    from agendakit.diagnostic import Diagnostic
    from agendakit.extension import Outcome

_VARIABLE = "GITHUB_STEP_SUMMARY"
_MOST = 200
"""Rows; GitHub refuses a summary of more than 1 MiB."""


def write_step_summary(outcome: Outcome) -> None:
    """Append the table to the file that the runner names, where it names one."""
    name = os.environ.get(_VARIABLE)
    if name:
        with Path(name).open("a", encoding="utf-8") as stream:
            stream.write(step_summary(outcome))


def step_summary(outcome: Outcome) -> str:
    """Counts, and a row for each finding, errors first."""
    ordered = sorted(outcome.diagnostics, key=lambda diagnostic: diagnostic.level.weight)
    lines = ["### agendakit check", "", counts(outcome.summary), ""]
    if ordered:
        lines += ["| | Where | What | Remedy | Rule |", "|---|---|---|---|---|"]
        lines += [_row(diagnostic, outcome) for diagnostic in ordered[:_MOST]]
    if len(ordered) > _MOST:
        lines += ["", f"The first {_MOST} of {len(ordered)} are shown."]
    return "\n".join(lines) + "\n"


def _row(diagnostic: Diagnostic, outcome: Outcome) -> str:
    finding = diagnostic.finding
    start, _ = outcome.range_of(finding.place)
    where = markdown(f"{outcome.shown(finding.place.path)}:{start.line}")
    rule = f"[{diagnostic.rule}]({diagnostic.url})" if diagnostic.url else diagnostic.rule
    return f"| {diagnostic.level} | {where} | {markdown(finding.message)} | {markdown(finding.help)} | {rule} |"

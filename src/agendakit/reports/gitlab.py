"""GitLab's Code Quality report, which shows findings in a merge request.

Source: GitLab Docs, "Code Quality", section "Code Quality report format". Fingerprints stay the same when lines move.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.diagnostic import Level
from agendakit.extension import report
from agendakit.inert import json_text, printable
from agendakit.sameness import fingerprints

if TYPE_CHECKING:
    from agendakit.diagnostic import Diagnostic
    from agendakit.extension import Outcome

_SEVERITIES = {Level.ERROR: "major", Level.WARNING: "minor", Level.HINT: "info"}


@report
def gitlab(outcome: Outcome) -> str:
    """An array with one object for each diagnostic."""
    prints = fingerprints(outcome.diagnostics)
    return json_text(
        [_issue(one, outcome, fingerprint) for one, fingerprint in zip(outcome.diagnostics, prints, strict=True)]
    )


def _issue(diagnostic: Diagnostic, outcome: Outcome, fingerprint: str) -> dict[str, object]:
    finding = diagnostic.finding
    begin, end = outcome.range_of(finding.place)
    return {
        "description": printable(f"{finding.message} {finding.help}"),
        "check_name": diagnostic.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[diagnostic.level],
        "location": {"path": outcome.shown(finding.place.path), "lines": {"begin": begin.line, "end": end.line}},
    }

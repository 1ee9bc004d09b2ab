"""Workflow commands that GitHub shows as annotations, errors first: only ten a step are shown.

Source: GitHub Docs, "Workflow commands for GitHub Actions". Every text that came from a file is escaped: a runner obeys
``::`` at the start of a line and ``##[`` anywhere in one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.diagnostic import Level
from agendakit.extension import report
from agendakit.inert import printable

if TYPE_CHECKING:
    from agendakit.diagnostic import Diagnostic
    from agendakit.extension import Outcome

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.HINT: "notice"}


@report
def github(outcome: Outcome) -> str:
    """One command for each diagnostic."""
    ordered = sorted(outcome.diagnostics, key=lambda diagnostic: diagnostic.level.weight)
    return "".join(f"{_command(diagnostic, outcome)}\n" for diagnostic in ordered)


def _command(diagnostic: Diagnostic, outcome: Outcome) -> str:
    finding = diagnostic.finding
    properties = {"file": outcome.shown(finding.place.path), **_range(diagnostic, outcome), "title": diagnostic.rule}
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    words = [finding.message, finding.help, diagnostic.url]
    return f"::{_COMMANDS[diagnostic.level]} {listed}::{'%0A'.join(_data(word) for word in words if word)}"


def _range(diagnostic: Diagnostic, outcome: Outcome) -> dict[str, str]:
    if diagnostic.place.path not in outcome.documents:
        return {}
    start, end = outcome.range_of(diagnostic.place)
    if start.line != end.line:
        return {"line": str(start.line), "endLine": str(end.line)}
    return {"line": str(start.line), "col": str(start.column), "endColumn": str(end.column)}


def _data(text: str) -> str:
    return printable(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

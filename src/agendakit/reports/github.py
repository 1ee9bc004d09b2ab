"""Workflow commands that GitHub shows as annotations, errors first: only ten a step are shown.

Source: GitHub Docs, "Workflow commands for GitHub Actions". Every text that came from a file is escaped: a runner obeys
``::`` at the start of a line and ``##[`` anywhere in one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.diagnostic import Level
from agendakit.extension import report
from agendakit.folding import folded
from agendakit.inert import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from agendakit.diagnostic import Diagnostic
    from agendakit.extension import Outcome

_FEW = 2
_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.HINT: "notice"}


@report
def github(outcome: Outcome) -> str:
    """One command for each diagnostic, and one for many that a rule has about one place."""
    ordered = sorted(outcome.diagnostics, key=lambda diagnostic: diagnostic.level.weight)
    commands = (run for together in folded(ordered) for run in _runs(together))
    return "".join(f"{_command(run, outcome)}\n" for run in commands)


def _runs(together: tuple[Diagnostic, ...]) -> Iterable[tuple[Diagnostic, ...]]:
    """An entry that lacks a dozen fields would take all the annotations that are shown."""
    return [together] if len(together) > _FEW else [(one,) for one in together]


def _command(together: Sequence[Diagnostic], outcome: Outcome) -> str:
    diagnostic = together[0]
    path = outcome.shown(diagnostic.place.path)
    properties = {"file": path, **_range(diagnostic, outcome), "title": diagnostic.rule}
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    words = [*(words for one in together for words in (one.finding.message, one.finding.help)), diagnostic.url]
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

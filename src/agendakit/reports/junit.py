"""JUnit's XML, which most CI services show as tests.

Each file without an error is a test that passed; each error is one that failed. Warnings and hints do not fail a check,
so they stand in the output of a test that passed. There is no standard; this is what Jenkins' schema (junit-10.xsd)
and GitLab take.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from agendakit.diagnostic import Level
from agendakit.extension import report
from agendakit.frame import frame, location
from agendakit.inert import printable

if TYPE_CHECKING:
    from agendakit.diagnostic import Diagnostic
    from agendakit.extension import Outcome

_SUITE = "agendakit"


@report
def junit(outcome: Outcome) -> str:
    """One suite."""
    failed = {one.place.path for one in outcome.diagnostics if one.level is Level.ERROR}
    passed = [path for path in outcome.documents if path not in failed and path.suffix == ".md"]
    errors = sum(one.level is Level.ERROR for one in outcome.diagnostics)
    counts = {"tests": str(len(passed) + len(outcome.diagnostics)), "failures": str(errors), "errors": "0"}
    suites = Element("testsuites", {"name": _SUITE, **counts})
    suite = SubElement(suites, "testsuite", {"name": _SUITE, **counts, "skipped": "0", "time": "0"})
    for path in passed:
        shown = printable(outcome.shown(path))
        SubElement(suite, "testcase", {"classname": shown, "name": "no errors", "file": shown, "time": "0"})
    for diagnostic in outcome.diagnostics:
        _add(suite, diagnostic, outcome)
    indent(suites)
    text = tostring(suites, encoding="unicode").replace("##[", "##&#91;")
    return f"<?xml version='1.0' encoding='utf-8'?>\n{text}\n"


def _add(suite: Element, diagnostic: Diagnostic, outcome: Outcome) -> None:
    finding = diagnostic.finding
    shown = printable(outcome.shown(finding.place.path))
    start, _ = outcome.range_of(finding.place)
    name = f"{diagnostic.rule} at {location(finding.place, outcome)}"
    attributes = {"classname": shown, "name": name, "file": shown, "line": str(start.line), "time": "0"}
    case = SubElement(suite, "testcase", attributes)
    if diagnostic.level is Level.ERROR:
        about = {"type": diagnostic.rule, "message": printable(finding.message)}
        SubElement(case, "failure", about).text = frame(diagnostic, outcome)
    else:
        SubElement(case, "system-out").text = frame(diagnostic, outcome)

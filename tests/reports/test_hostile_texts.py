"""No text from an entry, and no name of a file, is obeyed by what shows a report.

A runner obeys ``::`` at the start of a line (white space before it does not count) and ``##[`` anywhere in one. A
terminal obeys what begins with a control character.
"""

from __future__ import annotations

import re

import pytest

from agendakit import reports
from agendakit.cli._step_summary import step_summary
from agendakit.extension import Report, collect
from agendakit.tally import tally
from hostile_outcome import outcome

RENDERED = {report.name: report.render(outcome()) for report in collect(reports, Report)}
SHOWN = {**RENDERED, "summary": step_summary(outcome()), "statistics": tally(outcome().diagnostics)}
OURS = re.compile(r"::(error|warning|notice) file=[^:]+::")


@pytest.mark.parametrize("name", SHOWN)
def test_no_control_character_is_shown(name):
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202e\ufffe]", SHOWN[name])


@pytest.mark.parametrize("name", SHOWN)
def test_no_runner_sees_a_command_that_is_not_ours(name):
    for line in re.split(r"\r\n|\r|\n", SHOWN[name]):
        assert "##[" not in line
        if line.lstrip().startswith("::"):
            assert name == "github"
            assert OURS.match(line)
            assert line.count("::", 0, OURS.match(line).end()) == 2


@pytest.mark.parametrize("name", SHOWN)
def test_every_report_can_be_encoded(name):
    assert SHOWN[name].encode("utf-8")


def test_errors_come_first_on_github():
    levels = [line.split(" ")[0] for line in RENDERED["github"].splitlines()]
    assert levels == ["::error", "::error", "::warning", "::notice"]


def test_the_step_summary_holds_no_markup_of_an_author():
    rows = [line for line in SHOWN["summary"].splitlines() if line.startswith("|")]
    assert len(rows) == 2 + 4
    for row in rows[2:]:
        assert row.count("|") == 6
        assert not re.search(r"<(?!/?code>)", row)
        assert "](https://evil" not in row
        assert "@everyone" not in row

"""Each format, read back by a reader that others wrote."""

from __future__ import annotations

import json

import pytest
from junitparser import Failure, JUnitXml
from sarif import loader
from sarif_pydantic import Sarif

from agendakit.extension import Outcome
from agendakit.outcome import summarise
from agendakit.reports import github, gitlab, junit, sarif
from agendakit.reports import json as json_report
from agendakit.text import Edit, Span, splice
from examples import ENTRIES, FOLDER, check_example
from hostile_outcome import HOSTILE, OTHER, PATH, TEXT, outcome

PROJECT = ENTRIES["project"]
BAD = (FOLDER / PROJECT).read_text(encoding="utf-8").replace("compute: laptop\n", "compute: labtop\ncost: no\n")


def real_outcome():
    checked = check_example({PROJECT: BAD})
    return Outcome(
        diagnostics=checked.diagnostics,
        documents=checked.documents,
        summary=summarise(checked, checked.diagnostics),
    )


@pytest.mark.parametrize("made", [outcome, real_outcome])
def test_sarif_is_read_by_the_models_of_the_standard(made):
    given = made()
    log = Sarif.model_validate_json(sarif.sarif.render(given))
    (run,) = log.runs
    assert [result.rule_id for result in run.results] == [one.rule for one in given.diagnostics]
    for result in run.results:
        assert run.tool.driver.rules[result.rule_index].id == result.rule_id


def test_sarif_is_read_by_sarif_tools(tmp_path):
    path = tmp_path / "report.sarif"
    path.write_text(sarif.sarif.render(real_outcome()), encoding="utf-8")
    read = loader.load_sarif_file(str(path))
    counts = read.get_report().get_issue_count_for_severity
    assert counts("error") == real_outcome().summary.errors
    assert counts("warning") == real_outcome().summary.warnings
    assert counts("note") == real_outcome().summary.hints


def test_a_fix_in_sarif_is_the_fix():
    given = real_outcome()
    results = json.loads(sarif.sarif.render(given))["runs"][0]["results"]
    (change,) = next(one for one in results if one["ruleId"] == "invalid-value")["fixes"][0]["artifactChanges"]
    lines = given.documents[PROJECT].lines
    edits = [
        Edit(
            Span(
                _offset(lines, place["startLine"], place["startColumn"]),
                _offset(lines, place["endLine"], place["endColumn"]),
            ),
            one["insertedContent"]["text"],
        )
        for one in change["replacements"]
        for place in [one["deletedRegion"]]
    ]
    assert splice(BAD, edits) == BAD.replace("labtop", "laptop")


def _offset(lines, line, column):
    return lines.line_span(line).start + column - 1


@pytest.mark.parametrize("made", [outcome, real_outcome])
def test_junit_is_read_by_junitparser(made):
    given = made()
    (suite,) = JUnitXml.fromstring(junit.junit.render(given).encode())
    failed = [case for case in suite if case.result]
    assert suite.failures == given.summary.errors == len(failed)
    assert suite.tests == len(list(suite))
    assert all(isinstance(result, Failure) for case in failed for result in case.result)


def test_gitlab_has_the_documented_fields():
    given = real_outcome()
    issues = json.loads(gitlab.gitlab.render(given))
    assert len(issues) == len(given.diagnostics)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert not issue["location"]["path"].startswith("./")
        assert 1 <= issue["location"]["lines"]["begin"] <= issue["location"]["lines"]["end"]


def test_fingerprints_stay_when_lines_move():
    moved = check_example({PROJECT: BAD.replace("kind: project\n", "kind: project\n# more\n\n")})
    after = Outcome(diagnostics=moved.diagnostics, documents=moved.documents, summary=real_outcome().summary)
    before = json.loads(gitlab.gitlab.render(real_outcome()))
    assert {one["fingerprint"] for one in before} == {
        one["fingerprint"] for one in json.loads(gitlab.gitlab.render(after))
    }


def test_json_gives_back_every_text_as_it_is():
    first = json.loads(json_report.json.render(outcome()))["diagnostics"][0]
    assert first["message"] == HOSTILE
    assert first["path"] == str(PATH)
    assert TEXT[first["start"]["offset"] : first["end"]["offset"]] == TEXT[10:20]


def test_a_runner_reads_the_place_of_each_annotation():
    commands = github.github.render(outcome()).splitlines()
    for command, path in zip(commands[:2], (OTHER, OTHER), strict=True):
        properties = dict(pair.split("=", 1) for pair in command.split("::")[1].partition(" ")[2].split(","))
        named = properties["file"].replace("%3A", ":").replace("%2C", ",").replace("%25", "%")
        assert named == str(path)
        assert properties["line"] == "1"

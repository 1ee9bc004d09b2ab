"""`agendakit forms` and `agendakit from-issue`."""

from __future__ import annotations

import yaml

BODY = """### Title

Does a probe survive the night?

### Agenda

{agenda}

### Question

Does a probe trained by day work at night?

### Text: Motivation

{text}
"""


def _issue(desk, agenda="probing", text="Because.", body=BODY):
    desk.write("issue.md", body.format(agenda=agenda, text=text))
    return desk.run("from-issue", "issue.md", "--kind", "project")


def test_forms_and_workflow_are_written_once(desk):
    found = desk.run("forms")
    assert found.code == 0
    assert len(found.out.splitlines()) == 4
    assert desk.run("forms").out == ""
    assert desk.run("forms", "--check").code == 0
    form = yaml.safe_load(desk.read(".github/ISSUE_TEMPLATE/project.yml"))
    agenda = next(element for element in form["body"] if element.get("id") == "agenda")
    assert agenda["attributes"]["options"] == ["probing"]


def test_a_form_that_is_missing_is_said_to_be(desk):
    found = desk.run("forms", "--check")
    assert found.code == 1
    assert "project.yml is missing. Run `agendakit forms`" in found.out
    assert "differs" not in found.out


def test_a_form_that_differs_fails_the_check(desk):
    desk.run("forms")
    desk.write(".github/ISSUE_TEMPLATE/project.yml", "name: mine\n")
    found = desk.run("forms", "--check")
    assert found.code == 1
    assert "project.yml differs" in found.out
    assert desk.read(".github/ISSUE_TEMPLATE/project.yml") == "name: mine\n"


def test_the_workflow_puts_nothing_of_a_stranger_into_a_command(desk):
    desk.run("forms")
    workflow = yaml.safe_load(desk.read(".github/workflows/entry-from-issue.yml"))
    steps = workflow["jobs"]["draft"]["steps"]
    assert not [step for step in steps if "${{" in step.get("run", "")]
    assert all(len(step["uses"].partition("@")[2]) == 40 for step in steps if "uses" in step)
    assert workflow["permissions"] == {}


def test_an_issue_becomes_a_draft_that_passes(desk):
    found = _issue(desk)
    assert (found.code, found.err) == (0, "")
    assert found.out == "agendas/probing/probe-survive-night.md\n"
    assert desk.run("check", "--strict").code == 0
    assert "## Motivation\n\nBecause.\n" in desk.read("agendas/probing/probe-survive-night.md")


def test_an_agenda_that_does_not_exist_is_left_out(desk):
    found = _issue(desk, agenda="nowhere")
    assert found.code == 0
    assert "`agenda` is left out" in found.err
    assert found.out == "agendas/probe-survive-night.md\n"


def test_a_second_issue_with_the_same_title_gets_an_id_of_its_own(desk):
    _issue(desk)
    other = BODY.replace("trained by day", "trained at dawn")
    assert _issue(desk, body=other).out == "agendas/probing/probe-survive-night-2.md\n"


def test_the_same_issue_again_makes_nothing_and_says_where_the_entry_is(desk):
    _issue(desk)
    before = desk.contents()
    found = _issue(desk)
    assert (found.code, found.out) == (1, "")
    assert "`agendas/probing/probe-survive-night.md` has this title and question already" in found.err
    assert desk.contents() == before


def test_a_text_that_was_written_with_no_form_makes_nothing(desk):
    desk.write("issue.md", "Hello, I have an idea.")
    before = desk.contents()
    found = desk.run("from-issue", "issue.md")
    assert found.code == 1
    assert desk.contents() == before

from __future__ import annotations

import pytest

from git import commit_all

PROJECT = "agendas/probing/probe-transfer.md"


@pytest.fixture
def changed(desk):
    commit_all(desk.folder)
    desk.write(PROJECT, desk.read(PROJECT).replace("compute: laptop", "compute: cluster"))
    return desk


def test_a_revision_is_compared_with_the_files_as_they_are(changed):
    outcome = changed.run("diff", "HEAD")
    assert outcome.code == 0
    assert "Changed (1)\n  `probe-transfer`: compute laptop → cluster" in outcome.out


def test_two_revisions_are_compared(changed):
    commit_all(changed.folder)
    assert changed.run("diff", "HEAD", "HEAD").out == "Nothing changes for readers.\n"
    assert "laptop → cluster" in changed.run("diff", "HEAD~1", "HEAD", "--format", "markdown").out
    assert changed.run("diff", "HEAD~1", "--format", "json").data["changed"][0]["id"] == "probe-transfer"


def test_a_missing_revision_exits_with_2_and_a_sentence(changed):
    outcome = changed.run("diff", "nowhere")
    assert outcome.code == 2
    assert "There is no revision `nowhere` here." in outcome.err


def test_new_hints_are_counted_with_the_names_of_their_rules(desk):
    commit_all(desk.folder)
    spare = "---\nkind: concept\ntitle: Logistic regression\nsummary: A linear classifier that gives probabilities.\n"
    desk.write("agendas/concepts/logistic-regression.md", f"{spare}stage: draft\n---\n\nText.\n")
    found = desk.run("diff", "HEAD").out
    assert "New findings (4)\n  4 hints: `missing-field`." in found

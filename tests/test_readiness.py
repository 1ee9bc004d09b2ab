from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath

import pytest

from agendakit.model import Project
from agendakit.readiness import needs, path_to, ready_hours, running_claims, startability
from examples import ENTRIES, FOLDER, TODAY, check_example

PROJECT = (FOLDER / ENTRIES["project"]).read_text(encoding="utf-8")


def concept(name, needed, hours=2):
    listed = "".join(f"  - id: {one}\n    why: for {name}\n" for one in needed)
    return {
        PurePosixPath(f"agendas/concepts/{name}.md"): (
            f"---\nkind: concept\ntitle: Concept {name}\nsummary: An example of a concept that others need or open.\n"
            f"created: 2026-01-10\n{f'prerequisites:{chr(10)}{listed}' if needed else ''}hours: {hours}\n"
            "resources:\n  - {title: Example, ref: https://example.org/, form: docs}\ncheck_yourself: [What is it?]\n"
            "---\n\nText.\n"
        )
    }


@pytest.fixture(scope="module")
def catalogue():
    files = {**concept("a", []), **concept("b", ["a"], 3), **concept("c", ["a", "b"], 5), **concept("d", ["c"], 7)}
    return check_example(files).catalogue


def test_needs_come_in_reading_order(catalogue):
    assert needs(catalogue, "d").before == ("a", "b", "c")


def test_a_path_leaves_out_what_is_known_and_what_that_needs(catalogue):
    path = path_to(catalogue, "d", known=["b"])
    assert [step.id for step in path.steps] == ["c"]
    assert path.known == ("a", "b")
    assert path.hours == 5


def test_each_step_says_who_wants_it_and_why(catalogue):
    steps = path_to(catalogue, "d").steps
    assert [(step.id, step.wanted_by, step.why) for step in steps] == [
        ("a", "b", "for b"),
        ("b", "c", "for c"),
        ("c", "d", "for d"),
    ]


def test_hours_stop_at_what_is_assumed(catalogue):
    assert ready_hours(catalogue, "probe-transfer", ["pytorch"]) == 8
    assert ready_hours(catalogue, "probe-transfer") == 28


@pytest.mark.parametrize(
    ("today", "running"), [("2026-01-31", False), ("2026-02-01", True), ("2026-06-30", True), ("2026-07-01", False)]
)
def test_a_claim_runs_from_its_first_to_its_last_day(today, running):
    claim = "claims:\n  - {by: Ada Example, since: 2026-02, until: 2026-06-30}\n"
    checked = check_example({ENTRIES["project"]: PROJECT.replace("teaches:", f"{claim}teaches:")})
    project = checked.catalogue.records["probe-transfer"].entry
    assert isinstance(project, Project)
    assert bool(running_claims(project, date.fromisoformat(today))) == running


def test_startability_names_what_is_met_and_what_is_missing():
    catalogue = check_example({}).catalogue
    signs = startability(catalogue, catalogue.records["probe-transfer"], TODAY)
    assert signs.missing == ("first step tried", "someone to ask")
    assert len(signs.met) == 7


def test_what_would_help_and_is_no_entry_is_not_listed():
    helped = {
        path: text.replace("id: gone\n", "id: gone\n    need: helpful\n")
        for path, text in concept("e", ["gone"]).items()
    }
    assert needs(check_example(helped).catalogue, "e").helpful == ()

"""`agendakit health`."""

from __future__ import annotations

import os
import subprocess

import pytest

PROJECT = "agendas/probing/probe-transfer.md"


def _lines(desk, *options):
    return {line["name"]: line for line in desk.run("health", "--json", *options).data["lines"]}


@pytest.mark.parametrize(
    ("change", "today", "name", "ids"),
    [
        (("", ""), "2027-01-05", "to-read-again", ["probe-transfer", "probing"]),
        (("", ""), "2026-06-01", "to-read-again", []),
        (
            ("pitfalls:", "claims: [{by: Ada Example, since: 2026-01, until: 2026-02-10}]\npitfalls:"),
            "2026-02-01",
            "ending",
            ["probe-transfer"],
        ),
        (
            ("pitfalls:", "mentors: [{name: Ada Example, contact: the forum, until: 2026-02-10}]\npitfalls:"),
            "2026-01-10",
            "ending",
            [],
        ),
        (("", ""), "2026-02-01", "untried", ["probe-transfer"]),
        (("  time: 2 hours", "  time: 2 hours\n  tried: [{by: Ada Example, date: 2026}]"), "2026-02-01", "untried", []),
        (("addresses: [transfer]\n", ""), "2026-02-01", "unaddressed", ["probing"]),
        (("", ""), "2026-02-01", "unaddressed", []),
        (("difficulty: first-project", "difficulty: advanced"), "2026-02-01", "without-first-project", ["probing"]),
        (("", ""), "2026-02-01", "without-first-project", []),
        (("", ""), "2026-02-01", "blocking", ["linear-probes"]),
    ],
)
def test_a_line_names_what_has_to_be_seen_to(desk, change, today, name, ids):
    desk.write(PROJECT, desk.read(PROJECT).replace(*change) if change[0] else desk.read(PROJECT))
    line = _lines(desk, "--today", today)[name]
    assert [item["id"] for item in line["items"]] == ids
    assert bool(line["command"]) == bool(ids)


def test_an_old_draft_is_named_with_its_file(desk):
    desk.write(
        "agendas/concepts/idea.md",
        "---\nkind: concept\ntitle: An idea\nsummary: " + "x" * 50 + "\nstage: draft\ncreated: 2026-01-01\n---\n",
    )
    assert _lines(desk, "--today", "2026-03-01")["old-drafts"]["items"] == []
    line = _lines(desk, "--today", "2026-06-01")["old-drafts"]
    assert line["items"] == [{"id": "idea", "words": "begun on 2026-01-01"}]
    assert line["command"] == "agendakit check --hints agendas/concepts/idea.md"


def test_the_coverage_counts_projects_by_agenda_and_difficulty(desk):
    (coverage,) = desk.run("health", "--json", "--today", "2026-02-01").data["coverage"]
    assert coverage["agenda"] == "probing"
    assert coverage["counts"] == {
        "first-project": 1,
        "second-project": 0,
        "intermediate": 0,
        "advanced": 0,
        "frontier": 0,
    }


def test_each_line_on_the_screen_stands_with_its_command(desk):
    shown = desk.run("health", "--today", "2026-02-01").out
    assert "→ agendakit path linear-probes" in shown
    assert "PROJECTS BY AGENDA  first-project" in shown


def test_an_empty_catalogue_says_where_to_begin(empty_desk):
    (empty_desk.folder / "agendas").mkdir()
    assert "agendakit new agenda" in empty_desk.run("health").out


def _commit(desk, day):
    author = {"NAME": "Ada Example", "EMAIL": "ada@example.org", "DATE": f"{day}T12:00:00+00:00"}
    environment = {f"GIT_{who}_{name}": value for who in ("AUTHOR", "COMMITTER") for name, value in author.items()}
    for command in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "-m", day]):
        subprocess.run(["git", *command], cwd=desk.folder, env={**os.environ, **environment}, check=True)


def test_what_changed_within_a_week_is_named_and_who_lost_a_path_first(desk):
    _commit(desk, "2026-03-01")
    assert _lines(desk, "--today", "2026-03-20")["this-week"]["items"] == []
    more = "agendas/concepts/statistics.md"
    desk.write(more, desk.read("agendas/concepts/pytorch.md").replace("title: PyTorch\n", "title: Statistics\n"))
    desk.write(PROJECT, desk.read(PROJECT).replace("prerequisites:\n", "prerequisites:\n  - statistics\n"))
    _commit(desk, "2026-03-18")
    line = _lines(desk, "--today", "2026-03-20")["this-week"]
    assert [item["id"] for item in line["items"]] == ["probe-transfer", "statistics", "probe-transfer"]
    assert "out of reach" in line["items"][0]["words"]
    assert line["command"].startswith("agendakit diff ")


def test_without_git_nothing_is_said_of_the_week(desk):
    assert "this-week" not in _lines(desk, "--today", "2026-03-20")

"""`agendakit find`."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        ((), ["probe-transfer", "linear-probes", "probing", "pytorch"]),
        (("linear",), ["linear-probes", "probe-transfer", "probing"]),
        (("topic", "change"), ["probe-transfer"]),
        (("topik",), ["probe-transfer"]),
        (("--kind", "concept"), ["pytorch", "linear-probes"]),
        (("--difficulty", "first-project,frontier"), ["probe-transfer"]),
        (("--difficulty", "frontier"), []),
        (("--effort-max", "weekend"), []),
        (("--effort-max", "month"), ["probe-transfer"]),
        (("--effort-max", "4 days"), ["probe-transfer"]),
        (("--compute", "none"), []),
        (("--agenda", "probing"), ["probe-transfer", "probing"]),
        (("--tag", "probing"), ["probe-transfer"]),
    ],
)
def test_each_option_narrows_what_is_found(desk, options, ids):
    found = desk.run("find", "--json", *options)
    assert found.code == 0
    assert sorted(entry["id"] for entry in found.data["entries"]) == sorted(ids)


def test_words_put_the_best_entry_first(desk):
    found = desk.run("find", "--json", "linear", "probes").data["entries"]
    assert found[0]["id"] == "linear-probes"


def test_what_one_knows_shortens_the_way(desk):
    before = desk.run("find", "--json", "--kind", "project").data["entries"][0]
    after = desk.run("find", "--json", "--kind", "project", "--knows", "linear-probes").data["entries"][0]
    assert (before["to_learn"], before["hours_to_learn"]) == (["linear-probes"], 8)
    assert (after["to_learn"], after["hours_to_learn"]) == ([], 0)


def test_a_mistyped_word_of_a_vocabulary_is_refused_with_the_nearest(desk):
    found = desk.run("find", "--difficulty", "first-projekt")
    assert found.code == 2
    assert "Did you mean `first-project`?" in found.err


def test_a_mistyped_concept_is_refused_with_the_nearest(desk):
    found = desk.run("find", "--knows", "linear-prob")
    assert found.code == 2
    assert "Did you mean `linear-probes`?" in found.err


def test_the_table_names_id_title_and_what_is_to_learn(desk):
    lines = desk.run("find", "--kind", "project").out.splitlines()
    assert lines[0].split("  ")[0] == "ID"
    assert lines[1].startswith(
        "probe-transfer  Does a probe survive a change of topic?  first-project  2-4 days  laptop"
    )
    assert lines[1].endswith("8 hours")


@pytest.mark.parametrize("command", ["find", "graph"])
def test_what_is_no_agenda_is_refused_as_one(desk, command):
    found = desk.run(command, "--agenda", "probe-transfer")
    assert found.code == 2
    assert "`probe-transfer` is a project, and no agenda." in found.err


DRAFT = (
    "---\nkind: concept\nstage: draft\ntitle: Linear ideas\nsummary: A paragraph that is long enough for one.\n---\n"
)


def test_drafts_that_are_left_out_are_named(desk):
    assert "draft" not in desk.run("find", "linear").err
    desk.write("agendas/concepts/idea.md", DRAFT)
    found = desk.run("find", "linear")
    assert "idea" not in found.out
    assert "1 draft (`idea`) is left out." in found.err
    assert "1 draft (`idea`) is left out." in desk.run("find", "zebra").err
    for number in range(3):
        desk.write(f"agendas/concepts/idea-{number}.md", DRAFT)
    assert "4 drafts are left out." in desk.run("find").err


def test_weeks_are_explained_where_there_are_some(desk):
    assert "40 hours" not in desk.run("find", "--kind", "project").err
    concept = "agendas/concepts/linear-probes.md"
    desk.write(concept, desk.read(concept).replace("hours: 8", "hours: 80"))
    found = desk.run("find", "--kind", "project")
    assert found.out.endswith("2 weeks\n")
    assert "A week is 40 hours of work." in found.err


def test_no_word_that_can_be_sought_finds_all(desk):
    assert len(desk.run("find", "--json", "!?").data["entries"]) == 4


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (["tag:probing"], {"probe-transfer"}),
        (["TAGS:prob", "topic"], {"probe-transfer"}),
        (["tag:probing", "tag:nope"], set()),
        (["tag:obing"], set()),
    ],
)
def test_a_tag_is_named_as_in_the_search_of_the_site(desk, query, found):
    assert {
        one["id"] for one in desk.run("find", *query, "--json").data["entries"] if one["kind"] == "project"
    } == found

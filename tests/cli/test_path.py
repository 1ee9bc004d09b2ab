"""`agendakit path`."""

from __future__ import annotations

import pytest


def test_the_steps_come_in_the_order_of_learning_with_hours_and_reasons(desk):
    desk.write("agendakit.toml", 'name = "Without assumptions"\n')
    found = desk.run("path", "probe-transfer", "--json").data
    assert [(step["id"], step["hours"]) for step in found["steps"]] == [("pytorch", 20), ("linear-probes", 8)]
    assert found["hours"] == 28
    assert found["steps"][1]["wanted_by"] == "probe-transfer"
    assert found["steps"][1]["why"] == "The whole project is one probe."


def test_what_one_knows_is_left_out(desk):
    found = desk.run("path", "probe-transfer", "--knows", "linear-probes")
    assert found.code == 0
    assert "you can start" in found.out
    assert "Known already: pytorch and linear-probes." in found.out


def test_an_earlier_id_leads_to_the_entry(desk):
    concept = "agendas/concepts/linear-probes.md"
    desk.write(concept, desk.read(concept).replace("hours: 8", "hours: 8\naliases: [probing-classifiers]"))
    assert desk.run("path", "probing-classifiers", "--json").data["id"] == "linear-probes"


def test_an_unknown_id_is_refused_with_the_nearest(desk):
    found = desk.run("path", "probe-transfr")
    assert found.code == 2
    assert "Did you mean `probe-transfer`?" in found.err


def test_a_draft_is_said_to_be_one(desk):
    desk.write(
        "agendas/concepts/idea.md", "---\nkind: concept\ntitle: An idea\nsummary: " + "x" * 50 + "\nstage: draft\n---\n"
    )
    found = desk.run("path", "idea")
    assert found.code == 2
    assert "is a draft" in found.err


@pytest.mark.parametrize(
    "name", ["agendas/probing/probe-transfer.md", "./agendas/probing/probe-transfer.md", "agendas/probing/index.md"]
)
def test_a_file_stands_for_its_entry(desk, name):
    wanted = "probing" if name.endswith("index.md") else "probe-transfer"
    assert desk.run("path", name, "--json").data["id"] == wanted


def test_a_file_stands_for_its_entry_in_its_own_folder(desk, monkeypatch):
    monkeypatch.chdir(desk.folder / "agendas/probing")
    assert desk.run("path", "probe-transfer.md", "--json").data["id"] == "probe-transfer"
    assert desk.run("path", "index.md", "--json").data["id"] == "probing"


def test_a_folder_stands_for_its_agenda(desk):
    assert len(desk.run("find", "--json", "--agenda", "agendas/probing/").data["entries"]) == 2


def test_a_file_that_is_not_there_is_said_to_be_missing(desk):
    found = desk.run("path", "agendas/probing/probe-transfr.md")
    assert found.code == 2
    assert "There is no file `agendas/probing/probe-transfr.md`. Did you mean `probe-transfer`?" in found.err


@pytest.mark.parametrize("wanted", ["@what-i-know.json", "what-i-know.json", "@./what-i-know.json"])
@pytest.mark.parametrize("command", [("path", "probe-transfer"), ("find", "--kind", "project")])
def test_the_file_that_the_page_saves_says_what_is_known(desk, command, wanted):
    desk.write("what-i-know.json", '{\n "knows": [\n  "linear-probes"\n ]\n}\n')
    typed, read = (desk.run(*command, "--json", "--knows", one) for one in ("linear-probes", wanted))
    assert (read.code, read.err) == (0, "")
    assert read.data == typed.data


def test_a_file_below_the_home_folder_may_be_named_with_a_tilde(desk, monkeypatch):
    monkeypatch.setenv("HOME", str(desk.folder))
    desk.write("what-i-know.json", '{"knows": ["linear-probes"]}')
    assert "you can start" in desk.run("path", "probe-transfer", "--knows", "@~/what-i-know.json").out


def test_what_no_longer_exists_in_such_a_file_is_left_out_with_a_word(desk):
    desk.write("what-i-know.json", '{"knows": ["linear-probes", "gone"]}')
    found = desk.run("path", "probe-transfer", "--knows", "@what-i-know.json")
    assert found.code == 0
    assert "you can start" in found.out
    assert found.err == "Of `what-i-know.json`, `gone` is no published entry and is left out.\n"


@pytest.mark.parametrize("text", ["", "[]", "{", '{"knows": "linear-probes"}', '{"knows": [3]}', "[" * 20_000])
def test_another_file_is_refused_with_what_it_should_hold(desk, text):
    desk.write("known.json", text)
    found = desk.run("path", "probe-transfer", "--knows", "@known.json")
    assert found.code == 2
    assert "`known.json` does not say what you know." in found.err


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("@nowhere.json", "`nowhere.json` cannot be read"),
        ("@~nobody-has-this-name/x.json", "`~nobody-has-this-name/x.json` cannot be read"),
        ("@", "Name the file behind `@`"),
        ("@large.json", "`large.json` is larger than any list of what one knows"),
        ("@agendas", "`agendas` cannot be read"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(desk, name, sentence):
    desk.write("large.json", " " * 1_100_000)
    found = desk.run("find", "--knows", name)
    assert found.code == 2
    assert sentence in found.err


def test_weeks_are_explained_where_there_are_some(desk):
    assert "40 hours" not in desk.run("path", "probe-transfer").out
    concept = "agendas/concepts/linear-probes.md"
    desk.write(concept, desk.read(concept).replace("hours: 8", "hours: 80"))
    assert desk.run("path", "probe-transfer").out.count("A week is 40 hours of work.") == 1


def test_what_is_needed_and_not_published_is_named(desk):
    concept = "agendas/concepts/linear-probes.md"
    desk.write(concept, desk.read(concept).replace("kind: concept", "kind: concept\nstage: draft"))
    found = desk.run("path", "probe-transfer")
    assert "you can start" not in found.out
    assert "Needed too, and not published yet: linear-probes." in found.out
    assert desk.run("path", "probe-transfer", "--json").data["unpublished"] == ["linear-probes"]


@pytest.mark.parametrize("need", ["on-the-way", "helpful"])
def test_what_is_not_needed_before_is_told_apart(desk, need):
    project = "agendas/probing/probe-transfer.md"
    desk.write(project, desk.read(project).replace("id: linear-probes", f"id: linear-probes\n    need: {need}"))
    found = desk.run("path", "probe-transfer", "--json").data
    parts = {name: found[name] for name in ("steps", "on_the_way", "helpful")}
    assert parts == {"steps": [], "on_the_way": [], "helpful": [], need.replace("-", "_"): ["pytorch", "linear-probes"]}

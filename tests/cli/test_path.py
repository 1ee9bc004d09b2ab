"""`agendakit path`."""

from __future__ import annotations


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

"""`agendakit new`."""

from __future__ import annotations

import io

import pytest

from agendakit.model import KINDS
from agendakit.model.reflect import fields_of

PROJECT = ("new", "project", "--title", "How deep is a probe?", "--question", "In which layer does a probe work best?")
SUMMARY = "A paragraph that is long enough to be the summary of an entry."
CONCEPT = ("new", "concept", "--title", "How deep is a probe?", "--summary", SUMMARY)


def _answer(monkeypatch, *lines):
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


@pytest.mark.parametrize("kind", KINDS)
def test_from_options_alone_it_only_prints_the_path_of_a_draft_that_passes(desk, kind):
    wanted = "question" if kind == "project" else "summary"
    outcome = desk.run("new", kind, "brand-new", "--title", "Something new", f"--{wanted}", SUMMARY)
    assert (outcome.code, outcome.err) == (0, "")
    text = desk.read(outcome.out.strip())
    assert "stage: draft\n" in text
    assert desk.run("check", "--strict").code == 0


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_still_to_write_comes_from_the_model(desk, kind):
    wanted = "question" if kind == "project" else "summary"
    path = desk.run("new", kind, "brand-new", "--title", "Something new", f"--{wanted}", SUMMARY).out.strip()
    text = desk.read(path)
    for field in fields_of(kind):
        if field.needed == "yes" and not field.condition and not field.default:
            assert f"\n{field.name}: " in text or f"\n# {field.name}: " in text, field.name


def test_the_comments_become_a_valid_entry_once_they_are_uncommented(desk):
    path = desk.run(*PROJECT, "--agenda", "probing").out.strip()
    lines = [line.removeprefix("#     ") for line in desk.read(path).splitlines()]
    kept = [line for line in lines if not line.startswith("#") or line.startswith("##")]
    desk.write(path, "\n".join(kept).replace("stage: draft\n", "") + "\n")
    found = desk.run("check", "--format", "json", path).data["diagnostics"]
    assert not [one for one in found if one["rule"] in ("missing-field", "invalid-value", "broken-front-matter")]


def test_each_entry_lands_where_its_kind_belongs(desk):
    assert desk.run(*PROJECT, "--agenda", "probing").out == "agendas/probing/how-deep-probe.md\n"
    concept = desk.run("new", "concept", "--title", "Idea of ideas", "--summary", SUMMARY)
    assert concept.out == "agendas/concepts/idea-ideas.md\n"
    agenda = desk.run("new", "agenda", "big", "--title", "A big agenda", "--summary", SUMMARY)
    assert agenda.out == "agendas/big/index.md\n"


def test_options_stand_in_the_entry(desk):
    path = desk.run(
        *PROJECT,
        *("--agenda", "probing", "--difficulty", "advanced", "--author", "Ada Example", "--tag", "probing"),
        *("--prerequisite", "linear-probes", "--paper", "arXiv:1610.01644", "--paper", "method=arXiv:1610.01644"),
        *(
            "--set",
            "first_step.do=Train: it.",
            "--set",
            "first_step.time=1 hour",
            "--set",
            "first_step.observe=A number.",
        ),
        *("--set", "done_when=[One table.]"),
    ).out.strip()
    text = desk.read(path)
    for line in (
        "authors:\n  - name: Ada Example\n",
        "prerequisites: [linear-probes]\n",
        "  - ref: arXiv:1610.01644\n    role: start-here\n  - ref: arXiv:1610.01644\n    role: method\n",
        'first_step:\n  do: "Train: it."\n  time: 1 hour\n  observe: A number.\n',
        "done_when:\n  - One table.\n",
        "difficulty: advanced\n",
    ):
        assert line in text


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("new", "project", "--title", "Something new"), "A draft of a project needs --question."),
        (
            ("new", "concept", "--title", "Abc", "--summary", SUMMARY),
            "`title`: Expected one line of 5 to 120 characters",
        ),
        ((*PROJECT, "--difficulty", "advancd"), "Did you mean `advanced`?"),
        ((*PROJECT, "--agenda", "probin"), "Did you mean `probing`?"),
        ((*PROJECT, "--prerequisite", "linear-prbes"), "No concept or project has the id `linear-prbes`. Did you mean"),
        ((*CONCEPT, "--prerequisite", "probe-transfer"), "No concept has the id `probe-transfer`."),
        ((*PROJECT, "--agenda", "probing", "--addresses", "transfr"), "no open question `transfr`. Did you mean"),
        ((*PROJECT, "--agenda", "probing", "--addresses", "nope"), "Its questions are `transfer`."),
        ((*PROJECT, "--addresses", "nope"), "No agenda has the open question `nope`."),
        ((*PROJECT, "--set", "prerequisites=[nope]"), "No concept or project has the id `nope`."),
        ((*PROJECT, "--set", "prerequisites=[{id: nope, why: Because.}]"), "No concept or project has the id `nope`."),
        ((*PROJECT, "--set", "teaches=[probing]"), "No concept has the id `probing`."),
        ((*PROJECT, "--paper", "1610.01644"), "Did you mean `arXiv:1610.01644`?"),
        ((*PROJECT, "--paper", "method=nonsense"), "`nonsense` is neither an arXiv number"),
        ((*PROJECT, "--paper", "methd=arXiv:1610.01644"), "`methd` is no role of a paper. Did you mean `method`?"),
        ((*PROJECT, "--set", "effrt=2 days"), "`effrt` is no field of a project."),
        (("new", "project", "linear-probes", *PROJECT[2:]), "`linear-probes` is taken"),
        (("new", "project", "Not-an-id", *PROJECT[2:]), "`Not-an-id` is no id."),
        (("new", "project", "--title", "表題表題表題", *PROJECT[4:]), "Give an ID"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_written(desk, arguments, words):
    before = desk.contents()
    outcome = desk.run(*arguments)
    assert outcome.code == 2
    assert words in outcome.err
    assert desk.contents() == before


def test_the_questions_lead_to_a_draft_that_passes(desk, monkeypatch):
    _answer(
        monkeypatch,
        *("Probe the probes twice", "Do two probes trained on the same data agree with each other?", "y"),
        *("Ada Example", "probing", "1", "replication"),
        *("1", "2", "1", "y", "One choice is left to you."),
        *("2-4 days", "laptop", "linear-probes", "", "Train two probes.", "1 hour", "Two numbers."),
        *("A table of agreements.", "", "https://arxiv.org/abs/1610.01644", "", "y", "arXiv:1610.01644", ""),
        *("It does not compare two probes.", "Nothing in it was run.", ""),
    )
    outcome = desk.run("new", "project", "--ask", "--today", "2026-02-01")
    assert outcome.code == 0, outcome.err
    text = desk.read(outcome.out.strip())
    for line in (
        "addresses: [transfer]\n",
        "difficulty: second-project\n",
        "papers:\n  - ref: arXiv:1610.01644\n    role: start-here\n",
        "existing_work:\n  - ref: arXiv:1610.01644\n    note: It does not compare two probes.\n",
        "as_of: 2026-02-01\n",
    ):
        assert line in text
    assert "What probes can tell about a model" in outcome.err
    assert desk.run("check", "--strict").code == 0


def test_the_example_of_a_title_is_one_of_the_kind(desk, monkeypatch):
    _answer(monkeypatch)
    assert "Such as: Linear probes" in " ".join(desk.run("new", "concept", "--ask").err.split())


def test_a_concept_may_be_sought_by_words(desk, monkeypatch):
    _answer(monkeypatch, "A title that is long enough", SUMMARY, "y", "classifier of hidden states", "", "", "", "")
    outcome = desk.run("new", "concept", "--ask")
    assert outcome.code == 0, outcome.err
    assert "Did you mean `linear-probes`?" in outcome.err


def test_what_is_given_beforehand_is_judged_before_anything_is_asked(desk, monkeypatch):
    _answer(monkeypatch, "A title that is long enough")
    outcome = desk.run("new", "project", "--ask", "--set", "prerequisites=[nope]")
    assert outcome.code == 2
    assert "Title:" not in outcome.err


def test_the_nearest_entries_are_shown_before_anything_is_written(desk, monkeypatch):
    before = desk.contents()
    _answer(monkeypatch, "Does a probe survive another topic?", "Does a probe of one topic work on another topic?", "n")
    outcome = desk.run("new", "project", "--ask")
    assert outcome.code == 0
    assert "probe-transfer: Does a probe survive a change of topic?" in outcome.err
    assert "Nothing was written." in outcome.err
    assert desk.contents() == before


def test_an_answer_is_judged_at_once(desk, monkeypatch):
    _answer(monkeypatch, "Abc", "A title that is long enough", "short", SUMMARY, "y", "linear-prob", "", "", "", "")
    outcome = desk.run("new", "concept", "--ask")
    assert outcome.code == 0, outcome.err
    assert "Expected one line of 5 to 120 characters; this has 3." in outcome.err
    assert "Did you mean `linear-probes`?" in outcome.err


def test_a_paper_whose_address_holds_an_equals_sign_is_one(desk):
    path = desk.run(*PROJECT, "--paper", "https://example.org/post?id=4").out.strip()
    assert "  - ref: https://example.org/post?id=4\n    role: start-here\n" in desk.read(path)


def test_the_difficulty_may_be_left_for_later(desk, monkeypatch):
    _answer(
        monkeypatch,
        *("Probe the probes twice", "Do two probes trained on the same data agree with each other?", "y"),
        *("Ada Example", "probing", "2", "1", "replication", *[""] * 12),
    )
    outcome = desk.run("new", "project", "--ask")
    assert outcome.code == 0, outcome.err
    assert "There is only this one: write 1." in outcome.err
    text = desk.read(outcome.out.strip())
    assert "# difficulty: " in text
    assert "\ndifficulty: " not in text


def test_yes_to_the_proposed_id_is_no_id(desk, monkeypatch):
    _answer(monkeypatch, "Probes that were pruned", SUMMARY, "y", *[""] * 3, "y", "")
    outcome = desk.run("new", "concept", "--ask")
    assert outcome.code == 0, outcome.err
    assert "Enter alone takes `probes-that-were-pruned`." in outcome.err
    assert outcome.out.strip().endswith("/probes-that-were-pruned.md")

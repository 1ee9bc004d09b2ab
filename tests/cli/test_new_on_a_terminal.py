"""`agendakit new` on a real terminal."""

from __future__ import annotations

import shlex
import sys

import pytest

from terminal import CTRL_C, CTRL_D, terminal

NEW = (sys.executable, "-m", "agendakit", "new", "project", "--today", "2026-02-01")
TITLE = "Überprüfe zwei Probes"
FIRST = (
    ("Title:", TITLE),
    ("Question:", "Does a probe trained on one topic agree with another probe?"),
    ("Is yours a different one?", "y"),
    ("Who writes it?", "Ada Example"),
)
LAST = (
    ("Which agenda does it belong to?", ""),
    ("Which of its open questions", "1"),
    ("Type:", "replication"),
    ("What must somebody have done before", "1"),
    ("Can every step be looked up?", "2"),
    ("whether it works?", "1"),
    ("Is it second-project?", ""),
    ("Difficulty reason:", "One choice is left to you."),
    ("Effort:", "two days"),
    ("Expected a length such as `3 hours`", "2-4 days"),
    ("Compute:", "labtop"),
    ("Did you mean `laptop`?", "laptop"),
    ("What has to be known before?", "linear-prob"),
    ("Did you mean `linear-probes`?", "linear-probes"),
    ("", ""),
    ("What to do?", "Train two probes."),
    ("How long does it take?", "3 hours"),
    ("Two hours are the most", "90 minutes"),
    ("What should one see at the end?", "Two numbers, about the same."),
    ("Signs of success", "A table of agreements."),
    ("", ""),
    ("What to read", "1610.01644"),
    ("Did you mean `arXiv:1610.01644`?", "arXiv:1610.01644"),
    ("", ""),
    ("Have you looked", "y"),
    ("What answers a part of it?", ""),
    ("Epistemic status:", "Nothing in it was run."),
    ("Its id", "two-probes"),
)
PATH = "agendas/probing/two-probes.md"


def _answer(screen, *answers):
    for question, answer in answers:
        screen.wait_for(question)
        screen.wait_for(">")
        screen.type(answer)


@pytest.mark.parametrize(
    ("columns", "environment"),
    [
        (80, {}),
        (60, {"NO_COLOR": "1"}),
        (100, {"TERM": "dumb"}),
        (80, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    ],
    ids=["usual", "narrow", "dumb", "ascii"],
)
def test_the_questions_lead_to_a_draft_that_passes(desk, columns, environment):
    with terminal(*NEW, cwd=desk.folder, columns=columns, **environment) as screen:
        _answer(screen, *FIRST, *LAST)
        screen.wait_for(PATH)
        screen.wait_for("take out `stage: draft`")
        assert screen.end() == 0
        shown = screen.shown
    text = desk.read(PATH)
    assert f"title: {TITLE}\n" in text
    assert "existing_work: []\n" in text
    assert "  time: 90 minutes\n" in text
    assert desk.run("check", "--strict").code == 0
    said = [line for line in shown.splitlines() if "> " not in line]
    assert max(map(len, said)) <= columns
    if environment.get("TERM") == "dumb":
        assert "\x1b" not in screen.raw


@pytest.mark.parametrize("keys", [CTRL_C, CTRL_D], ids=["Ctrl-C", "Ctrl-D"])
@pytest.mark.parametrize("answers", [0, 1, len(FIRST), len(FIRST) + 5])
def test_stopping_in_the_middle_writes_nothing(desk, keys, answers):
    before = desk.contents()
    questions = (*FIRST, *LAST)
    with terminal(*NEW, cwd=desk.folder) as screen:
        _answer(screen, *questions[:answers])
        screen.wait_for(questions[answers][0])
        screen.wait_for(">")
        screen.press(keys)
        screen.wait_for("Stopped, and nothing was written.", again=keys)
        assert screen.end() == 130
    assert desk.contents() == before


def test_a_window_made_narrower_gets_narrower_lines(desk):
    with terminal(*NEW, cwd=desk.folder, columns=100) as screen:
        _answer(screen, *FIRST)
        screen.resize(40)
        seen = len(screen.shown)
        _answer(screen, *LAST[:4])
        screen.wait_for("Can every step")
        lines = screen.shown[seen:].splitlines()
    assert max(len(line) for line in lines if "> " not in line) <= 40


def test_the_path_alone_is_the_result(desk):
    command = f'path=$({shlex.join(NEW)}); printf "made:%s:" "$path"'
    with terminal("sh", "-c", command, cwd=desk.folder) as screen:
        _answer(screen, *FIRST, *LAST)
        screen.wait_for(f"made:{PATH}:")


def test_an_editing_key_mends_an_answer(desk):
    with terminal(*NEW, cwd=desk.folder) as screen:
        screen.wait_for("Title:")
        screen.wait_for(">")
        screen.press(b"Abc\x01Four letters and \x05 more\r")
        _answer(screen, ("Question:", "Do the keys that everybody knows work here?"))
        screen.wait_for("Who writes it?")
        screen.press(CTRL_C)
        assert "Expected one line" not in screen.shown

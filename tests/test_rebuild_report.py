"""What a preview says in the terminal after each rebuild."""

from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath

import pytest

from agendakit.check import Sources, check
from agendakit.config import Config
from agendakit.rebuild_report import MOST, rebuild_report
from examples import FOLDER

TODAY = date(2026, 1, 20)
PROJECT = PurePosixPath("agendas/probing/probe-transfer.md")
OTHER = PurePosixPath("agendas/concepts/pytorch.md")
WARNED = ("A number on", "A <b>number</b> on")
WRONG = ("- id: linear-probes", "- id: linear-probe")


def checked(*changes):
    """The example, with words replaced in the project."""
    paths = sorted(path for path in FOLDER.rglob("*") if path.suffix in (".md", ".json") and "agendas" in path.parts)
    files = {PurePosixPath(path.relative_to(FOLDER).as_posix()): path.read_text(encoding="utf-8") for path in paths}
    for before, after in changes:
        assert before in files[PROJECT]
        files[PROJECT] = files[PROJECT].replace(before, after)
    return check(Sources(files=files), Config(), TODAY)


@pytest.fixture(scope="module")
def fine():
    return checked()


@pytest.fixture(scope="module")
def warned():
    return checked(WARNED)


def test_nothing_is_said_of_a_fine_catalogue(fine):
    assert rebuild_report(None, fine, None) == ""
    assert rebuild_report(fine, fine, None) == ""


def test_a_warning_is_a_line_when_it_comes_up_and_not_again(fine, warned):
    first = rebuild_report(None, warned, None)
    assert first.splitlines() == [
        "agendas/probing/probe-transfer.md:55:3: warning[raw-html] This is HTML, which readers see as it is written.",
        "1 warning.",
    ]
    assert rebuild_report(fine, warned, None) == first
    assert rebuild_report(warned, warned, None) == ""


def test_a_warning_whose_line_moved_is_not_new(warned):
    moved = checked(WARNED, ("## Motivation\n", "## Motivation\n\nA new line.\n"))
    assert rebuild_report(warned, moved, None) == ""


def test_a_mended_warning_is_counted(fine, warned):
    assert rebuild_report(warned, fine, None) == "No warnings, 1 mended.\n"


def test_an_error_is_shown_whole_in_each_rebuild():
    wrong = checked(WRONG)
    for before in (None, wrong):
        said = rebuild_report(before, wrong, None)
        assert "error[dangling-reference]" in said
        assert "^^^^^^^^^^^^" in said


def test_a_narrow_preview_speaks_of_its_files_and_of_errors_that_come_up_elsewhere(fine):
    wrong = checked(WRONG, WARNED)
    assert rebuild_report(None, wrong, {OTHER}) == ""
    assert rebuild_report(wrong, wrong, {OTHER}) == ""
    said = rebuild_report(fine, wrong, {OTHER})
    assert "error[dangling-reference]" in said
    assert "warning[" not in said


def test_many_warnings_are_cut_short():
    many = checked(("A number on one topic says little.", "\n\n".join(f"A <b>{number}</b>." for number in range(40))))
    said = rebuild_report(None, many, None).splitlines()
    assert len(said) == MOST + 2
    assert said[-2] == "and 20 warnings more: `agendakit check` shows all."
    assert said[-1] == "40 warnings."


def test_what_an_author_wrote_cannot_steer_the_terminal():
    hostile = checked((WARNED[0], "A <b>\x1b[2Jnumber</b> on"), ("[probing]", '["\\e]0;x\\a"]'))
    assert "\x1b" not in rebuild_report(None, hostile, None)

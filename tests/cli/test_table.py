"""Tables that fit the terminal."""

from __future__ import annotations

import pytest

from agendakit.cli._table import Column, cut, table
from agendakit.frame import columns

HEADS = (Column(title="ID"), Column(title="TITLE", gives_way=True), Column(title="HOURS", right=True))
ROWS = [("a", "A title of some length, as titles are", "12"), ("bc", "表題の長さは二倍です、とても長い", "3")]


@pytest.mark.parametrize("room", [40, 60, 80, 200])
def test_no_line_is_wider_than_the_terminal(room):
    assert all(columns(line) <= room for line in table(HEADS, ROWS, room).splitlines())


def test_an_optional_column_goes_before_a_line_gets_too_wide():
    heads = (*HEADS, Column(title="EFFORT", optional=True), Column(title="COMPUTE", optional=True))
    rows = [(*row, "2-4 days", "small-gpu") for row in ROWS]
    assert table(heads, rows, 60).splitlines()[0].split() == ["ID", "TITLE", "HOURS", "EFFORT", "COMPUTE"]
    assert table(heads, rows, 40).splitlines()[0].split() == ["ID", "TITLE", "HOURS", "EFFORT"]
    assert table(heads, rows, 30).splitlines()[0].split() == ["ID", "TITLE", "HOURS"]


def test_cells_stand_below_their_heads():
    head, first, second = table(HEADS, ROWS, 200).splitlines()
    assert head.index("TITLE") == first.index("A title") == second.index("表")
    assert len(head) == len(first)


def test_a_column_without_content_is_left_out():
    assert "HOURS" not in table(HEADS, [("a", "b", "")], 80)


def test_a_terminal_obeys_nothing_that_stands_in_a_cell():
    assert "\x1b" not in table(HEADS, [("a", "\x1b[31mred", "1")], 80)


def test_a_text_that_fits_is_not_cut():
    assert cut("12345", 5) == "12345"
    assert cut("123456", 5) == "1234…"


LONG = "A title of some length, as titles are, and a little longer than that"


@pytest.mark.parametrize("room", [30, 40, 60])
def test_a_text_that_would_be_cut_too_much_stands_below_its_row_as_a_whole(room):
    heads = (Column(title="ID"), Column(title="TITLE", gives_way=True, least=50), Column(title="HOURS"))
    shown = table(heads, [("a", LONG, "12"), ("b", "Short", "3")], room)
    lines = shown.splitlines()
    assert lines[0].split() == ["ID", "HOURS"]
    assert lines[1].split() == ["a", "12"]
    assert LONG in " ".join(shown.split())
    assert lines[-2:] == ["b   3", "    Short"]
    assert all(columns(line) <= room for line in lines)


@pytest.mark.parametrize("room", [70, 200])
def test_a_text_that_is_hardly_cut_stays_in_its_column(room):
    heads = (Column(title="ID"), Column(title="TITLE", gives_way=True, least=50), Column(title="HOURS"))
    assert len(table(heads, [("a", LONG, "12")], room).splitlines()) == 2

"""Counts and lengths of time in words."""

from __future__ import annotations

import pytest

from agendakit.words import counted, hours


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (-1, "no time"),
        (0, "no time"),
        (0.75, "45 minutes"),
        (1, "1 hour"),
        (1.5, "90 minutes"),
        (2, "2 hours"),
        (2.5, "2.5 hours"),
        (60, "60 hours"),
        (61, "2 weeks"),
        (640, "16 weeks"),
        (641, "4 months"),
        (160_000, "1,000 months"),
    ],
)
def test_hours_are_said_as_people_say_them(number, words):
    assert hours(number) == words


@pytest.mark.parametrize(
    ("number", "words"), [(0, "no entries"), (1, "1 entry"), (2, "2 entries"), (1_000, "1,000 entries")]
)
def test_a_count_has_its_noun(number, words):
    assert counted(number, "entry", "entries") == words

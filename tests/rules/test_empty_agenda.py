"""Agendas to which nothing belongs, and those that are left alone all the same."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from agendakit.record import Record
from examples import ENTRIES, check_example, example_files

AGENDA = example_files()[ENTRIES["agenda"]].decode()
PATH = PurePosixPath("agendas/steering/index.md")


def agendas_named(files):
    checked = check_example(files)
    assert isinstance(checked.catalogue.records["steering"], Record)
    return [one.place.path for one in checked.diagnostics if one.rule == "empty-agenda"]


def test_an_agenda_without_a_project_is_named():
    assert agendas_named({PATH: AGENDA}) == [PATH]


@pytest.mark.parametrize(
    ("before", "after"),
    [("status: active", "status: concluded"), ("status: active", "status: active\nstage: retired")],
    ids=["concluded", "retired"],
)
def test_an_agenda_that_is_over_is_left_alone(before, after):
    assert before in AGENDA
    assert agendas_named({PATH: AGENDA.replace(before, after)}) == []


def test_an_agenda_with_another_below_it_is_left_alone():
    below = PurePosixPath("agendas/steering/vectors/index.md")
    text = AGENDA.replace("status: active", "status: active\npart_of: steering")
    assert agendas_named({PATH: AGENDA, below: text}) == [below]

from __future__ import annotations

import csv as standard_csv
import dataclasses
import io

import pytest

from agendakit.exports.csv import csv
from agendakit.model import KINDS
from examples import CONFIG, TODAY, check_example
from hostile_catalogue import FORMULAS, HOSTILE, NAME, catalogue_of


def rows_of(catalogue):
    found = standard_csv.DictReader(io.StringIO(csv.render(catalogue, CONFIG, TODAY)), strict=True)
    return {row["id"]: row for row in found}


def test_each_entry_is_a_row_and_each_field_a_column():
    rows = rows_of(check_example({}).catalogue)
    assert list(rows) == ["linear-probes", "probe-transfer", "probing", "pytorch"]
    for kind in KINDS.values():
        assert set(kind.model_fields) - {"extra"} <= set(rows["probing"])
    project = rows["probe-transfer"]
    assert project["agenda"] == "probing"
    assert project["authors"] == "Ada Example"
    assert project["needs"] == "pytorch | linear-probes"
    assert float(project["ready_hours"]) == 8
    assert project["worked_on"] == ""


def test_a_hostile_text_stays_in_its_cell():
    catalogue = catalogue_of()
    project = rows_of(catalogue)["probe-transfer"]
    assert None not in project, "no row has more cells than the header"
    assert project["authors"] == NAME
    assert project["question"].startswith("'=HYPERLINK(")
    assert 'alert(1)</script> &amp; "quoted", [words](x)' in project["question"]
    assert not set(project["question"]) & {"\x00", "\x07", "\x9b"}
    assert len(csv.render(catalogue, CONFIG, TODAY).split("\n")) == len(catalogue.records) + 2
    assert HOSTILE.startswith("="), "the test means a formula"


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_begins_like_a_formula(formula):
    project = rows_of(catalogue_of(f"{formula} and some more words"))["probe-transfer"]
    for cell in project.values():
        assert not cell.strip().startswith(("=", "+", "-", "@", "＝")), cell


def test_an_empty_catalogue_is_a_header():
    catalogue = check_example({}).catalogue
    assert csv.render(dataclasses.replace(catalogue, records={}), CONFIG, TODAY).count("\n") == 1

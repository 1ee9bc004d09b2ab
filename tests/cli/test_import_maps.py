"""`agendakit import`: maps, those that are documented among them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from agendakit.table_map import Rule, TableMap, parse
from tables import import_table

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[fields", "It is not TOML"),
        ('[fields]\nquestion = "Q"\n', "`fields.title` is missing"),
        ('[fields]\ntitle = "T"\nqestion = "Q"\n', "Did you mean `question`?"),
        ('kinds = "project"\n[fields]\ntitle = "T"\n', "is no key of a map. Did you mean `kind`?"),
        ('[feilds]\ntitle = "T"\n', "`feilds` is no key of a map. Did you mean `fields`?"),
        ('kind = "project"\n', "`[fields]` is missing"),
        ('folder = "../out"\n[fields]\ntitle = "T"\n', "name a folder below"),
    ],
)
def test_a_map_that_cannot_be_used_is_one_sentence(table, text, words):
    table.write("map.toml", text)
    outcome = import_table(table)
    assert outcome.code == 2
    assert words in outcome.err


def test_the_page_on_maps_names_each_of_their_keys():
    page = (DOCS / "importing.md").read_text(encoding="utf-8")
    missing = [name for name in (*TableMap.model_fields, *Rule.model_fields) if not re.search(rf"`\[?{name}\]?`", page)]
    assert missing == []


@pytest.mark.parametrize("path", sorted((DOCS / "maps").iterdir()), ids=lambda path: path.stem)
def test_each_map_that_is_shown_can_be_used_and_is_named(path):
    assert parse(path.read_text(encoding="utf-8")).kind == "project"
    assert f"maps/{path.name}" in (DOCS / "importing.md").read_text(encoding="utf-8")

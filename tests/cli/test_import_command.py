"""`agendakit import`."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from agendakit.table_map import Rule, TableMap, parse

DOCS = Path(__file__).parents[2] / "docs"
MAP = """
kind = "project"
folder = "imported"
key = "Key"
[fields]
title = "Title"
question = "{Question}?"
agenda = { value = "probing" }
difficulty = { column = "Level", values = { easy = "first-project", hard = "advanced" } }
tags = { column = "Area", split = ",", slug = true, values = { "C#" = "c-sharp" } }
"source.title" = { value = "A list" }
"source.url" = "Link"
[sections]
Motivation = "From the list: {Question}."
"""
HEAD = "Key,Title,Question,Level,Area,Link\n"
ROWS = HEAD + (
    'k1,Probing at night,Does a probe work at night,easy,"Night, Probes,C#",https://example.org/1\n'
    "k2,Probing at night,Does a probe work at noon,hard,,https://example.org/2\n"
)


@pytest.fixture
def table(desk):
    desk.write("list.csv", ROWS)
    desk.write("map.toml", MAP)
    return desk


def _import(desk, *options, file="list.csv"):
    return desk.run("import", file, "--map", "map.toml", "--json", *options)


def _notes(outcome):
    return [(note["row"], note["message"]) for note in outcome.data["notes"]]


def test_rows_become_drafts_that_pass(table):
    outcome = _import(table)
    assert outcome.code == 0
    assert [entry["path"] for entry in outcome.data["entries"]] == [
        "agendas/imported/probing-at-night.md",
        "agendas/imported/probing-at-night-2.md",
    ]
    text = table.read("agendas/imported/probing-at-night.md")
    for line in (
        "question: Does a probe work at night?\n",
        "difficulty: first-project\n",
        "tags: [night, probes, c-sharp]\n",
        "source:\n  title: A list\n  url: https://example.org/1\n",
        "## Motivation\n\nFrom the list: Does a probe work at night.\n",
    ):
        assert line in text
    assert table.run("check", "--strict").code == 0


def test_run_twice_on_another_day_it_changes_nothing(table):
    _import(table, "--today", "2026-01-01")
    before = table.contents()
    outcome = _import(table, "--today", "2026-06-01")
    assert {entry["fate"] for entry in outcome.data["entries"]} == {"unchanged"}
    assert table.contents() == before


def test_a_dry_run_writes_nothing(table):
    before = table.contents()
    assert {entry["fate"] for entry in _import(table, "--dry-run").data["entries"]} == {"new"}
    assert table.contents() == before


def test_an_entry_edited_by_hand_is_never_overwritten(table):
    _import(table)
    path = "agendas/imported/probing-at-night.md"
    edited = table.read(path).replace("Probing at night", "Probing by moonlight")
    table.write(path, edited)
    table.write("list.csv", ROWS.replace("at night", "by night").replace("at noon", "by noon"))
    outcome = _import(table)
    assert [entry["fate"] for entry in outcome.data["entries"]] == ["edited", "updated"]
    assert table.read(path) == edited
    assert "by noon?" in table.read("agendas/imported/probing-at-night-2.md")


def test_a_file_that_was_not_imported_is_never_overwritten(table):
    table.write("agendas/imported/probing-at-night.md", "A plain page.\n")
    outcome = _import(table)
    assert outcome.data["entries"][0]["fate"] == "in the way"
    assert table.read("agendas/imported/probing-at-night.md") == "A plain page.\n"


def test_an_entry_that_was_removed_does_not_come_back(table):
    _import(table)
    (table.folder / "agendas/imported/probing-at-night.md").unlink()
    assert _import(table).data["entries"][0]["fate"] == "gone"
    assert not (table.folder / "agendas/imported/probing-at-night.md").exists()


@pytest.mark.parametrize(
    ("row", "note"),
    [
        ("k3,Abc,A good question it is,,,", (4, "left out, for it has no `title` that would do")),
        ("k3,A good title,,,,", (4, "left out, for it has no `question` that would do")),
        ("k1,A good title,A good question it is,,,", (4, "left out, for `k1` stands in the table before")),
        ("k3,A good title,A good question it is,odd,,", (4, "`difficulty` left out: `odd`. Expected one of")),
        (
            "k3,A good title,A good question it is,,,nowhere",
            (4, "`source.url` left out: `nowhere`. Expected an address"),
        ),
        ("k3,A good title,A good question it is,,,,more", (0, "column `(further cells)` is not mapped: 1 row holds")),
    ],
)
def test_what_does_not_fit_is_said_with_row_and_reason(table, row, note):
    table.write("list.csv", f"{ROWS}{row}\n")
    outcome = _import(table)
    assert outcome.code == 1
    assert any(number == note[0] and message.startswith(note[1]) for number, message in _notes(outcome)), _notes(
        outcome
    )


def test_a_column_that_is_left_out_on_purpose_is_not_spoken_of(table):
    table.write("list.csv", ROWS.replace("Key,", "Extra,Key,").replace("k1,", "e,k1,").replace("k2,", "e,k2,"))
    assert _notes(_import(table)) == [(0, "column `Extra` is not mapped: 2 rows hold something that is left out")]
    table.write("map.toml", MAP.replace('key = "Key"', 'key = "Key"\nunused = ["Extra"]'))
    assert _notes(_import(table)) == []


def test_a_column_that_is_mapped_and_empty_is_named_with_the_nearest(table):
    table.write("map.toml", MAP.replace('"Link"', '"Lnik"'))
    notes = _notes(_import(table))
    assert (0, "column `Lnik` is mapped, and no row holds anything there. Did you mean `Link`?") in notes
    assert (0, "column `Link` is not mapped: 2 rows hold something that is left out") in notes


def test_a_template_with_a_hole_is_left_out_with_a_line(table):
    table.write("map.toml", MAP.replace("From the list: {Question}.", "{Question}: {Area}."))
    assert _notes(_import(table)) == [(3, "`Motivation` left out, for `Area` holds nothing")]


def test_a_long_text_is_cut_at_a_word_and_said(table):
    table.write("map.toml", MAP.replace('title = "Title"', 'title = { column = "Title", longest = 12 }'))
    outcome = _import(table)
    assert _notes(outcome) == [(row, "`title` cut from 16 characters: `Probing at night`") for row in (2, 3)]
    assert "title: Probing at…\n" in table.read(outcome.data["entries"][0]["path"])


def test_a_word_of_the_map_fills_a_list_too(table):
    table.write("map.toml", MAP.replace('split = ",", ', "").replace('"C#" = "c-sharp"', '"Night, Probes,C#" = "dark"'))
    assert "tags: [dark]\n" in table.read(_import(table).data["entries"][0]["path"])


def test_what_nobody_can_see_is_taken_out_and_said(table):
    table.write("list.csv", ROWS.replace("Probing at night", "Pro\u202ebing \x1bat night", 1))
    outcome = _import(table)
    assert _notes(outcome) == [(2, "2 invisible characters taken out")]
    assert outcome.data["entries"][0]["path"] == "agendas/imported/probing-at-night.md"


def test_a_formula_is_no_value(table):
    table.write("list.csv", ROWS.replace("https://example.org/1", "=HYPERLINK(A1)"))
    assert _notes(_import(table)) == [
        (2, "`source.url` left out: `=HYPERLINK(A1)` is a formula. Save the table with its results instead")
    ]


SEMICOLONS = "Key;Title;Question\nk1;Probing, by night;Does a probe, or two, work at night\n"


@pytest.mark.parametrize(
    "data",
    [
        SEMICOLONS.encode(),
        SEMICOLONS.encode("utf-8-sig"),
        SEMICOLONS.encode("utf-16"),
        SEMICOLONS.replace("\n", "\r\n").encode(),
        SEMICOLONS.replace("\n", "\r").encode(),
        f"sep=;\n{SEMICOLONS}".encode(),
        SEMICOLONS.replace(";", " ; ").encode(),
        f"{SEMICOLONS};;\n\n".encode(),
    ],
    ids=["plain", "mark", "utf-16", "crlf", "cr", "sep", "spaces", "empty rows"],
)
def test_spreadsheets_write_csv_in_many_ways(desk, data):
    (desk.folder / "list.csv").write_bytes(data)
    desk.write("map.toml", 'key = "Key"\n[fields]\ntitle = "Title"\nquestion = "{Question}?"\n')
    outcome = _import(desk)
    assert _notes(outcome) == []
    assert "title: Probing, by night\n" in desk.read(outcome.data["entries"][0]["path"])


def test_rows_of_several_lists_know_what_is_around_them(desk):
    projects = [
        {"name": "Lamp", "issues": [{"title": "Burns at night", "n": 1}, {"title": "Burns by day", "n": 2}]},
        {"name": "Desk", "issues": []},
        {"name": "Chair", "issues": [{"title": "Does not burn", "n": 3}]},
    ]
    desk.write("list.json", json.dumps(projects))
    desk.write(
        "map.toml",
        'rows = "*.issues"\nkey = "n"\n[fields]\ntitle = "{(above).name}: {title}"\nquestion = "Why: {title}?"\n',
    )
    outcome = _import(desk, file="list.json")
    assert _notes(outcome) == []
    assert [entry["row"] for entry in outcome.data["entries"]] == [1, 2, 3]
    assert 'title: "Chair: Does not burn"\n' in desk.read(outcome.data["entries"][2]["path"])


def test_a_row_is_counted_by_the_line_that_it_begins_on(desk):
    desk.write("list.csv", 'Title,Question\n"A title\nin two lines",Does it work?\n\nB,Does it not work?\n')
    desk.write("map.toml", '[fields]\ntitle = "Title"\nquestion = "Question"\n')
    outcome = _import(desk)
    assert [entry["row"] for entry in outcome.data["entries"]] == [2]
    assert {row for row, _ in _notes(outcome)} == {5}


@pytest.mark.parametrize("suffix", ["json", "yaml", "jsonl"])
def test_nested_values_are_found_by_their_paths(desk, suffix):
    row = {
        "name": "Probing at night",
        "meta": {"ask": "Does a probe work at night?", "people": [{"n": "Ada"}, {"n": "Bo"}]},
    }
    text = json.dumps(row) if suffix == "jsonl" else json.dumps({"data": {"items": [row]}})
    desk.write(f"list.{suffix}", text)
    where = "" if suffix == "jsonl" else 'rows = "data.items"\n'
    desk.write(
        "map.toml",
        f'{where}[fields]\ntitle = "name"\nquestion = "meta.ask"\n"source.title" = {{ value = "A list" }}\n'
        '"source.authors" = "meta.people.*.n"\n',
    )
    outcome = _import(desk, file=f"list.{suffix}")
    assert _notes(outcome) == []
    assert "authors:\n    - Ada\n    - Bo\n" in desk.read(outcome.data["entries"][0]["path"])


@pytest.mark.parametrize(
    ("file", "text", "words"),
    [
        ("list.json", "{", "is no JSON"),
        ("list.json", '{"a": 1}', "no list of rows"),
        ("list.json", "[" * 100_000, "is no JSON"),
        ("list.yaml", "- " * 30_000, "is no YAML"),
        ("list.yaml", "a: [", "is no YAML"),
        ("list.json", '[{"a": 1, "a": 2}]', "has an object with the key `a` twice"),
        ("list.jsonl", '{"a": 1}\n{"a": \n', "is no JSON: expecting value (line 2)"),
        ("list.json", "[]", "holds no rows"),
        ("list.yaml", "- a: 1\n  a: 2\n", "line 2: the key `a` stands here for a second time"),
        ("list.csv", "", "is empty"),
        ("list.csv", "Title,Question\n", "holds no rows"),
        ("list.csv", "Title,Title\na,b\n", "has 2 columns with the head `Title`"),
        ("list.csv", 'Title\n"A title\nB title\n', 'is no CSV: a cell begins with `"` and never ends (line 3)'),
        ("list.csv", f"Title\n{'x' * 2_000_000}\n", "is no CSV: a cell is larger than 1 MiB (line 2)"),
        ("list.csv", "Title\nA\0 title\n", "is no text: it holds NUL characters"),
        ("list.xlsx", "x", "is no table that can be read"),
    ],
)
def test_a_file_that_is_no_table_is_one_sentence(table, file, text, words):
    table.write(file, text)
    if text == '{"a": 1}':
        table.write("map.toml", f'rows = "a"\n{MAP}')
    outcome = _import(table, file=file)
    assert outcome.code == 2
    assert words in outcome.err


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
    outcome = _import(table)
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


def test_nothing_in_a_row_leaves_the_catalogue_or_its_place(table):
    table.write("list.csv", HEAD + 'k1,"../../etc/passwd: # --- {x}","Is it --- safe\n---\nkind: agenda",easy,,\n')
    outcome = _import(table)
    assert [entry["path"] for entry in outcome.data["entries"]] == ["agendas/imported/etc-passwd-x.md"]
    assert table.run("check").code == 0

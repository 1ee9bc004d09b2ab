"""`agendakit import`."""

from __future__ import annotations

import json

import pytest

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
        ("k3,A good title,A good question it is,,,,more", (0, "column `(further cells)` is not mapped: 1 rows")),
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
        ("list.csv", "", "is empty"),
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
        ('folder = "../out"\n[fields]\ntitle = "T"\n', "name a folder below"),
    ],
)
def test_a_map_that_cannot_be_used_is_one_sentence(table, text, words):
    table.write("map.toml", text)
    outcome = _import(table)
    assert outcome.code == 2
    assert words in outcome.err


def test_nothing_in_a_row_leaves_the_catalogue_or_its_place(table):
    table.write("list.csv", HEAD + 'k1,"../../etc/passwd: # --- {x}","Is it --- safe\n---\nkind: agenda",easy,,\n')
    outcome = _import(table)
    assert [entry["path"] for entry in outcome.data["entries"]] == ["agendas/imported/etc-passwd-x.md"]
    assert table.run("check").code == 0

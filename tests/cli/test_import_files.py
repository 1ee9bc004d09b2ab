"""`agendakit import`: tables as other programs write them."""

from __future__ import annotations

import json

import pytest

from tables import MAP, import_table, notes_of

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
    outcome = import_table(desk)
    assert notes_of(outcome) == []
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
    outcome = import_table(desk, file="list.json")
    assert notes_of(outcome) == []
    assert [entry["row"] for entry in outcome.data["entries"]] == [1, 2, 3]
    assert 'title: "Chair: Does not burn"\n' in desk.read(outcome.data["entries"][2]["path"])


def test_a_row_is_counted_by_the_line_that_it_begins_on(desk):
    desk.write("list.csv", 'Title,Question\n"A title\nin two lines",Does it work?\n\nB,Does it not work?\n')
    desk.write("map.toml", '[fields]\ntitle = "Title"\nquestion = "Question"\n')
    outcome = import_table(desk)
    assert [entry["row"] for entry in outcome.data["entries"]] == [2]
    assert {row for row, _ in notes_of(outcome)} == {5}


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
    outcome = import_table(desk, file=f"list.{suffix}")
    assert notes_of(outcome) == []
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
    outcome = import_table(table, file=file)
    assert outcome.code == 2
    assert words in outcome.err

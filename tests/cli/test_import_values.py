"""`agendakit import`: what a cell becomes, and what is said where it does not fit."""

from __future__ import annotations

import pytest

from tables import MAP, ROWS, import_table, notes_of


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
    outcome = import_table(table)
    assert outcome.code == 1
    assert any(number == note[0] and message.startswith(note[1]) for number, message in notes_of(outcome)), notes_of(
        outcome
    )


def test_a_column_that_is_left_out_on_purpose_is_not_spoken_of(table):
    table.write("list.csv", ROWS.replace("Key,", "Extra,Key,").replace("k1,", "e,k1,").replace("k2,", "e,k2,"))
    assert notes_of(import_table(table)) == [
        (0, "column `Extra` is not mapped: 2 rows hold something that is left out")
    ]
    table.write("map.toml", MAP.replace('key = "Key"', 'key = "Key"\nunused = ["Extra"]'))
    assert notes_of(import_table(table)) == []


def test_a_column_that_is_mapped_and_empty_is_named_with_the_nearest(table):
    table.write("map.toml", MAP.replace('"Link"', '"Lnik"'))
    notes = notes_of(import_table(table))
    assert (0, "column `Lnik` is mapped, and no row holds anything there. Did you mean `Link`?") in notes
    assert (0, "column `Link` is not mapped: 2 rows hold something that is left out") in notes


def test_a_template_with_a_hole_is_left_out_with_a_line(table):
    table.write("map.toml", MAP.replace("From the list: {Question}.", "{Question}: {Area}."))
    assert notes_of(import_table(table)) == [(3, "`Motivation` left out, for `Area` holds nothing")]


def test_a_long_text_is_cut_at_a_word_and_said(table):
    table.write("map.toml", MAP.replace('title = "Title"', 'title = { column = "Title", longest = 12 }'))
    outcome = import_table(table)
    assert notes_of(outcome) == [(row, "`title` cut from 16 characters: `Probing at night`") for row in (2, 3)]
    assert "title: Probing at…\n" in table.read(outcome.data["entries"][0]["path"])


def test_a_word_of_the_map_fills_a_list_too(table):
    table.write("map.toml", MAP.replace('split = ",", ', "").replace('"C#" = "c-sharp"', '"Night, Probes,C#" = "dark"'))
    assert "tags: [dark]\n" in table.read(import_table(table).data["entries"][0]["path"])


def test_what_nobody_can_see_is_taken_out_and_said(table):
    table.write("list.csv", ROWS.replace("Probing at night", "Pro\u202ebing \x1bat night", 1))
    outcome = import_table(table)
    assert notes_of(outcome) == [(2, "2 invisible characters taken out")]
    assert outcome.data["entries"][0]["path"] == "agendas/imported/probing-at-night.md"


def test_a_formula_is_no_value(table):
    table.write("list.csv", ROWS.replace("https://example.org/1", "=HYPERLINK(A1)"))
    assert notes_of(import_table(table)) == [
        (2, "`source.url` left out: `=HYPERLINK(A1)` is a formula. Save the table with its results instead")
    ]

"""`agendakit import`: what becomes of entries, the first time and later."""

from __future__ import annotations

from tables import HEAD, ROWS, import_table


def test_rows_become_drafts_that_pass(table):
    outcome = import_table(table)
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
    import_table(table, "--today", "2026-01-01")
    before = table.contents()
    outcome = import_table(table, "--today", "2026-06-01")
    assert {entry["fate"] for entry in outcome.data["entries"]} == {"unchanged"}
    assert table.contents() == before


def test_a_dry_run_writes_nothing(table):
    before = table.contents()
    assert {entry["fate"] for entry in import_table(table, "--dry-run").data["entries"]} == {"new"}
    assert table.contents() == before


def test_an_entry_edited_by_hand_is_never_overwritten(table):
    import_table(table)
    path = "agendas/imported/probing-at-night.md"
    edited = table.read(path).replace("Probing at night", "Probing by moonlight")
    table.write(path, edited)
    table.write("list.csv", ROWS.replace("at night", "by night").replace("at noon", "by noon"))
    outcome = import_table(table)
    assert [entry["fate"] for entry in outcome.data["entries"]] == ["edited", "updated"]
    assert table.read(path) == edited
    assert "by noon?" in table.read("agendas/imported/probing-at-night-2.md")


def test_a_file_that_was_not_imported_is_never_overwritten(table):
    table.write("agendas/imported/probing-at-night.md", "A plain page.\n")
    outcome = import_table(table)
    assert outcome.data["entries"][0]["fate"] == "in the way"
    assert table.read("agendas/imported/probing-at-night.md") == "A plain page.\n"


def test_an_entry_that_was_removed_does_not_come_back(table):
    import_table(table)
    (table.folder / "agendas/imported/probing-at-night.md").unlink()
    assert import_table(table).data["entries"][0]["fate"] == "gone"
    assert not (table.folder / "agendas/imported/probing-at-night.md").exists()


def test_nothing_in_a_row_leaves_the_catalogue_or_its_place(table):
    table.write("list.csv", HEAD + 'k1,"../../etc/passwd: # --- {x}","Is it --- safe\n---\nkind: agenda",easy,,\n')
    outcome = import_table(table)
    assert [entry["path"] for entry in outcome.data["entries"]] == ["agendas/imported/etc-passwd-x.md"]
    assert table.run("check").code == 0

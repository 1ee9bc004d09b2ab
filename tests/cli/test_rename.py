"""`agendakit rename`."""

from __future__ import annotations

import pytest

CONCEPT = "agendas/concepts/linear-probes.md"
PROJECT = "agendas/probing/probe-transfer.md"
AGENDA = "agendas/probing/index.md"


def test_file_references_links_and_alias_follow(desk):
    desk.write(CONCEPT, desk.read(CONCEPT) + "\n## X\n\nWords.\n")
    desk.write(
        "agendas/index.md",
        "[a](concepts/linear-probes.md#x) [b](entry:linear-probes) [c][c]\n\n[c]: concepts/linear-probes.md\n",
    )
    assert desk.run("rename", "linear-probes", "probes").code == 0
    assert not (desk.folder / CONCEPT).exists()
    assert desk.read("agendas/concepts/probes.md").count("aliases: [linear-probes]\n---\n") == 1
    assert "  - id: probes\n" in desk.read(PROJECT)
    assert "teaches: [probes]" in desk.read(PROJECT)
    assert (
        desk.read("agendas/index.md")
        == "[a](concepts/probes.md#x) [b](entry:probes) [c][c]\n\n[c]: concepts/probes.md\n"
    )
    assert desk.run("check").code == 0


def test_the_folder_of_an_agenda_moves_with_all_that_is_in_it(desk):
    desk.write("agendas/probing/picture.svg", "<svg/>")
    desk.write("agendas/index.md", "[a](probing/probe-transfer.md) ![p](./probing/picture.svg)\n")
    desk.write(PROJECT, desk.read(PROJECT) + "\n[up](../probing/index.md) [beside](index.md) ![p](picture.svg)\n")
    assert desk.run("rename", "probing", "reading-models").code == 0
    assert desk.read("agendas/index.md") == "[a](reading-models/probe-transfer.md) ![p](reading-models/picture.svg)\n"
    moved = desk.read("agendas/reading-models/probe-transfer.md")
    assert "[up](index.md) [beside](index.md) ![p](picture.svg)" in moved
    assert desk.run("check").code == 0


def test_there_and_back_leaves_nothing_but_the_alias(desk):
    before = desk.contents()
    desk.run("rename", "linear-probes", "probes")
    desk.run("rename", "probes", "linear-probes")
    after = desk.contents()
    assert {path for path in before if before[path] != after.get(path)} == {CONCEPT}
    assert after[CONCEPT] == before[CONCEPT].replace(b"\n---\n", b"\naliases: [probes]\n---\n", 1)


@pytest.mark.parametrize(
    ("written", "renamed"),
    [
        ("aliases: [a, b]\n", "aliases: [a, b, linear-probes]\n"),
        ("aliases:\n  - a\n  - 'b' # kept\n", "aliases:\n  - a\n  - 'b' # kept\n  - linear-probes\n"),
        ("aliases:\n- a\n", "aliases:\n- a\n- linear-probes\n"),
        ("aliases: []\n", "aliases: [linear-probes]\n"),
        ("aliases: [probes, a]\n", "aliases: [linear-probes, a]\n"),
    ],
)
def test_the_old_id_joins_the_aliases_as_they_are_written(desk, written, renamed):
    desk.write(CONCEPT, desk.read(CONCEPT).replace("hours: 8\n", f"hours: 8\n{written}"))
    assert desk.run("rename", "linear-probes", "probes").code == 0
    assert f"hours: 8\n{renamed}" in desk.read("agendas/concepts/probes.md")


def test_line_ends_of_windows_are_kept(desk):
    desk.write(CONCEPT, desk.read(CONCEPT).replace("\n", "\r\n"))
    desk.run("rename", "linear-probes", "probes")
    assert "\n" not in desk.read("agendas/concepts/probes.md").replace("\r\n", "")


def test_an_entry_that_does_not_validate_is_mended_too(desk):
    desk.write("agendas/concepts/broken.md", "---\nkind: concept\ntitle: x\nprerequisites: [linear-probes]\n---\n")
    desk.run("rename", "linear-probes", "probes")
    assert "prerequisites: [probes]" in desk.read("agendas/concepts/broken.md")


def test_what_the_configuration_assumes_follows(desk):
    desk.run("rename", "pytorch", "torch")
    assert '"torch"' in desk.read("agendakit.toml")
    assert '"pytorch"' not in desk.read("agendakit.toml")


def test_a_dry_run_changes_nothing(desk):
    before = desk.contents()
    found = desk.run("rename", "linear-probes", "probes", "--dry-run", "--json")
    assert found.data["moves"] == {CONCEPT: "agendas/concepts/probes.md"}
    assert desk.contents() == before


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("linear-probs", "x1", "Did you mean `linear-probes`?"),
        ("linear-probes", "pytorch", "is the id of another entry"),
        ("linear-probes", "Probes", "is no id"),
        ("linear-probes", "catalogue", "generated page"),
        ("linear-probes", "linear-probes", "is the id already"),
    ],
)
def test_what_cannot_be_is_refused_with_a_reason(desk, old, new, words):
    before = desk.contents()
    found = desk.run("rename", old, new)
    assert found.code == 2
    assert words in found.err
    assert desk.contents() == before


def test_a_file_that_stands_in_the_way_is_not_overwritten(desk):
    desk.write("agendas/concepts/probes.md", "A plain page.\n")
    found = desk.run("rename", "linear-probes", "probes")
    assert found.code == 2
    assert desk.read("agendas/concepts/probes.md") == "A plain page.\n"


def test_a_file_stands_for_its_id(desk):
    found = desk.run("rename", "agendas/concepts/linear-probes.md", "probes-that-are-linear")
    assert found.code == 0, found.err
    assert (desk.folder / "agendas/concepts/probes-that-are-linear.md").is_file()

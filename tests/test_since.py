from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from agendakit.check import check
from agendakit.since import new_since, renamed
from examples import CONFIG, ENTRIES, FOLDER, TODAY, check_example, example_files, sources_of

PATH = ENTRIES["project"]
TEXT = (FOLDER / PATH).read_text(encoding="utf-8")
BAD = TEXT.replace("compute: laptop", "compute: labtop")


def rules_since(before, after):
    return [one.rule for one in new_since(check_example(before), check_example(after))]


def test_what_was_there_before_is_not_new():
    assert rules_since({PATH: BAD}, {PATH: BAD}) == []


def test_what_is_new_is_reported():
    worse = BAD.replace("novelty: known-methods", "novelty: unknown-methods")
    assert rules_since({PATH: BAD}, {PATH: worse}) == ["invalid-value"]


def test_lines_that_move_make_nothing_new():
    moved = BAD.replace("kind: project\n", "kind: project\n# a comment\n\n")
    assert rules_since({PATH: BAD}, {PATH: moved}) == []


def test_items_that_are_renumbered_make_nothing_new():
    before = TEXT.replace("- id: linear-probes", "- id: nowhere-near")
    after = before.replace("  - id: nowhere-near", "  - id: pytorch\n    why: To train it.\n  - id: nowhere-near")
    assert "dangling-reference" not in rules_since({PATH: before}, {PATH: after})


def test_a_second_finding_like_the_first_is_new():
    before = TEXT.replace("novelty: known-methods", "novelty: no\n")
    assert rules_since({PATH: TEXT + "\n\u200b"}, {PATH: TEXT + "\n\u200b\u200b"}) == ["hidden-character"]
    assert rules_since({PATH: before}, {PATH: before}) == []


def test_an_entry_that_moves_to_another_folder_keeps_its_findings():
    files = {path: data for path, data in sources_of({PATH: BAD}).files.items() if path != PATH}
    there = PurePosixPath("agendas/probing/deeper/probe-transfer.md")
    before = check_example({PATH: BAD})
    after = check(_sources({**files, there: BAD}), CONFIG, TODAY)
    assert [one.rule for one in new_since(before, after)] == []


def _sources(files):
    sources = sources_of({})
    return type(sources)(files=files, extra=sources.extra)


@pytest.mark.parametrize("aliases", ["aliases: [probe-transfer]\n", ""])
def test_an_entry_under_a_new_id_keeps_its_findings(aliases):
    files = {path: data for path, data in example_files().items() if path != PATH}
    text = TEXT.replace("- id: linear-probes", "- id: nowhere-near")
    there = PurePosixPath("agendas/probing/topic-transfer.md")
    before = check_example({PATH: text})
    after = check(_sources({**files, there: text.replace("tags:", f"{aliases}tags:")}), CONFIG, TODAY)
    assert renamed(before.catalogue, after.catalogue) == {"probe-transfer": "topic-transfer"}
    assert not {one.rule for one in new_since(before, after) if one.entry == "topic-transfer"}


def test_a_page_that_moves_keeps_its_findings():
    text = "A page.\n\n\u200b\n"
    before = check_example({PurePosixPath("agendas/about.md"): text})
    after = check_example({PurePosixPath("agendas/more/about-us.md"): text})
    assert [one.rule for one in new_since(before, after)] == []

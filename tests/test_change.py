from __future__ import annotations

import json
from dataclasses import replace
from pathlib import PurePosixPath

import pytest

from agendakit.change import compare
from agendakit.check import check
from agendakit.cli._change_words import as_json, as_markdown, as_text
from agendakit.field_changes import changes_of
from examples import CONFIG, ENTRIES, FOLDER, TODAY, sources_of

PATH = ENTRIES["project"]
TEXT = (FOLDER / PATH).read_text(encoding="utf-8")
CONCEPT = ENTRIES["concept"]
PROBES = (FOLDER / CONCEPT).read_text(encoding="utf-8")
PYTORCH = PurePosixPath("agendas/concepts/pytorch.md")


def catalogue(changed=(), without=()):
    sources = sources_of(dict(changed))
    files = {path: data for path, data in sources.files.items() if path not in without}
    return check(replace(sources, files=files), CONFIG, TODAY)


def change(changed, without=(), before=()):
    return compare(catalogue(before), catalogue(changed, without), assumes=())


def test_an_equal_catalogue_is_no_change():
    nothing = change({})
    assert as_text(nothing) == "Nothing changes for readers.\n"
    assert not any(as_json(nothing).count(word) for word in ("probe-transfer", "linear-probes"))


def test_entries_that_come_and_go_are_named():
    text = TEXT.replace("title: Does", "title: Do not all probes or does")
    found = change({PurePosixPath("agendas/probing/second.md"): text}, without=(PYTORCH,))
    assert [(one.id, one.kind) for one in found.added] == [("second", "project")]
    assert [one.id for one in found.removed] == ["pytorch"]


def test_a_renamed_entry_is_neither_added_nor_removed():
    there = PurePosixPath("agendas/probing/topic-transfer.md")
    found = change({there: TEXT.replace("tags:", "aliases: [probe-transfer]\ntags:")}, without=(PATH,))
    assert [(one.old, one.new) for one in found.renamed] == [("probe-transfer", "topic-transfer")]
    assert not found.added
    assert not found.removed


def test_fields_change_in_words():
    after = TEXT.replace("difficulty: first-project", "difficulty: advanced").replace("tags: [probing]", "tags: [x]")
    (one,) = change({PATH: after}).changed
    assert [(field.field, field.words) for field in one.fields] == [
        ("tags", "+ x and − probing"),
        ("difficulty", "first-project → advanced"),
    ]
    assert not one.body


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ({"a": 1}, {"a": 2}, "a 1 → 2"),
        ({}, {"a": "x"}, "a x (new)"),
        ({"a": "x"}, {}, "a x taken out"),
        ({"a": "x" * 99}, {"a": "y" * 99}, "a rewritten"),
        ({"a": {"b": 1, "c": 2}}, {"a": {"b": 1, "c": 3}}, "a.c 2 → 3"),
        ({"a": [1, 2]}, {"a": [2, 1]}, "a in another order"),
        ({"a": ["x"]}, {"a": []}, "a − x"),
        ({}, {"a": []}, "a empty"),
        ({"a": [{"id": "x", "why": "1"}]}, {"a": [{"id": "x", "why": "2"}]}, "a x altered"),
        ({"a": [{"id": "x"}]}, {"a": [{"id": "x"}, {"ref": "y"}, "z"]}, "a + y and + z"),
        ({"a": 1}, {"a": True}, "a 1 → true"),
        ({"a": "1"}, {"a": 1}, "a rewritten"),
    ],
)
def test_a_field_is_compared_in_a_few_words(before, after, words):
    (found,) = changes_of(before, after)
    assert f"{found.field} {found.words}" == words


def test_new_prerequisites_say_whether_they_can_be_learned_here():
    after = TEXT.replace("  - id: linear-probes", "  - pytorch\n  - elsewhere\n  - id: linear-probes")
    found = change({PATH: after})
    assert [(one.prerequisite, one.taught_here) for one in found.needs] == [("pytorch", True), ("elsewhere", False)]
    assert "`probe-transfer` needs `elsewhere` (first); it cannot be learned here." in as_text(found)


def test_a_reader_who_could_start_and_cannot_now_is_named():
    new = PurePosixPath("agendas/concepts/statistics.md")
    statistics = PROBES.replace("title: Linear probes", "title: Statistics").replace(
        "prerequisites:\n  - id: pytorch\n    why: Hidden states are tensors.\n", ""
    )
    after = TEXT.replace("  - id: linear-probes", "  - id: statistics\n  - id: linear-probes")
    (loss,) = change({PATH: after, new: statistics}).losses
    assert (loss.knows, loss.entries, loss.missing) == ("linear-probes", ("probe-transfer",), ("statistics",))


def test_one_who_knew_nothing_and_could_start_is_named_too():
    before = TEXT.replace(
        "prerequisites:\n  - id: linear-probes\n    why: The whole project is one probe.\n", "prerequisites: []\n"
    )
    (loss,) = change({PATH: TEXT}, before={PATH: before}).losses
    assert loss.knows == ""
    assert loss.missing == ("linear-probes", "pytorch")


def test_what_is_only_helpful_puts_nothing_out_of_reach():
    after = TEXT.replace("  - id: linear-probes", "  - {id: pytorch, need: helpful}\n  - id: linear-probes")
    assert not change({PATH: after}).losses


def test_papers_that_are_new_are_named():
    after = TEXT.replace("materials:", "outputs: [a table]\nmaterials:").replace(
        "  - ref: arXiv:1610.01644\n    note", "  - ref: arXiv:2310.06824\n    note"
    )
    assert [one.ref for one in change({PATH: after}).papers] == ["arXiv:2310.06824"]


def test_findings_that_come_and_go_are_told_apart():
    bad = TEXT.replace("compute: laptop", "compute: laptop\ncost: no")
    worse = TEXT.replace("compute: laptop", "compute: labtop")
    found = change({PATH: worse}, before={PATH: bad})
    assert "invalid-value" in {one.rule for one in found.found}
    assert "ambiguous-scalar" in {one.rule for one in found.mended}


def test_new_comments_that_allow_something_are_named():
    comment = "<!-- agendakit: allow raw-html, because the table needs it -->\n"
    found = change({PATH: TEXT + comment})
    assert [(one.rule, one.reason) for one in found.allows] == [("raw-html", "the table needs it")]


def test_markdown_holds_nothing_of_an_author_that_is_obeyed():
    title = "'<b>x</b> [a](https://evil.example) @everyone ##[error] |'"
    found = change({PATH: TEXT.replace("title: Does a probe survive a change of topic?", f"title: {title}")})
    text = as_markdown(found)
    for sign in ("<b>", "](https", "@everyone", "##[error]"):
        assert sign not in text


def test_json_holds_the_same():
    data = json.loads(as_json(change({PATH: TEXT.replace("compute: laptop", "compute: cluster")})))
    assert data["version"] == 1
    assert data["changed"][0]["fields"] == [
        {"field": "compute", "before": "laptop", "after": "cluster", "words": "laptop → cluster"}
    ]
    assert set(data) == {
        *("version", "added", "removed", "renamed", "changed", "needs"),
        *("losses", "papers", "found", "mended", "allows"),
    }

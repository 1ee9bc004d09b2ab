"""Which entries a preview shows."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from agendakit.check import Sources, parse_file, put_together
from agendakit.config import Config
from agendakit.site.preview_choice import Wish, choose
from examples import FOLDER

ROOT = PurePosixPath("agendas")
PROJECT, AGENDA = ROOT / "probing/probe-transfer.md", ROOT / "probing/index.md"
PROBES, PYTORCH = ROOT / "concepts/linear-probes.md", ROOT / "concepts/pytorch.md"
LONELY, BROKEN, NOTES = ROOT / "concepts/lonely.md", ROOT / "probing/broken.md", ROOT / "notes.md"
CONCEPT = """\
---
kind: concept
title: Lonely
summary: A concept of which no other entry of this catalogue says anything.
created: 2026-01-10
aliases: [alone]
hours: 1
prerequisites: []
resources: [{title: A page, ref: https://example.org/}]
check_yourself: [What?]
---

See %s.
"""


def catalogue(words="nothing"):
    paths = [path for path in FOLDER.rglob("*.md") if "agendas" in path.parts]
    files = {PurePosixPath(path.relative_to(FOLDER).as_posix()): path.read_text(encoding="utf-8") for path in paths}
    files |= {LONELY: CONCEPT % words, BROKEN: "---\nkind: project\ntitle: [\n---\n", NOTES: "# Notes\n"}
    sources = Sources(files=files)
    return put_together({path: parse_file(path, text) for path, text in files.items()}, sources, Config())


def chosen(*names, place="", changed=(), words="nothing"):
    return choose([Wish(name, place) for name in names], catalogue(words), lambda: frozenset(changed))


@pytest.mark.parametrize(
    ("name", "place", "found"),
    [
        ("pytorch", "", {PYTORCH}),
        ("alone", "", {LONELY}),
        ("broken", "", {BROKEN}),
        ("concepts", "", {PROBES, PYTORCH, LONELY}),
        ("concepts/", "", {PROBES, PYTORCH, LONELY}),
        ("agendas/concepts", "", {PROBES, PYTORCH, LONELY}),
        ("probing", "agendas/probing", {AGENDA}),  # the id of the agenda, before the folder of the same name
        ("probing/", "agendas/probing", {AGENDA, PROJECT, BROKEN}),
        ("../agendas/notes.md", "agendas/notes.md", {NOTES}),
        (".", "agendas/concepts", {PROBES, PYTORCH, LONELY}),
    ],
)
def test_a_wish_is_an_id_a_folder_or_a_file(name, place, found):
    choice = chosen(name, place=place)
    assert choice.chosen == found
    assert choice.unknown == ()


def test_several_wishes_add_up():
    assert chosen("lonely", "notes.md").chosen == {LONELY, NOTES}


def test_what_changed_is_shown_as_far_as_it_is_an_entry_or_a_page():
    choice = chosen("changed", changed=[PYTORCH, ROOT / "papers.json", ROOT / "gone.md"])
    assert choice.chosen == {PYTORCH}
    assert chosen("changed").shown == frozenset()


def test_nobody_asks_git_for_another_wish():
    def ask():
        raise AssertionError

    assert choose([Wish("pytorch", "")], catalogue(), ask).chosen == {PYTORCH}


@pytest.mark.parametrize(
    ("name", "words", "near"),
    [
        ("probe-transfer", "nothing", {AGENDA, PROBES}),
        ("linear-probes", "nothing", {PROJECT, PYTORCH}),
        ("probing", "nothing", {PROJECT}),
        ("lonely", "nothing", set()),
        ("lonely", "[one](entry:pytorch) and [another](../probing/probe-transfer.md#x)", {PYTORCH, PROJECT}),
        ("pytorch", "[one](entry:pytorch)", {PROBES, LONELY}),
        ("lonely", "[broken](entry:broken)", {BROKEN}),
        ("broken", "[broken](entry:broken)", {LONELY}),
        ("lonely", "[itself](entry:alone), [none](entry:none), [out](https://example.org/)", set()),
    ],
)
def test_neighbours_are_what_an_entry_refers_to_and_what_refers_to_it(name, words, near):
    choice = chosen(name, words=words)
    assert choice.neighbours == near
    assert choice.shown == choice.chosen | near


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("pytroch", "`pytroch` is neither the id of an entry nor a folder with entries. Did you mean `pytorch`?"),
        ("concept/", "`concept/` is neither the id of an entry nor a folder with entries. Did you mean `concepts`?"),
        ("zzzzzzzz", "`zzzzzzzz` is neither the id of an entry nor a folder with entries."),
        ("", "`` is neither the id of an entry nor a folder with entries."),
    ],
)
def test_an_unknown_wish_is_told_the_nearest_name(name, sentence):
    choice = chosen(name, "lonely")
    assert choice.unknown == (sentence,)
    assert choice.chosen == {LONELY}

"""Judgements made piece by piece, compared with those of a whole check."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

import pytest

from agendakit import judging
from agendakit.check import Sources, all_rules, check, check_parsed, parse_file
from agendakit.extension import Subject
from agendakit.lsp.drift import moved_along
from agendakit.lsp.sessions import Sessions
from agendakit.silencing import UNUSED
from agendakit.standing import Memo
from examples import CONFIG, EXTRA, check_example, example_files, examples_of
from lsp_session import CONCEPT, PROJECT, judge, text_of

TODAY = date(2026, 2, 1)
TOGETHER = {rule.name for rule in all_rules() if rule.subject is Subject.CATALOGUE} | {UNUSED}
EXAMPLES = [
    pytest.param(example, id=f"{rule.name}-{number}")
    for rule in all_rules()
    for number, example in enumerate(examples_of(rule.manual), 1)
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_what_is_kept_from_one_check_to_the_next_changes_no_outcome(example):
    files = dict(sorted(example_files().items()))
    links = {path: text.strip() for path, text in example.files.items() if path.suffix == ".link"}
    sources = Sources(files=files, escaping=links, extra=EXTRA)
    memo = Memo()
    parsed = {path: parse_file(path, data) for path, data in files.items()}
    check_parsed(parsed, sources, CONFIG, example.today, memo)
    changed = {path: text for path, text in example.files.items() if path.suffix != ".link"}
    for path, text in changed.items():
        parsed[path] = parse_file(path, text)
    parsed = dict(sorted(parsed.items()))
    sources = replace(sources, files={**files, **changed})
    again = check_parsed(parsed, sources, CONFIG, example.today, memo)
    assert again.diagnostics == check_example(example.files, example.today).diagnostics


def test_a_check_that_ends_after_midnight_leaves_nothing_of_the_day_before(monkeypatch):
    sources, memo, later = Sources(files=example_files(), extra=EXTRA), Memo(), date(2029, 1, 1)
    parsed = {path: parse_file(path, data) for path, data in sorted(sources.files.items())}
    together = judging._together

    def interrupted(*given):
        monkeypatch.undo()
        check_parsed(parsed, sources, CONFIG, later, memo)
        return together(*given)

    monkeypatch.setattr(judging, "_together", interrupted)
    check_parsed(parsed, sources, CONFIG, TODAY, memo)
    assert check_parsed(parsed, sources, CONFIG, later, memo).diagnostics == check(sources, CONFIG, later).diagnostics


def test_another_day_empties_what_is_kept():
    files = dict(sorted(example_files().items()))
    sources, memo = Sources(files=files, extra=EXTRA), Memo()
    parsed = {path: parse_file(path, data) for path, data in files.items()}
    check_parsed(parsed, sources, CONFIG, TODAY, memo)
    later = date(2029, 1, 1)
    assert check_parsed(parsed, sources, CONFIG, later, memo).diagnostics == check(sources, CONFIG, later).diagnostics


@pytest.mark.parametrize(
    "change",
    [
        ("difficulty: first-project", "difficulty: first-projct"),
        ("effort: 2-4 days", "effort: '2-4 days"),
        ("## Motivation\n", "## Motive\n"),
        ("hours", "hours"),
        ("title: Does", "# agendakit: allow unknown-field, because it is an example\nstatsu: open\ntitle: Does"),
    ],
)
def test_one_file_judged_at_once_agrees_with_the_whole_check(folder, session, change):
    path = PurePosixPath(PROJECT)
    session.lay(path, text_of(folder, PROJECT).replace(*change))
    session.judge_now(path)
    at_once = {one for one in session.diagnostics[path] if one.rule not in TOGETHER}
    judge(session)
    assert at_once == {one for one in session.diagnostics.get(path, ()) if one.rule not in TOGETHER}


def test_findings_about_the_catalogue_stay_until_the_next_whole_check(folder, session):
    path = PurePosixPath(PROJECT)
    text = text_of(folder, PROJECT).replace("id: linear-probes", "id: nothing-of-the-kind")
    session.lay(path, text)
    judge(session)
    longer = text.replace("title:", "# a line more\ntitle:", 1)
    session.lay(path, longer)
    session.judge_now(path)
    (found,) = [one for one in session.diagnostics[path] if one.rule == "dangling-reference"]
    assert found.place.span.of(longer) == "nothing-of-the-kind"


def test_findings_of_one_file_stand_in_its_order(folder, session):
    path = PurePosixPath(PROJECT)
    text = text_of(folder, PROJECT).replace("id: linear-probes", "id: nothing-of-the-kind")
    session.lay(path, text)
    judge(session)
    session.lay(path, text.replace("A number on", "A <b>number</b> on", 1))
    session.judge_now(path)
    found = [one for one in session.diagnostics[path] if one.rule in ("dangling-reference", "raw-html")]
    assert [one.rule for one in found[:2]] == ["dangling-reference", "raw-html"]


@pytest.mark.parametrize(("name", "is_read"), [(PROJECT, True), ("agendas/map.svg", False), ("notes.md", False)])
def test_only_files_that_a_check_reads_have_a_session(folder, name, is_read):
    found = Sessions().of((folder / name).as_uri())
    assert (found is not None and found[1] == PurePosixPath(name)) == is_read


def test_a_finding_whose_words_were_changed_is_dropped_at_once(folder, session):
    path = PurePosixPath(PROJECT)
    text = text_of(folder, PROJECT).replace("id: linear-probes", "id: linear-prob")
    session.lay(path, text)
    judge(session)
    session.lay(path, text.replace("id: linear-prob", "id: linear-probe"))
    session.judge_now(path)
    assert "dangling-reference" not in {one.rule for one in session.diagnostics[path]}


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("one two three", "two"),
        ("a one two three", "two"),
        ("one two three four", "two"),
        ("one tw three", None),
        ("one twoo three", None),
        ("one two more three", "two"),
        ("", None),
    ],
)
def test_a_place_moves_with_its_text(folder, session, after, expected):
    session.lay(PurePosixPath(PROJECT), text_of(folder, PROJECT).replace("id: linear-probes", "id: x"))
    judge(session)
    diagnostic = session.diagnostics[PurePosixPath(PROJECT)][0]
    place = replace(diagnostic.place, span=type(diagnostic.place.span)(4, 7))
    found = list(
        moved_along([replace(diagnostic, finding=replace(diagnostic.finding, place=place))], "one two three", after)
    )
    assert [one.place.span.of(after) for one in found] == ([] if expected is None else [expected])


def test_a_closed_file_is_as_the_disk_has_it(folder, session):
    path = PurePosixPath(CONCEPT)
    session.lay(path, "---\nkind: concept\n---\n")
    assert session.catalogue.kinds["linear-probes"] == "concept"
    assert "linear-probes" not in session.catalogue.records
    session.lift(path)
    session.reread()
    assert "linear-probes" in session.catalogue.records


def test_a_new_file_that_was_never_saved_counts(folder, session):
    session.lay(PurePosixPath("agendas/concepts/new-one.md"), "---\nkind: concept\nstage: draft\n---\n")
    assert "new-one" in session.catalogue.kinds
    session.lift(PurePosixPath("agendas/concepts/new-one.md"))
    session.reread()
    assert "new-one" not in session.catalogue.kinds


def test_only_files_whose_diagnostics_changed_are_named(folder, session):
    assert session.accept(session.judgement()()) == frozenset()
    before = dict(session.diagnostics)
    session.lay(PurePosixPath(PROJECT), text_of(folder, PROJECT).replace("compute: laptop", "compute: abacus"))
    named = session.accept(session.judgement()())
    after = session.diagnostics
    assert PurePosixPath(PROJECT) in named
    assert named == {path for path in {*before, *after} if before.get(path) != after.get(path)}

"""The examples in the manual page of each rule are its tests."""

from __future__ import annotations

from itertools import pairwise

import pytest

from agendakit.check import all_rules
from agendakit.text import splice
from examples import check_example, examples_of

RULES = all_rules()


def _cases(*words):
    return [
        pytest.param(rule, example, id=f"{rule.name}-{number}-{example.word}")
        for rule in RULES
        for number, example in enumerate(examples_of(rule.manual), 1)
        if example.word in words
    ]


def _found(rule, example):
    checked = check_example(example.files, example.today)
    return [one for one in checked.diagnostics if one.rule == rule.name], checked


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_manual_page_shows_what_is_found_and_what_is_not(rule):
    words = {example.word for example in examples_of(rule.manual)}
    assert {"bad", "good"} <= words


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_manual_page_begins_with_a_sentence(rule):
    assert rule.title.endswith("."), rule.title
    assert len(rule.title) <= 100


@pytest.mark.parametrize(("rule", "example"), _cases("bad"))
def test_a_bad_example_is_found_at_the_carets(rule, example):
    found, _ = _found(rule, example)
    assert found, f"{rule.name} finds nothing"
    places = {(one.place.path, one.place.span.start, one.place.span.end) for one in found}
    assert set(example.pointed) <= places, places
    for one in found:
        assert one.finding.message.endswith((".", "?")), one.finding.message
        assert one.finding.help.endswith((".", "?")), one.finding.help


@pytest.mark.parametrize(("rule", "example"), _cases("good", "fixed"))
def test_a_good_example_is_not_found(rule, example):
    found, checked = _found(rule, example)
    assert not found
    assert not [one for one in checked.diagnostics if one.level == "error"], checked.diagnostics


def test_a_fixed_example_is_what_the_fix_makes_of_the_bad_one():
    compared = 0
    for rule in RULES:
        examples = examples_of(rule.manual)
        for before, after in pairwise(examples):
            if after.word != "fixed":
                continue
            assert before.word == "bad"
            found, checked = _found(rule, before)
            for path, text in after.files.items():
                fixes = [one.finding.fix for one in found if one.place.path == path and one.finding.fix]
                edits = [edit for fix in fixes for edit in fix.edits]
                assert _without_carets(splice(checked.documents[path].text, edits)) == text, rule.name
            compared += 1
    assert compared


def _without_carets(text):
    lines = text.splitlines(keepends=True)
    return "".join(line for line in lines if line.strip(" \t#<>!-\n^") or "^" not in line)

"""Fixing ends, adds nothing, and touches nothing but what it says."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from agendakit.check import check
from agendakit.fix import fix
from examples import CONFIG, TODAY, sources_of
from mutations import PATHS, damaged


def _fixed(number, text, *, unsafe):
    sources = sources_of({PATHS[number]: text})
    before = check(sources, CONFIG, TODAY)
    return before, fix(sources, lambda some: check(some, CONFIG, TODAY), lambda found: found.diagnostics, unsafe=unsafe)


@given(damaged(), st.booleans())
@settings(max_examples=60, deadline=None)
def test_fixing_twice_is_fixing_once(case, unsafe):
    number, text = case
    _, fixed = _fixed(number, text, unsafe=unsafe)
    _, again = _fixed(number, fixed.texts.get(PATHS[number], text), unsafe=unsafe)
    assert not again.texts


@given(damaged())
@settings(max_examples=60, deadline=None)
def test_a_fix_never_adds_a_finding(case):
    number, text = case
    before, fixed = _fixed(number, text, unsafe=False)
    front = before.documents[PATHS[number]].front
    if fixed.mended and front is not None and front.readable and not before.catalogue.rejects:
        had = Counter((one.rule, one.finding.message) for one in before.diagnostics)
        has = Counter((one.rule, one.finding.message) for one in fixed.checked.diagnostics)
        assert not has - had


@given(damaged())
@settings(max_examples=60, deadline=None)
def test_a_safe_fix_leaves_every_other_value_alone(case):
    number, text = case
    before, fixed = _fixed(number, text, unsafe=False)
    old, new = before.documents[PATHS[number]], fixed.checked.documents[PATHS[number]]
    if not fixed.mended or old.front is None or not old.front.readable:
        return
    # Where a key is renamed, the new name says as much as the old one.
    renamed = {(*one.finding.route[:-1], edit.text) for one in fixed.mended for edit in one.finding.fix.edits}
    named = {one.finding.route for one in fixed.mended} | renamed
    old_values = {route: value for route, value, _ in old.front.scalars()}
    new_values = {route: value for route, value, _ in new.front.scalars()}
    changed = {
        route for route in old_values.keys() | new_values.keys() if old_values.get(route) != new_values.get(route)
    }
    assert all(any(route[: len(name)] == name for name in named) for route in changed)

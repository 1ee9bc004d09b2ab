"""A build asks fewer rules than `check`, and is stopped by the same errors."""

from __future__ import annotations

import pytest

from agendakit.check import all_rules, check
from agendakit.diagnostic import Level
from agendakit.extension import Subject
from agendakit.mkdocs_check import rules_that_can_stop
from examples import CONFIG, examples_of, sources_of

EXAMPLES = [(rule, example) for rule in all_rules() for example in examples_of(rule.manual) if example.word == "bad"]


def errors(example, config, rules=None):
    checked = check(sources_of(example.files), config, example.today, rules=rules)
    return [one for one in checked.diagnostics if one.level is Level.ERROR]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=lambda value: getattr(value, "name", ""))
def test_a_build_sees_the_errors_that_a_check_sees(rule, example):
    wrong = errors(example, CONFIG)
    assert errors(example, CONFIG, rules_that_can_stop(CONFIG, example.today)) == wrong
    raised = CONFIG.model_copy(update={"levels": {rule.name: Level.ERROR}})
    assert errors(example, raised, rules_that_can_stop(raised, example.today)) == errors(example, raised)


def test_a_finding_about_the_catalogue_has_the_level_of_its_rule():
    rules = {rule.name: rule for rule in all_rules() if rule.subject is Subject.CATALOGUE}
    found = [
        one for _, example in EXAMPLES for one in check(sources_of(example.files), CONFIG, example.today).diagnostics
    ]
    levels = {(one.rule, one.finding.level) for one in found if one.rule in rules}
    assert {name for name, _ in levels} == set(rules)
    assert {level for _, level in levels} == {None}


def test_a_build_leaves_rules_out():
    assert len(rules_that_can_stop(CONFIG, EXAMPLES[0][1].today)) < len(all_rules())

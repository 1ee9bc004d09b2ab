from __future__ import annotations

from datetime import date

import pytest

from agendakit.check import check
from agendakit.diagnostic import Finding, Level, Place
from agendakit.extension import Subject, rule
from examples import CONFIG, sources_of

DAY = date(2026, 6, 1)


@rule(Subject.ENTRY, Level.WARNING, error_from=DAY)
def dated(source, _):
    """Find something in every entry."""
    yield Finding(place=Place(source.document.path, source.document.top), message="Something.", help="Nothing.")


@pytest.mark.parametrize(
    ("today", "level"),
    [(date(2026, 5, 31), Level.WARNING), (DAY, Level.ERROR), (date(2027, 1, 1), Level.ERROR)],
)
def test_a_dated_rule_warns_until_its_day_and_fails_from_it_on(monkeypatch, today, level):
    monkeypatch.setattr("agendakit.check.all_rules", lambda: (dated,))
    found = check(sources_of({}), CONFIG, today).diagnostics
    assert len(found) == 4
    assert {one.level for one in found} == {level}


def test_a_configured_level_counts_over_the_day(monkeypatch):
    monkeypatch.setattr("agendakit.check.all_rules", lambda: (dated,))
    config = CONFIG.model_copy(update={"levels": {dated.name: Level.HINT}})
    found = check(sources_of({}), config, DAY).diagnostics
    assert {one.level for one in found} == {Level.HINT}

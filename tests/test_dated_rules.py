from __future__ import annotations

from datetime import date

import pytest

from agendakit.diagnostic import Finding, Level, Place
from agendakit.extension import Context, Subject, rule
from agendakit.judging import judge
from examples import CONFIG, check_example

DAY = date(2026, 6, 1)


@rule(Subject.ENTRY, Level.WARNING, error_from=DAY)
def dated(source, _):
    """Find something in every entry."""
    yield Finding(place=Place(source.document.path, source.document.top), message="Something.", help="Nothing.")


@pytest.mark.parametrize(
    ("today", "level"),
    [(date(2026, 5, 31), Level.WARNING), (DAY, Level.ERROR), (date(2027, 1, 1), Level.ERROR)],
)
def test_a_dated_rule_warns_until_its_day_and_fails_from_it_on(today, level):
    checked = check_example({})
    context = Context(catalogue=checked.catalogue, config=CONFIG, today=today)
    found = judge(context, (dated,), {path: one for path, one in checked.documents.items() if path.suffix == ".md"})
    assert len(found) == 4
    assert {one.level for one in found} == {level}


def test_a_configured_level_counts_over_the_day():
    checked = check_example({})
    config = CONFIG.model_copy(update={"levels": {dated.name: Level.HINT}})
    context = Context(catalogue=checked.catalogue, config=config, today=DAY)
    found = judge(context, (dated,), {path: one for path, one in checked.documents.items() if path.suffix == ".md"})
    assert {one.level for one in found} == {Level.HINT}

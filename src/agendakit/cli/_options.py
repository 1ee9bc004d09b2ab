"""Options that several commands share."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import click

_FIRST, _LAST = date(1000, 1, 1), date(2999, 12, 31)
"""Days that an entry can name; a judgement looks some years before and behind."""


def _day(_: click.Context, parameter: click.Parameter, value: str | None) -> date:
    if not value:
        return date.today()  # noqa: DTZ011  # the author's own day
    with suppress(ValueError):
        day = date.fromisoformat(value)
        if _FIRST <= day <= _LAST:
            return day
    raise click.BadParameter(f"`{value}` is no day; write one as 2026-11-22.", param=parameter)


today_option = click.option("--today", callback=_day, metavar="DATE", help="The day to judge dates by.")

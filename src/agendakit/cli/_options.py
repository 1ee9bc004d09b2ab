"""Options that several commands share."""

from __future__ import annotations

from datetime import date

import click


def _day(_: click.Context, parameter: click.Parameter, value: str | None) -> date:
    try:
        return date.fromisoformat(value) if value else date.today()  # noqa: DTZ011  # the author's own day
    except ValueError:
        raise click.BadParameter(f"`{value}` is no day; write one as 2026-11-22.", param=parameter) from None


today_option = click.option("--today", callback=_day, metavar="DATE", help="The day to judge dates by.")

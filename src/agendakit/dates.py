"""Days of partial dates: `2026` and `2026-11` stand for a span of days."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

_JANUARY, _DECEMBER = 1, 12


def first_day(written: str) -> date:
    """First day that a date of the schema covers."""
    year, month, day = _parts(written)
    return date(year, month or _JANUARY, day or 1)


def last_day(written: str) -> date:
    """Last day that a date of the schema covers."""
    year, month, day = _parts(written)
    month = month or _DECEMBER
    return date(year, month, day or monthrange(year, month)[1])


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day where it is shorter."""
    years, month = divmod(day.month - 1 + months, _DECEMBER)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def date_text(value: object) -> str:
    """Text of a date that has been validated: YAML reads an unquoted year as a number."""
    return str(int(value)) if isinstance(value, float) else str(value)


def _parts(written: str) -> tuple[int, int, int]:
    year, month, day, *_ = [*(int(part) for part in written.split("-")), 0, 0]
    return year, month, day

"""Dates as people write them: `22.11.2026`, `Nov 2026`, `2026/11/22`.

A date is taken for one day only where it cannot be another: 03/04/2026 is in March to some and in April to others.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from agendakit.dates import first_day
from agendakit.nearest import joined
from agendakit.slips.meant import Meant
from agendakit.slips.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

_NO_SUCH_DAY = "The calendar has no such day; write one as year, month, day, such as 2026-11-22."
_YEAR_FIRST = re.compile(r"([12]\d{3})[-/. ](\d{1,2})[-/. ](\d{1,2})(?:[T ]\d{1,2}:\d{2}.*)?")
_COMPACT = re.compile(r"([12]\d{3})(\d{2})(\d{2})")
_YEAR_LAST = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+([12]\d{3})")
_SHORT_YEAR = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{2})")
_MONTH_AND_YEAR = re.compile(r"([12]\d{3})[-/.](\d{1,2})|(\d{1,2})[-/.]([12]\d{3})")
_WORDS = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th|er|\.)?\s+(?:of\s+)?)?"
    r"([^\W\d]{3,})\.?,?"
    r"(?:\s+(\d{1,2})(?:st|nd|rd|th)?,?)?\s+([12]\d{3})"
)
_YEAR = re.compile(r"[12]\d{3}")

_MONTHS = (
    ("jan", "j\u00e4n"),
    ("feb", "f\u00e9v", "fev"),
    ("mar", "m\u00e4r", "mae"),
    ("apr", "avr"),
    ("may", "mai"),
    ("jun", "juin"),
    ("jul", "juil"),
    ("aug", "ao\u00fb", "aou"),
    ("sep",),
    ("oct", "okt"),
    ("nov",),
    ("dec", "dez", "d\u00e9c"),
)
"""Beginnings of the months' names, in English, German and French."""


def day(written: str) -> Meant | None:
    """The day that is meant, for a field that takes nothing less than a day."""
    found = _dates(written)
    if found is None:
        return None
    days = tuple(dict.fromkeys(text for text in found if len(text) == len("2026-11-22")))
    if len(days) == 1:
        return Meant(text=days[0])
    if days:
        return Meant(help=_either(days))
    if found:
        return Meant(help=f"Write the day too, such as `{first_day(found[0]).isoformat()}`.")
    return Meant(help=_NO_SUCH_DAY)


def moment(written: str) -> Meant | None:
    """The year, month or day that is meant."""
    found = _dates(written)
    if found is None:
        return None
    if len(set(found)) == 1:
        return Meant(text=found[0])
    if found:
        return Meant(help=_either(tuple(dict.fromkeys(found))))
    return Meant(help=_NO_SUCH_DAY)


def _either(dates: tuple[str, ...]) -> str:
    return f"Write {joined([f'`{one}`' for one in dates], 'or')}, whichever is meant: year, month, day."


def _dates(written: str) -> list[str] | None:
    """Every date that a text can stand for; `None` where it is no date at all."""
    text = plain(written).rstrip(".,")
    readings = _numbers(text) or _words(text)
    if not readings:
        return None
    return [one for one in (_text(*reading) for reading in readings) if one]


def _numbers(text: str) -> list[tuple[int, int, int]]:
    if match := _YEAR_FIRST.fullmatch(text) or _COMPACT.fullmatch(text):
        return [(int(match[1]), int(match[2]), int(match[3]))]
    if match := _YEAR_LAST.fullmatch(text):
        one, other, year = (int(group) for group in match.groups())
        return [(year, other, one), (year, one, other)]
    if match := _SHORT_YEAR.fullmatch(text):
        one, other, year = (int(group) for group in match.groups())
        return [(2000 + year, other, one), (2000 + year, one, other), (2000 + one, other, year)]
    if match := _MONTH_AND_YEAR.fullmatch(text):
        return [(int(match[1] or match[4]), int(match[2] or match[3]), 0)]
    return [(int(text), 0, 0)] if _YEAR.fullmatch(text) else []


def _words(text: str) -> list[tuple[int, int, int]]:
    match = _WORDS.fullmatch(text)
    month = _month(match[2].casefold()) if match else 0
    return [(int(match[4]), month, int(match[1] or match[3] or 0))] if match and month else []


def _month(name: str) -> int:
    found: Iterator[int] = (
        number for number, beginnings in enumerate(_MONTHS, 1) if any(map(name.startswith, beginnings))
    )
    return next(found, 0)


def _text(year: int, month: int, number: int) -> str:
    """The date as the schema writes it, empty where the calendar has none such."""
    try:
        whole = date(year, month or 1, number or 1).isoformat()
    except ValueError:
        return ""
    return whole if number else whole[:7] if month else whole[:4]

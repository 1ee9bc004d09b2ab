"""Lengths of time as people write them: `2–4 days`, `3h`, `two weeks`."""

from __future__ import annotations

import re

from agendakit.diagnostic import Safety
from agendakit.model.effort import EFFORT_PATTERN, SHORT_PATTERN
from agendakit.slips.meant import Meant
from agendakit.slips.plain import plain

_UNITS = {
    "minute": ("minute", "minutes", "min", "mins"),
    "hour": ("hour", "hours", "h", "hr", "hrs"),
    "day": ("day", "days", "d"),
    "week": ("week", "weeks", "wk", "wks", "w"),
    "month": ("month", "months", "mo", "mos", "mth", "mths"),
    "year": ("year", "years", "yr", "yrs", "y"),
}
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_MONTHS_IN_A_YEAR = 12
_LENGTH = re.compile(
    r"(?P<about>~|about |around |approx\.? |ca\.? |circa |roughly |up to |< ?|max\.? )?"
    r"(?P<low>\d+(?:[.,]\d{1,2})?|[a-z]+)"
    r"(?:(?: ?- ?| ?-- ?| to | or | bis | \u00e0 )(?P<high>\d+(?:[.,]\d{1,2})?|[a-z]+))?"
    r"[ -]?(?P<unit>[a-z]+?)(?:\(s\))?\.?(?: (?:of )?(?:full[ -]time(?: work)?|work))?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?(?: ?- ?\d+(?:[.,]\d+)?)?")


def length(written: str, *, short: bool) -> Meant | None:
    """The length that is meant; ``short`` where only minutes and hours will do."""
    text = plain(written)
    if _NUMBER.fullmatch(text):
        units = "minutes` or `hours" if short else "hours`, `days` or `weeks"
        return Meant(help=f"Say of what: write the number and `{units}`.")
    match = _LENGTH.fullmatch(text)
    unit = _unit(match["unit"]) if match else ""
    low = _number(match["low"]) if match else ""
    high = _number(match["high"]) if match and match["high"] else ""
    if match is None or not unit or not low or (match["high"] and not high):
        return None
    certain = not match["about"]
    if short and unit not in ("minute", "hour"):
        return Meant(help="Write minutes or hours, such as `45 minutes`: it takes two hours at most.")
    if unit == "year":
        low, high, unit, certain = _times(low, _MONTHS_IN_A_YEAR), _times(high, _MONTHS_IN_A_YEAR), "month", False
    return _meant(low, high, unit, certain=certain, short=short)


def _meant(low: str, high: str, unit: str, *, certain: bool, short: bool) -> Meant | None:
    plural = "" if not high and low == "1" else "s"
    found = f"{low}-{high} {unit}{plural}" if high else f"{low} {unit}{plural}"
    if not re.fullmatch(SHORT_PATTERN if short else EFFORT_PATTERN, found):
        return None
    return Meant(text=found, safety=Safety.SAFE if certain else Safety.UNSAFE)


def _unit(word: str) -> str:
    return next((unit for unit, names in _UNITS.items() if word.casefold() in names), "")


def _number(word: str) -> str:
    if word[0].isdigit():
        return word.replace(",", ".")
    name = word.casefold()
    return "1" if name in ("a", "an") else str(_WORDS.index(name) + 1) if name in _WORDS else ""


def _times(number: str, factor: int) -> str:
    return f"{float(number) * factor:g}" if number else ""

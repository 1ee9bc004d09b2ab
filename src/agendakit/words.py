"""Small wordings that several outputs share: counts, hours, dates."""

from __future__ import annotations


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: ``1 entry``, ``2 entries``, ``no entries``."""
    noun = one if number == 1 else many or f"{one}s"
    return f"{number:,} {noun}" if number else f"no {noun}"


def units(*times: str) -> str:
    """What a week or a month is in hours, where one of these lengths of time names it; else empty."""
    said = " ".join(times)
    if "month" in said:
        return "A week is 40 hours of work, a month 160."
    return "A week is 40 hours of work." if "week" in said else ""


def hours(number: float) -> str:
    """Hours as people say them: ``90 minutes``, ``6 hours``, ``3 weeks``; weeks have 40 hours.

    Rounded to what a plan needs; zero gives ``no time``.
    """
    if number <= 0:
        return "no time"
    if number < 2 and number != 1:
        return counted(round(number * 60), "minute")
    if number <= 60:
        return f"{number:.3g} {'hour' if number == 1 else 'hours'}"
    if number <= 640:
        return counted(round(number / 40), "week")
    return counted(round(number / 160), "month")

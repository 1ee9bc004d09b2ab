"""How long work takes: texts such as `2-4 days` in hours."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

Band = Literal["evening", "weekend", "month", "longer"]

BANDS: tuple[Band, ...] = ("evening", "weekend", "month", "longer")
"""The bands, shortest first."""

BAND_HOURS: Mapping[str, float] = MappingProxyType({"evening": 4.0, "weekend": 16.0, "month": 160.0})
"""The longest work that still fits into a band, in hours; `longer` has no end."""

UNIT_HOURS: Mapping[str, float] = MappingProxyType(
    {"minute": 1 / 60, "hour": 1.0, "day": 8.0, "week": 40.0, "month": 160.0}
)
"""Hours of full-time work in a unit."""

FIRST_STEP_HOURS = 2.0
"""The longest first step, in hours."""

_NUMBER = r"(?:0\.[0-9]{0,2}[1-9]|[1-9][0-9]{0,3}(?:\.[0-9]{1,3})?)"
EFFORT_PATTERN = rf"^{_NUMBER}(?:-{_NUMBER})? (?:minute|hour|day|week|month)s?$"
SHORT_PATTERN = rf"^{_NUMBER}(?:-{_NUMBER})? (?:minute|hour)s?$"
"""The syntax of an effort, and of one in minutes or hours; the same to Rust, ECMAScript and Python."""

_EFFORT = re.compile(rf"({_NUMBER})(?:-({_NUMBER}))? (minute|hour|day|week|month)s?")


def hours_of(effort: str) -> tuple[float, float]:
    """The least and the greatest hours of full-time work that a text such as `2-4 days` stands for.

    One number counts for both; numbers in the wrong order are put right.
    Raises ValueError when the text is no effort, which no validated entry holds.
    """
    match = _EFFORT.fullmatch(effort)
    if match is None:
        raise ValueError(f"{effort!r} is not a length of time")
    first, second, unit = match.groups()
    low, high = sorted((float(first), float(second or first)))
    return low * UNIT_HOURS[unit], high * UNIT_HOURS[unit]


def band_of(effort: str) -> Band:
    """The shortest band that the upper end of an effort fits into; raises like `hours_of`."""
    high = hours_of(effort)[1]
    for band in BANDS[:-1]:
        if high <= BAND_HOURS[band]:
            return band
    return "longer"

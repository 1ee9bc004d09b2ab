"""The three glances of a project: difficulty as steps, effort as a span on a line, compute as a word."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from agendakit.model import BANDS, COMPUTES, DIFFICULTIES, band_of, hours_of

if TYPE_CHECKING:
    from agendakit.model import Project

_EVENING, _YEAR = 4.0, 1920.0
_SHORT = {"minute": "min", "hour": "h", "day": "d", "week": "wk", "month": "mo"}
_COMPUTE = {
    "none": ("no computer", "no computer to speak of"),
    "laptop": ("laptop", "a laptop"),
    "hosted": ("hosted models", "models behind an API"),
    "small-gpu": ("small GPU", "a small GPU or a free notebook"),
    "large-gpu": ("large GPU", "one large GPU"),
    "multi-gpu": ("several GPUs", "several GPUs"),
    "cluster": ("cluster", "a cluster"),
}
BAND_WORDS = {"evening": "an evening", "weekend": "a weekend", "month": "a month", "longer": "longer"}
TIME_WORDS = {"evening": "an evening", "weekend": "up to a weekend", "month": "up to a month", "longer": "longer"}
"""The time that a reader has: what takes an evening fits into a weekend too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Glances:
    """What one sees of a project before reading.

    Attributes:
        level: Difficulty from 1 to 5; 0 where a draft gives none.
        effort: As long as it is written, such as ``2–4 days``.
        gloss: The same in evenings and weekends, empty where that says nothing.
        left: Where the effort begins on the line from an evening to a year, 0 to 100.
        width: How far it reaches, at least 6.
    """

    level: int
    difficulty: str
    effort: str
    short: str
    gloss: str
    band: str
    left: float
    width: float
    compute: str


def glances(project: Project) -> Glances:
    """Glances of a project; what a draft leaves out is empty."""
    return _glances(project.difficulty, project.effort, project.compute)


@lru_cache(maxsize=4_096)
def _glances(difficulty: str | None, effort: str | None, compute: str | None) -> Glances:
    left, width = _span(effort) if effort else (0.0, 0.0)
    return Glances(
        level=list[str](DIFFICULTIES).index(difficulty) + 1 if difficulty else 0,
        difficulty=(difficulty or "").replace("-", " "),
        effort=(effort or "").replace("-", "–"),
        short=short_effort(effort) if effort else "",
        gloss=_gloss(hours_of(effort)[1]) if effort else "",
        band=BAND_WORDS[band_of(effort)] if effort else "",
        left=left,
        width=width,
        compute=compute_word(compute) if compute else "",
    )


def short_effort(effort: str) -> str:
    """An effort as a column shows it: ``2–4 d``."""
    return re.sub(r"(minute|hour|day|week|month)s?", lambda match: _SHORT[match[1]], effort).replace("-", "–")


def fitting(band: str) -> tuple[str, ...]:
    """Stretches of time that a project of a band fits into: its own and longer ones; `longer` stands by itself."""
    bands = list[str](BANDS)
    return tuple(bands[bands.index(band) : -1]) or (band,)


def compute_word(compute: str) -> str:
    """Compute as a word-mark."""
    return _COMPUTE[compute][0]


def compute_words(compute: str) -> str:
    """Compute in a sentence."""
    return _COMPUTE[compute][1]


def compute_order(compute: str) -> int:
    """0 for what everybody has."""
    return list[str](COMPUTES).index(compute)


def _span(effort: str) -> tuple[float, float]:
    low, high = (_position(hours) for hours in hours_of(effort))
    width = max(high - low, 6.0)
    return round(min(low, 100.0 - width), 1), round(width, 1)


def _position(hours: float) -> float:
    """Place on the line; its scale is logarithmic, since a day matters to a weekend and not to a year."""
    return 100 * min(max(math.log(max(hours, _EVENING) / _EVENING) / math.log(_YEAR / _EVENING), 0.0), 1.0)


def _gloss(hours: float) -> str:
    if hours <= 4:
        return "an evening"
    if hours <= 8:
        return "two evenings, or a day"
    if hours <= 16:
        return "a weekend"
    if hours <= 64:
        return f"about {_NUMBERS[round(hours / 16)]} weekends"
    return ""


_NUMBERS = ("no", "one", "two", "three", "four")

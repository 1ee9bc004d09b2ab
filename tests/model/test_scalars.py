from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ConfigDict, TypeAdapter, ValidationError

from agendakit.model import BANDS, band_of, effort, hours_of, scalars

_STRICT = ConfigDict(strict=True)


@dataclass(frozen=True)
class Case:
    name: str
    scalar: object
    good: tuple[object, ...]
    bad: tuple[object, ...]


CASES = (
    Case(
        "slug",
        scalars.Slug,
        ("a", "linear-probes", "gpt-2", "80k", "a" * 80),
        ("", "A", "a--b", "-a", "a-", "a b", "a_b", "é", "a\n", "a" * 81, 3, None),
    ),
    Case(
        "day",
        scalars.FullDate,
        ("2026-11-22", "2024-02-29"),
        ("2026-02-29", "2026-02-30", "2026-13-01", "2026-00-01", "2026-11", "2026", 2026, "2026-11-22\n", "20261122"),
    ),
    Case(
        "moment",
        scalars.PartialDate,
        ("2026", "2026-11", "2026-11-22", 2026),
        ("26", "2026-13", "2026-02-30", "2026-11-", "2026\n", 26, 12026, 2026.5, True, None, "November 2026"),
    ),
    Case(
        "effort",
        scalars.Effort,
        ("1 hour", "2 hours", "2-4 days", "0.5 weeks", "1.5-2 months", "30 minutes", "1000 hours"),
        (
            "2",
            "2 years",
            "two days",
            "2-4days",
            "2 - 4 days",
            "0 hours",
            "-1 days",
            "2–4 days",
            "1 hour\n",
            "2  days",
            2,
        ),
    ),
    Case("short time", scalars.ShortTime, ("45 minutes", "1-2 hours"), ("1 day", "2 weeks", "hours")),
    Case(
        "address",
        scalars.Url,
        ("https://example.org", "http://a.b/c?d=e#f", "mailto:ada@example.org", "https://de.wikipedia.org/wiki/Größe"),
        (
            "example.org",
            "ftp://a.b",
            "javascript:alert(1)",
            "https://",
            "https:///a",
            "https://a b",
            "https://a\n",
            "mailto:ada",
        ),
    ),
    Case("paper", scalars.PaperRef, ("arXiv:2212.03827", "10.1000/182", "x"), ("", 2212.03827, None)),
    Case("hours", scalars.Hours, (1, 0.5, 2000), (0, -1, 2001, float("inf"), float("nan"), "8", True, None)),
    Case("line", scalars.Line, ("a", "a line\n", "x" * 300), ("", " ", "\n", "a\nb", "a\n\n", "x" * 301, 3)),
    Case("text", scalars.Text, ("a", "a\nb\n", "x" * 10_000), ("", " \n\t", None, 1.5)),
    Case("title", scalars.Title, ("Probes", "x" * 120), ("Four", "x" * 121, "Two\nlines", "     ")),
    Case("summary", scalars.Summary, ("x" * 40, "x" * 300, "x" * 20 + "\n" + "x" * 20), ("x" * 39, "x" * 301)),
    Case("question", scalars.Question, ("Is it so or not?", "x" * 300), ("Why?", "x" * 301)),
    Case("account", scalars.GithubName, ("ada", "ada-l", "a" * 39), ("@ada", "-ada", "ada l", "a" * 40, "ada\n")),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_scalar_takes_what_authors_write_and_nothing_else(case: Case) -> None:
    adapter = TypeAdapter[object](case.scalar, config=_STRICT)  # type: ignore[arg-type]  # any scalar
    for value in case.good:
        adapter.validate_python(value)
    for value in case.bad:
        with pytest.raises(ValidationError):
            adapter.validate_python(value)


def test_a_year_becomes_text() -> None:
    assert TypeAdapter(scalars.PartialDate, config=_STRICT).validate_python(2026) == "2026"


def test_the_newline_of_a_block_scalar_is_dropped() -> None:
    assert TypeAdapter(scalars.Text).validate_python("Two\nlines.\n") == "Two\nlines."


@pytest.mark.parametrize(
    ("text", "hours", "band"),
    [
        ("30 minutes", (0.5, 0.5), "evening"),
        ("4 hours", (4, 4), "evening"),
        ("4.5 hours", (4.5, 4.5), "weekend"),
        ("1-2 days", (8, 16), "weekend"),
        ("2-4 days", (16, 32), "month"),
        ("1 week", (40, 40), "month"),
        ("1 month", (160, 160), "month"),
        ("4-8 weeks", (160, 320), "longer"),
        ("4-2 days", (16, 32), "month"),
    ],
)
def test_an_effort_has_hours_and_a_band(text: str, hours: tuple[float, float], band: str) -> None:
    assert hours_of(text) == hours
    assert band_of(text) == band


@pytest.mark.parametrize("text", ["", "soon", "2 days\n", "2 daysx"])
def test_what_is_no_effort_has_no_hours(text: str) -> None:
    with pytest.raises(ValueError, match="not a length of time"):
        hours_of(text)


@given(st.from_regex(effort.EFFORT_PATTERN, fullmatch=True))
def test_every_effort_that_validates_has_hours(text: str) -> None:
    TypeAdapter(scalars.Effort).validate_python(text)
    low, high = hours_of(text)
    assert 0 < low <= high
    assert band_of(text) in BANDS

"""The single values an author writes: ids, texts, dates, numbers, addresses."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from agendakit.model.effort import EFFORT_PATTERN, SHORT_PATTERN
from agendakit.model.markers import Form

# Patterns mean the same to Rust (pydantic), ECMAScript (editors) and Python (jsonschema), hence neither \d, \s nor
# lookaround. The one difference left is that Python's `$` also matches before a final newline: `not` shuts that out.
_UNBROKEN = {"not": {"pattern": "[\\r\\n]"}}
_ONE_LINE = {"not": {"pattern": "[\\r\\n][\\s\\S]"}}
_SOMETHING = r"[^ \t\r\n]"
_LINE = r"^[^\r\n]*[^ \t\r\n][^\r\n]*\n?$"
_DAY = r"^[12][0-9]{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$"
_YEAR_OR_MONTH = r"^[12][0-9]{3}(?:-(?:0[1-9]|1[0-2]))?$"
_MOMENT = r"^[12][0-9]{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?$"
_URL = r'^(?:https?://[^\x00-\x20"<>\x7f-\xa0/?#]|mailto:[^\x00-\x20"<>\x7f-\xa0@]+@)[^\x00-\x20"<>\x7f-\xa0]*$'


def _trimmed(text: str) -> str:
    """YAML's block scalars end in a newline that nobody meant."""
    return text.rstrip("\n ")


def _real(text: str) -> str:
    if len(text) == len("2026-11-22"):
        date.fromisoformat(text)
    return text


def _year_as_text(value: object) -> object:
    """YAML reads an unquoted year as a number, and JSON Schema does not tell 2026 from 2026.0."""
    if type(value) is int or (type(value) is float and value.is_integer()):
        return str(int(value))
    return value


Slug = Annotated[
    str,
    Field(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=80, json_schema_extra=_UNBROKEN),
    Form("an id: lower-case letters, digits and single hyphens", "ids"),
]
"""An id or a tag: lower-case words joined by hyphens, 80 characters at most."""

Text = Annotated[str, Field(pattern=_SOMETHING), AfterValidator(_trimmed), Form("text", "texts")]
"""Prose of any length that is not blank."""

Line = Annotated[
    str,
    Field(pattern=_LINE, max_length=300, json_schema_extra=_ONE_LINE),
    AfterValidator(_trimmed),
    Form("one line of text", "short texts"),
]
"""One line of text, 300 characters at most."""

Title = Annotated[
    str,
    Field(pattern=_LINE, min_length=5, max_length=120, json_schema_extra=_ONE_LINE),
    AfterValidator(_trimmed),
    Form("one line of 5 to 120 characters", "titles"),
]
"""The name of an entry: one line of 5 to 120 characters."""

Summary = Annotated[
    str,
    Field(pattern=_SOMETHING, min_length=40, max_length=300),
    AfterValidator(_trimmed),
    Form("a paragraph of 40 to 300 characters", "paragraphs"),
]
"""One plain paragraph of 40 to 300 characters."""

Question = Annotated[
    str,
    Field(pattern=_LINE, min_length=10, max_length=300, json_schema_extra=_ONE_LINE),
    AfterValidator(_trimmed),
    Form("one sentence of 10 to 300 characters", "sentences"),
]
"""One sentence of 10 to 300 characters."""

FullDate = Annotated[
    str,
    Field(pattern=_DAY, json_schema_extra={"format": "date"}),
    AfterValidator(_real),
    Form("a day such as 2026-11-22", "days"),
]
"""A day of the calendar, as text `YYYY-MM-DD`."""

_WRITTEN_MOMENTS = [
    {"type": "string", "pattern": _YEAR_OR_MONTH, **_UNBROKEN},
    {"type": "string", "pattern": _DAY, "format": "date"},
]
_NUMBERED_YEAR = {"type": "integer", "minimum": 1000, "maximum": 2999}

PartialDate = Annotated[
    str,
    Field(pattern=_MOMENT),
    BeforeValidator(_year_as_text),
    AfterValidator(_real),
    WithJsonSchema({"anyOf": [*_WRITTEN_MOMENTS, _NUMBERED_YEAR]}, mode="validation"),
    WithJsonSchema({"anyOf": _WRITTEN_MOMENTS}, mode="serialization"),
    Form("a year, a month or a day, such as 2026, 2026-11 or 2026-11-22", "dates"),
]
"""A year, a month or a day; always text once validated."""

Effort = Annotated[
    str,
    Field(pattern=EFFORT_PATTERN, json_schema_extra=_UNBROKEN),
    Form("a length such as `3 hours`, `2-4 days` or `1 month`", "lengths of time"),
]
"""A length of work in minutes, hours, days, weeks or months; `effort.hours_of` gives the hours."""

ShortTime = Annotated[
    str,
    Field(pattern=SHORT_PATTERN, json_schema_extra=_UNBROKEN),
    Form("a length such as `45 minutes` or `1-2 hours`", "lengths of time"),
]
"""An effort in minutes or hours."""

Url = Annotated[
    str,
    Field(pattern=_URL, max_length=2000, json_schema_extra=_UNBROKEN),
    Form("an address that begins with https:, http: or mailto:", "addresses"),
]
"""An address that is safe to link to."""

PaperRef = Annotated[
    str,
    Field(min_length=1),
    Form("an arXiv identifier such as arXiv:2212.03827, a DOI or an address", "papers"),
]
"""The name of a work. Whether it is well formed is for a rule to say, which can say what is wrong."""

GithubName = Annotated[
    str,
    Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9-]{0,38}$", json_schema_extra=_UNBROKEN),
    Form("a GitHub name without the @", "GitHub names"),
]
"""The name of an account on GitHub."""

Hours = Annotated[
    float,
    Field(gt=0, le=2000, allow_inf_nan=False),
    Form("a number of hours, such as 2 or 0.5", "numbers of hours"),
]
"""Hours of study, more than 0, 2,000 at most."""

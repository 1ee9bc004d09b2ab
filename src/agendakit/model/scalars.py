"""The single values an author writes: ids, texts, dates, numbers, addresses."""

from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field

from agendakit.model.effort import EFFORT_PATTERN, SHORT_PATTERN
from agendakit.model.markers import Form

# Patterns mean the same to Rust (pydantic), ECMAScript (editors) and Python (jsonschema), hence neither \d, \s nor
# lookaround. The one difference left is that Python's `$` also matches before a final newline: `not` shuts that out.
_UNBROKEN = {"not": {"pattern": r"[\r\n]"}}
_ONE_LINE = {"pattern": r"^[^\r\n]*[^ \t\r\n][^\r\n]*\n?$", "not": {"pattern": r"[\r\n][\s\S]"}}
_SOMETHING = {"pattern": r"[^ \t\r\n]"}
_YEAR_OR_MONTH = r"^[12][0-9]{3}(?:-(?:0[1-9]|1[0-2]))?$"
_DAY = r"^[12][0-9]{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$"
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


def _limits(form: Form) -> Any:
    """The demands of a form's JSON Schema on pydantic's terms, without `not`: Rust's `$` is the very end."""
    words = {"pattern": "pattern", "minLength": "min_length", "maxLength": "max_length"}
    numbers = {"exclusiveMinimum": "gt", "maximum": "le"}
    terms: dict[str, Any] = {
        ours: form.schema[theirs] for theirs, ours in (words | numbers).items() if theirs in form.schema
    }
    return Field(**terms)


SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""Pattern of an id or a tag."""
LONGEST_SLUG = 80

_SLUG = Form(
    name="Slug",
    one="an id: lower-case letters, digits and single hyphens",
    many="ids",
    schema={"type": "string", "pattern": f"^{SLUG}$", "maxLength": LONGEST_SLUG, **_UNBROKEN},
)
Slug = Annotated[str, _limits(_SLUG), _SLUG]
"""An id or a tag: lower-case words joined by hyphens, 80 characters at most."""

_TEXT = Form(name="Text", one="text", many="texts", schema={"type": "string", **_SOMETHING})
Text = Annotated[str, _limits(_TEXT), AfterValidator(_trimmed), _TEXT]
"""Prose of any length that is not blank."""

_LINE = Form(
    name="Line",
    one="one line of text",
    many="short texts",
    schema={"type": "string", "maxLength": 300, **_ONE_LINE},
)
Line = Annotated[str, _limits(_LINE), AfterValidator(_trimmed), _LINE]
"""One line of text, 300 characters at most."""

_TITLE = Form(
    name="Title",
    one="one line of 5 to 120 characters",
    many="titles",
    schema={"type": "string", "minLength": 5, "maxLength": 120, **_ONE_LINE},
)
Title = Annotated[str, _limits(_TITLE), AfterValidator(_trimmed), _TITLE]
"""The name of an entry: one line of 5 to 120 characters."""

_SUMMARY = Form(
    name="Summary",
    one="a paragraph of 40 to 300 characters",
    many="paragraphs",
    schema={"type": "string", "minLength": 40, "maxLength": 300, **_SOMETHING},
)
Summary = Annotated[str, _limits(_SUMMARY), AfterValidator(_trimmed), _SUMMARY]
"""One plain paragraph of 40 to 300 characters."""

_QUESTION = Form(
    name="Question",
    one="one sentence of 10 to 300 characters",
    many="sentences",
    schema={"type": "string", "minLength": 10, "maxLength": 300, **_ONE_LINE},
)
Question = Annotated[str, _limits(_QUESTION), AfterValidator(_trimmed), _QUESTION]
"""One sentence of 10 to 300 characters."""

_FULL_DATE = Form(
    name="FullDate",
    one="a day such as 2026-11-22",
    many="days",
    schema={"type": "string", "pattern": _DAY, "format": "date"},
)
FullDate = Annotated[str, _limits(_FULL_DATE), AfterValidator(_real), _FULL_DATE]
"""A day of the calendar, as text `YYYY-MM-DD`."""

_WRITTEN = [{"type": "string", "pattern": _YEAR_OR_MONTH, **_UNBROKEN}, dict(_FULL_DATE.schema)]
_PARTIAL_DATE = Form(
    name="PartialDate",
    one="a year, a month or a day, such as 2026, 2026-11 or 2026-11-22",
    many="dates",
    schema={"anyOf": [*_WRITTEN, {"type": "integer", "minimum": 1000, "maximum": 2999}]},
    exported={"anyOf": _WRITTEN},
)
PartialDate = Annotated[
    str, Field(pattern=_MOMENT), BeforeValidator(_year_as_text), AfterValidator(_real), _PARTIAL_DATE
]
"""A year, a month or a day; always text once validated."""

_EFFORT = Form(
    name="Effort",
    one="a length such as `3 hours`, `2-4 days` or `1 month`",
    many="lengths of time",
    schema={"type": "string", "pattern": EFFORT_PATTERN, **_UNBROKEN},
)
Effort = Annotated[str, _limits(_EFFORT), _EFFORT]
"""A length of work in minutes, hours, days, weeks or months; `effort.hours_of` gives the hours."""

_SHORT_TIME = Form(
    name="ShortTime",
    one="a length such as `45 minutes` or `1-2 hours`",
    many="lengths of time",
    schema={"type": "string", "pattern": SHORT_PATTERN, **_UNBROKEN},
)
ShortTime = Annotated[str, _limits(_SHORT_TIME), _SHORT_TIME]
"""An effort in minutes or hours."""

_ADDRESS = Form(
    name="Url",
    one="an address that begins with https:, http: or mailto:",
    many="addresses",
    schema={"type": "string", "pattern": _URL, "maxLength": 2000, **_UNBROKEN},
)
Url = Annotated[str, _limits(_ADDRESS), _ADDRESS]
"""An address that is safe to link to."""

_PAPER_REF = Form(
    name="PaperRef",
    one="an arXiv identifier such as arXiv:2212.03827, a DOI or an address",
    many="papers",
    schema={"type": "string", "minLength": 1},
)
PaperRef = Annotated[str, _limits(_PAPER_REF), _PAPER_REF]
"""The name of a work. Whether it is well formed is for a rule to say, which can say what is wrong."""

_GITHUB_NAME = Form(
    name="GithubName",
    one="a GitHub name without the @",
    many="GitHub names",
    schema={"type": "string", "pattern": r"^[A-Za-z0-9][A-Za-z0-9-]{0,38}$", **_UNBROKEN},
)
GithubName = Annotated[str, _limits(_GITHUB_NAME), _GITHUB_NAME]
"""The name of an account on GitHub."""

_HOURS = Form(
    name="Hours",
    one="a number of hours, such as 2 or 0.5",
    many="numbers of hours",
    schema={"type": "number", "exclusiveMinimum": 0, "maximum": 2000},
)
Hours = Annotated[float, _limits(_HOURS), Field(allow_inf_nan=False), _HOURS]
"""Hours of study, more than 0, 2,000 at most."""

_EXTRA = Form(
    name="Extra",
    one="whatever the catalogue's own schema asks for",
    many="keys of your own",
    schema={"type": "object", "additionalProperties": True},
)
Extra = Annotated[dict[str, object], _EXTRA]
"""A mapping that the kit does not look into."""

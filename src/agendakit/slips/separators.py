"""Keys whose colon is missing, glued to the value, or another sign."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit.slips.lines import field_names
from agendakit.slips.slip import Slip
from agendakit.text import Edit, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agendakit.document import Document
    from agendakit.slips.lines import Line

_BEGIN = r" *(?:- +)*"
_KEY = r"(?P<key>[^\W\d][\w-]*)"
_GLUED = re.compile(rf"{_BEGIN}(?P<head>{_KEY}:)(?=[^\s/:])")
_OTHER_SIGN = re.compile(
    rf"{_BEGIN}(?P<head>{_KEY} *(?P<sign>[\uff1a\ufe55\u2236\ua789]|=>|->|\u2192|=)[ \t\u3000]*)(?=\S)"
)
_MARKED = re.compile(rf"{_BEGIN}(?P<head>(?P<marks>\*\*?|__?|`){_KEY}(?:(?P=marks) *:|: *(?P=marks))[ \t]*)(?=\S)")
_SCHEMES = frozenset({"arxiv", "data", "doi", "entry", "ftp", "http", "https", "mailto"})


@dataclass(frozen=True, slots=True)
class _Wrong:
    line: Line
    key: str
    head: Span
    message: str


def wrong_sign(document: Document, lines: Iterable[Line], numbers: Iterable[int]) -> Slip | None:
    """The first of some lines that has another sign than a colon and a space; the fix mends all that are like it."""
    wrong = {line.number: found for line in lines if (found := _wrong(document, line))}
    first = next((wrong[number] for number in numbers if number in wrong), None)
    if first is None:
        return None
    alike = [one for one in wrong.values() if one.message == first.message and one.key in field_names()]
    title = f"Write `{first.key}: `" + (f", and {len(alike) - 1} more lines alike" if len(alike) > 1 else "")
    return Slip(
        span=Span(first.head.start, first.line.span.end),
        message=first.message,
        help="Write `key: value`, with a colon and a space behind the key.",
        title=title,
        edits=tuple(Edit(one.head, f"{one.key}: ") for one in alike) if first in alike else (),
    )


def no_sign(line: Line) -> Slip | None:
    """A line that begins with the name of a field and has no colon."""
    words = line.value.split(maxsplit=1)
    if line.key or line.prose or len(words) < 2 or words[0] not in field_names():
        return None
    return Slip(
        span=line.place,
        message=f"A colon is missing behind `{words[0]}`.",
        help=f"Write `{words[0]}: ` and the value; if the line goes on with the text above it, indent it.",
    )


def _wrong(document: Document, line: Line) -> _Wrong | None:
    if line.prose or line.key:
        return None
    source = line.span.of(document.text)
    found = _GLUED.match(source) or _OTHER_SIGN.match(source) or _MARKED.match(source)
    if found is None or found["key"].casefold() in _SCHEMES:
        return None
    sign = found.groupdict().get("sign", "")
    # In a sentence, an arrow or a sign of equality has a meaning of its own.
    if sign and sign in "=>->\u2192" and found["key"] not in field_names():
        return None
    head = Span(line.span.start + found.start("head"), line.span.start + found.end("head"))
    return _Wrong(line, found["key"], head, _message(sign, marked="marks" in found.groupdict()))


def _message(sign: str, *, marked: bool) -> str:
    if marked:
        return "The key in this line stands in marks of Markdown, which YAML does not know."
    if not sign:
        return "A space is missing behind the colon in this line."
    return f"The sign `{sign}` stands here instead of a colon and a space."

"""Keys whose colon is missing, glued to the value, or another sign."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agendakit.frozen import dataclass
from agendakit.nearest import nearest
from agendakit.slips.lines import field_names
from agendakit.slips.slip import Slip
from agendakit.text import Edit, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from agendakit.document import Document
    from agendakit.slips.lines import Line

_SIGN = re.compile(
    r" *(?:- +)*(?P<marks>[*_`]*)(?P<key>[^\W\d][\w-]*)"
    r"(?P<sign>(?:\*\*|__|`)[ ]*:[ ]+|:(?:\*\*|__|`)[ ]*|:(?=[^\s/:])| *[\uff1a\ufe55\u2236\ua789][ \u3000]*| *(?:=>|->|\u2192|=)[ \t]*)"
    r"(?P<value>.*)"
)
_SCHEMES = frozenset({"arxiv", "doi", "http", "https", "mailto", "entry", "file", "ftp", "data"})


@dataclass(frozen=True, slots=True)
class _Wrong:
    line: Line
    key: Span
    sign: Span
    message: str


def wrong_sign(document: Document, lines: Iterable[Line], numbers: Iterable[int]) -> Slip | None:
    """The first of some lines that has another sign than a colon and a space; all lines like it are mended at once."""
    wrong = [found for line in lines if not line.prose for found in _wrong(document, line)]
    first = next((one for number in numbers for one in wrong if one.line.number == number), None)
    if first is None:
        return None
    alike = [one for one in wrong if one.message == first.message and one.key.of(document.text) in field_names()]
    known = first in alike
    return Slip(
        span=Span(first.key.start, first.line.span.end),
        message=first.message,
        help="Write `key: value`, with a colon and a space behind the key.",
        title=f"Write `{first.key.of(document.text)}: `" + (", and the others alike" if len(alike) > 1 else ""),
        edits=tuple(edit for one in alike for edit in _edits(document, one)) if known else (),
    )


def no_sign(document: Document, line: Line) -> Slip | None:
    """A line that begins with the name of a field and has no colon."""
    words = line.value.split(maxsplit=1)
    if line.key or line.prose or len(words) < 2 or words[0] not in field_names():
        return None
    end = line.start + len(words[0])
    return Slip(
        span=Span(line.start, line.start + len(line.value)),
        message=f"A colon is missing behind `{words[0]}`.",
        help=f"Write `{words[0]}: ` and the value; if the line continues the text above it, indent it.",
    ) if document.text[end : end + 1] == " " else None


def misspelt_key(name: str) -> str:
    """The field that a word seems to be, empty where it is none."""
    return next(iter(nearest(name, field_names(), 1)), "")


def _wrong(document: Document, line: Line) -> Iterator[_Wrong]:
    match = _SIGN.fullmatch(line.span.of(document.text))
    if match is None or match["key"].casefold() in _SCHEMES or not _is_key(match, line):
        return
    start = line.span.start
    first = match.start("marks")
    sign = Span(start + match.end("key"), start + match.end("sign"))
    key = Span(start + first, start + match.end("key")) if match["marks"] else Span(*_moved(match.span("key"), start))
    key = Span(*_moved(match.span("key"), start))
    yield _Wrong(line, key, sign, _message(match["sign"], marked=bool(match["marks"])))


def _is_key(match: re.Match[str], line: Line) -> bool:
    """Whether a sign is meant to end a key: in a sentence, `=` and arrows mean something else."""
    return not line.key and ("=" not in match["sign"] or match["key"] in field_names())


def _message(sign: str, *, marked: bool) -> str:
    if marked:
        return "A key is written without the marks of Markdown."
    if sign == ":":
        return "A space is missing behind the colon in this line."
    return f"The sign `{sign.strip()}` stands here instead of a colon and a space."


def _edits(document: Document, wrong: _Wrong) -> Iterator[Edit]:
    text = document.text
    start = wrong.key.start
    while text[start - 1] in "*_`" and start > wrong.line.span.start:
        start -= 1
    if start < wrong.key.start:
        yield Edit(Span(start, wrong.key.start), "")
    yield Edit(wrong.sign, ": " if wrong.sign.end < wrong.line.span.end else ":")


def _moved(span: tuple[int, int], by: int) -> tuple[int, int]:
    return span[0] + by, span[1] + by

"""A diagnostic as a person reads it: sentence, place, source line with carets, help."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from agendakit.diagnostic import Level, Safety
from agendakit.inert import first_on_line, printable
from agendakit.text import LineIndex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agendakit.diagnostic import Diagnostic, Place
    from agendakit.extension import Outcome
    from agendakit.text import Span

_WIDTH = 120
_ELLIPSIS = "…"
_STYLES = {Level.ERROR: "1;31", Level.WARNING: "1;33", Level.HINT: "1;36"}
_FAINT = "2"
_BLUE = "34"


def frame(diagnostic: Diagnostic, outcome: Outcome) -> str:
    """Frame of one diagnostic, lines joined by line feeds, none at the end."""
    return frame_of((diagnostic,), outcome)


def frame_of(together: Sequence[Diagnostic], outcome: Outcome) -> str:
    """Frame of diagnostics of one rule about one place, which is shown once; not of none."""
    lines = [*_head(together[0], outcome), *_excerpt(together[0], outcome), *_notes(together[0], outcome)]
    for other in together[1:]:
        lines += [*_head(other, outcome), *_notes(other, outcome)]
    return "\n".join([*lines, *_manual(together[0], outcome)])


def pointed(text: str, span: Span) -> str:
    """A line of a text with carets under a part of it, for what is no diagnostic."""
    lines = LineIndex(text)
    line = lines.position(span.start).line
    source, carets = _cut(text, lines.line_span(line), span)
    return f"{line} | {source}\n{' ' * len(str(line))} | {carets}"


def location(place: Place, outcome: Outcome) -> str:
    """``path:line:column`` of a place, safe to print."""
    document = outcome.documents.get(place.path)
    path = first_on_line(outcome.shown(place.path))
    if document is None:
        return path
    position = document.lines.position(place.span.start)
    return f"{path}:{position.line}:{position.column}"


def painted(text: str, style: str, outcome: Outcome) -> str:
    """A text in a terminal style, where colours are wanted."""
    return f"\x1b[{style}m{text}\x1b[0m" if outcome.colour and text else text


def _head(diagnostic: Diagnostic, outcome: Outcome) -> Iterator[str]:
    head = painted(f"{diagnostic.level}[{diagnostic.rule}]", _STYLES[diagnostic.level], outcome)
    yield f"{head}: {painted(printable(diagnostic.finding.message), '1', outcome)}"


def _excerpt(diagnostic: Diagnostic, outcome: Outcome) -> Iterator[str]:
    finding = diagnostic.finding
    style = _STYLES[diagnostic.level]
    document = outcome.documents.get(finding.place.path)
    line = _line(diagnostic, outcome)
    gutter = " " * len(str(line))
    yield f"{gutter}{painted('-->', _BLUE, outcome)} {location(finding.place, outcome)}"
    bar = painted("|", _BLUE, outcome)
    if document is not None and document.text:
        source, carets = excerpt(document.text, document.lines.line_span(line), finding.place)
        yield f"{gutter} {bar}"
        yield f"{painted(str(line), _BLUE, outcome)} {bar} {source}"
        yield f"{gutter} {bar} {painted(carets, style, outcome)}"


def _line(diagnostic: Diagnostic, outcome: Outcome) -> int:
    document = outcome.documents.get(diagnostic.place.path)
    return document.lines.position(diagnostic.place.span.start).line if document else 0


def _notes(diagnostic: Diagnostic, outcome: Outcome) -> Iterator[str]:
    finding = diagnostic.finding
    yield _note("help", finding.help, diagnostic, outcome)
    for note in finding.related:
        yield _note("note", f"{location(note.place, outcome)}: {note.message}", diagnostic, outcome)
    if finding.fix is not None:
        flags = "--fix" if finding.fix.safety is Safety.SAFE else "--unsafe-fixes"
        yield _note("fix", f"{finding.fix.title} (`agendakit check {flags}`)", diagnostic, outcome)


def _manual(diagnostic: Diagnostic, outcome: Outcome) -> Iterator[str]:
    yield _note("manual", diagnostic.url or f"`agendakit explain {diagnostic.rule}`", diagnostic, outcome)


def _note(label: str, words: str, diagnostic: Diagnostic, outcome: Outcome) -> str:
    gutter = " " * len(str(_line(diagnostic, outcome)))
    return f"{gutter} {painted('=', _BLUE, outcome)} {painted(label, '1', outcome)}: {printable(words)}"


def excerpt(text: str, line: Span, place: Place) -> tuple[str, str]:
    """A source line and the carets below it, cut around the place where the line is too long for a screen."""
    return _cut(text, line, place.span)


def _cut(text: str, line: Span, span: Span) -> tuple[str, str]:
    start, end = line.start, line.end
    first = min(max(span.start, start), end)
    last = min(max(span.end, first + 1), max(end, first + 1))
    begin = start if first - start < _WIDTH - 40 else first - 40
    stop = min(end, begin + _WIDTH)
    before = (_ELLIPSIS if begin > start else "") + printable_line(text[begin:first])
    inside = printable_line(text[first : min(last, stop)])
    after = printable_line(text[min(last, stop) : stop]) + (_ELLIPSIS if stop < end else "")
    source = printable(f"{before}{inside}{after}".rstrip())
    return source, " " * columns(before) + "^" * max(columns(inside), 1)


def printable_line(text: str) -> str:
    """The same for a line of source: a tab becomes four spaces."""
    return printable(text.replace("\t", "    "))


def columns(text: str) -> int:
    """Cells that a text takes in a terminal."""
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1

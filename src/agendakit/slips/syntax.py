"""Why front matter cannot be read, in words that fit the line at fault."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agendakit.slips import indentation, items, quoting, separators, strangers, tabs
from agendakit.slips.lines import lines_of
from agendakit.slips.slip import Slip
from agendakit.text import Span
from agendakit.yaml_problem import ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.document import Document
    from agendakit.yaml_problem import Problem

# A value that begins with a quote mark, has no other in its line, and is followed by a line that begins with a key or
# an item: so one was forgotten. A quoted text of several lines goes on with a line that is neither.
_OPENED_QUOTE = re.compile(
    r"""^[ \t]*(?:-[ ]+)*(?:[\w-]+:[ ]+)?(?P<quote>["'])(?:(?!(?P=quote)).)*$"""
    r"""(?=\r?\n[ \t]*(?:-[ ]|[\w-]+:(?:[ \r\n]|$)))""",
    re.MULTILINE,
)

# What libyaml says, what it means in plain words, what to do.
_WORDS = (
    (
        "escape character",
        "A backslash in double quotes begins an escape, and this one is none.",
        "Double the backslash, or use single quotes.",
    ),
    (
        "hexdecimal number",
        "A backslash in double quotes begins an escape, and this one is none.",
        "Double the backslash, or use single quotes.",
    ),
    (
        "quoted scalar",
        "A quote is opened here and never closed.",
        "Close it with the same quote mark; if it is an apostrophe, put the whole value in double quotes.",
    ),
    (
        "flow sequence",
        "A `[` is opened and not closed, or a comma is missing in it.",
        "Close the list with `]`, and separate its items with commas.",
    ),
    (
        "flow mapping",
        "A `{` is opened and not closed, or a comma is missing in it.",
        "Close it with `}`; if a brace begins a sentence, put the sentence in quotes.",
    ),
    (
        "flow node",
        "A list or mapping in brackets is not finished.",
        "Close the bracket; if it begins a sentence, put the sentence in quotes.",
    ),
    (
        "could not find expected ':'",
        "A line here is neither `key: value` nor part of a text.",
        "Write a colon and a space behind the key; indent the lines of a longer text, and begin it with `>-`.",
    ),
    (
        "sequence entries are not allowed",
        "A list cannot begin on the line of its key.",
        "Begin it on the next line, each item behind `- `.",
    ),
    (
        "block sequence",
        "This line does not belong to the list above it.",
        "Indent it like the other items, and begin each item with `- `.",
    ),
    (
        "block mapping",
        "This line does not fit the indentation of the lines above it.",
        "Indent keys that belong together alike, and put a text of several lines behind `>-`.",
    ),
    (
        "document start",
        "Something stands before the first key that does not belong there.",
        "Begin the front matter with `kind:`.",
    ),
)
_NO_FIELDS = (
    "The front matter is not made of `key: value` lines.",
    "Begin with `kind: project` (or `agenda`, `concept`), with a space behind the colon.",
)
_A_LIST = (
    "The front matter is a list, and its fields do not count.",
    "Write the keys at the margin, without `- ` before them.",
)
_OTHERWISE = (
    "The front matter cannot be read from here on.",
    "Compare the line with those above it; most often a space, a quote or a bracket is missing.",
)


def slip_behind(document: Document, problem: Problem) -> Slip:
    """The mistake that a problem is due to, else what the parser says of it in plain words."""
    recognised = next((slip for slip in _recognised(document, problem) if slip is not None), None)
    if recognised is not None:
        return recognised
    message, remedy = _words(document, problem)
    return Slip(span=problem.span, message=message, help=remedy)


def _recognised(document: Document, problem: Problem) -> Iterator[Slip | None]:
    """What each of the experts says, the surest first."""
    lines = lines_of(document)
    here = document.lines.position(problem.span.start).line
    line = next((one for one in lines if one.number == here), None)
    if line is None:
        return
    yield tabs.tab(document, lines, line)
    yield items.wrong_mark(lines, line)
    yield separators.wrong_sign(document, lines, (here, here - 1))
    yield quoting.needs_quotes(line)
    yield _opened_quote(document, problem)
    yield items.on_the_line_of_the_key(line)
    yield strangers.comment(line)
    yield separators.no_sign(line)
    if problem.kind is ProblemKind.SYNTAX:
        yield indentation.misplaced(lines, here)
        yield strangers.continuation(lines, line)


def _opened_quote(document: Document, problem: Problem) -> Slip | None:
    """Where a quote before the error is opened, and the next line is a key already."""
    assert document.front is not None
    start = document.front.source.start
    match = _OPENED_QUOTE.search(document.text[start : problem.span.end])
    if match is None:
        return None
    return Slip(
        span=Span(start + match.start("quote"), start + match.end("quote")),
        message="A quote is opened here and not closed on this line.",
        help=f"Close it with the same quote mark, `{match['quote']}`.",
    )


def _words(document: Document, problem: Problem) -> tuple[str, str]:
    if problem.kind is ProblemKind.NOT_A_MAPPING:
        return _A_LIST if document.text.startswith("- ", problem.span.start) else _NO_FIELDS
    if "cannot start any token" in problem.detail:
        sign = problem.span.of(document.text)
        return f"A value cannot begin with `{sign}` unless it is in quotes.", "Put the whole value in quotes."
    if "mapping values are not allowed" in problem.detail:
        return (
            "A colon stands here where the line before has not ended its value.",
            "Indent this line like the key above it; put a text with a colon in quotes, or begin it with `>-`.",
        )
    found = ((message, remedy) for known, message, remedy in _WORDS if known in problem.detail)
    return next(found, _OTHERWISE)

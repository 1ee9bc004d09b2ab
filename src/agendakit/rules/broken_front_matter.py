"""The front matter cannot be read.

Front matter is the part between two lines of three hyphens. Most often a space is missing behind a colon, a quote
is not closed, a line is indented by a tab, or a sentence with a colon in it stands without quotes. Until it is
mended, nothing else in the entry can be checked.

```text bad agendas/probing/new.md
---
kind: project
title: 'Does a probe survive
---
```

```text bad agendas/probing/new.md
---
kind: project
        title: Does a probe survive?
---
```

```text bad agendas/probing/new.md
kind: project
title: Does a probe survive?
```

```text good agendas/probing/new.md
---
kind: project
stage: draft
title: Does a probe survive?
question: Does a probe survive noise?
---
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Level, Place
from agendakit.extension import Context, Subject, rule
from agendakit.places import at
from agendakit.rules.prose_as_mapping import sentence_cut_at_colon
from agendakit.text import BYTE_ORDER_MARK
from agendakit.yaml_problem import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.document import Document

_UNFENCED = re.compile(r"(?:\s*\n)?[ \t]*(?:---[ \t]*\r?\n)?[ \t]*kind:[ \t]*[\"']?(?:agenda|project|concept)\b")
# A value that begins with a quote mark, has no other in its line, and is followed by a line that begins with a key or
# an item: so one was forgotten. A quoted text of several lines goes on with a line that is neither.
_OPENED_QUOTE = re.compile(
    r"""^[ \t]*(?:-[ ]+)*(?:[\w-]+:[ ]+)?(?P<quote>["'])(?:(?!(?P=quote)).)*$"""
    r"""(?=\r?\n[ \t]*(?:-[ ]|[\w-]+:(?:[ \r\n]|$)))""",
    re.MULTILINE,
)
_KEY_WITHOUT_SPACE = re.compile(r"^[ \t]*[\w-]+:[^\s/:]", re.MULTILINE)

# What libyaml says, what it means in plain words, what to do.
_WORDS = (
    ("quoted scalar", "A quote is opened here and never closed.", "Close it with the same quote mark."),
    (
        "unknown escape character",
        "A backslash in double quotes begins an escape, and this one is none.",
        "Double the backslash, or use single quotes.",
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
        "sequence entries are not allowed",
        "A list cannot begin on the line of its key.",
        "Begin it on the next line, each item behind `- `.",
    ),
    (
        "block sequence entries",
        "A list cannot begin on the line of its key.",
        "Begin it on the next line, each item behind `- `.",
    ),
    (
        "document start",
        "Something stands before the first key that does not belong there.",
        "Begin the front matter with `kind:`.",
    ),
)


@rule(Subject.DOCUMENT, Level.ERROR)
def broken_front_matter(document: Document, _: Context) -> Iterator[Finding]:
    """Find what keeps the front matter from being read."""
    if document.front is None:
        yield from _unfenced(document)
        return
    for problem in document.front.problems:
        match problem.kind:
            case ProblemKind.UNCLOSED_FENCE:
                yield _finding(
                    document,
                    problem,
                    "The front matter is opened here and never closed.",
                    "Write a line of three hyphens, `---`, behind its last field.",
                )
            case ProblemKind.NOT_A_MAPPING:
                yield _finding(
                    document,
                    problem,
                    "The front matter is not a list of `key: value` lines.",
                    "Begin with `kind: project` (or `agenda`, `concept`), with a space behind the colon.",
                )
            case ProblemKind.COMPLEX_KEY:
                yield _finding(
                    document,
                    problem,
                    "A key has to be a plain word, and this one is a list or a mapping.",
                    "Write one word before the colon; put quotes round a text that begins with a bracket.",
                )
            case ProblemKind.SYNTAX if sentence_cut_at_colon(document, problem) is None:
                yield _syntax(document, problem)
            case _:
                continue


def _unfenced(document: Document) -> Iterator[Finding]:
    if document.undecodable is not None:
        return
    match = _UNFENCED.match(document.text.removeprefix(BYTE_ORDER_MARK))
    if match is None:
        return
    yield Finding(
        place=Place(document.path, document.top),
        message="This looks like an entry, but its first line is not the `---` that opens front matter.",
        help="Make `---` the very first line, with nothing before it, and close the front matter with another.",
    )


def _syntax(document: Document, problem: Problem) -> Finding:
    text = document.text
    line = document.lines.line_span(document.lines.position(problem.span.start).line)
    source = line.of(text)
    if "\t" in source[: len(source) - len(source.lstrip())] and text[problem.span.start] == "\t":
        return _finding(document, problem, "A tab indents this line, which YAML does not allow.", "Use spaces instead.")
    if "cannot start any token" in problem.detail:
        return _finding(
            document,
            problem,
            f"A value cannot begin with `{problem.span.of(text)}` unless it is in quotes.",
            "Put the whole value in quotes.",
        )
    cause = _unclosed_quote(document, problem) or _key_without_space(document, problem)
    if cause is not None:
        return cause
    if "mapping values are not allowed" in problem.detail:
        return _finding(
            document,
            problem,
            "A colon stands here where the line before has not ended its value.",
            "Indent this line like the key above it; put a text with a colon in quotes, or begin it with `>-`.",
        )
    for known, message, remedy in _WORDS:
        if known in problem.detail:
            return _finding(document, problem, message, remedy)
    return _finding(
        document,
        problem,
        "The front matter cannot be read from here on.",
        "Compare the line with the manual page; most often a space, a quote or a bracket is missing.",
    )


def _unclosed_quote(document: Document, problem: Problem) -> Finding | None:
    """Where a quote before the error is opened, and the next line is a key already."""
    assert document.front is not None
    before = document.text[document.front.source.start : problem.span.end]
    for match in _OPENED_QUOTE.finditer(before):
        start = document.front.source.start + match.start("quote")
        return Finding(
            place=at(document, start, start + 1),
            message="A quote is opened here and not closed on this line.",
            help=f"Close it with the same quote mark, `{match['quote']}`.",
        )
    return None


def _key_without_space(document: Document, problem: Problem) -> Finding | None:
    """Where this line or the one before glues a key to its value: the cause of many errors that show up later."""
    here = document.lines.position(problem.span.start).line
    for number in (here, here - 1):
        line = document.lines.line_span(number)
        if number > 1 and _KEY_WITHOUT_SPACE.match(line.of(document.text)):
            return Finding(
                place=at(document, line.start, line.end),
                message="A space is missing behind the colon in this line.",
                help="Write `key: value`, with a space behind the colon.",
            )
    return None


def _finding(document: Document, problem: Problem, message: str, remedy: str) -> Finding:
    return Finding(place=Place(document.path, problem.span), message=message, help=remedy, route=problem.route)

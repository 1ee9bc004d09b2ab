"""A sentence without quotes holds a colon or a number sign that YAML obeys.

In YAML, a colon with a space behind it separates a key from its value, and a number sign with a space before it
begins a comment that hides the rest of the line. A sentence that holds one of them needs quotes, or `>-` and a line
of its own.

```yaml bad
difficulty_reason: Two steps: the data, then the probe.
#                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
```

```yaml fixed
difficulty_reason: "Two steps: the data, then the probe."
```

```yaml bad
done_when:
  - Reaches place #1 of the list.
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  - A table: accuracies for two topics.
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
```

```yaml fixed
done_when:
  - "Reaches place #1 of the list."
  - "A table: accuracies for two topics."
```

```yaml good
difficulty_reason: "Two steps: the data, then the probe."
cost: >-
  Nothing: the data are free.
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Fix, Level, Place, Route, Safety
from agendakit.edits import quoted
from agendakit.extension import Context, Subject, rule
from agendakit.places import value_place
from agendakit.text import Edit, Span
from agendakit.yaml_problem import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.document import Document

_SENTENCE = re.compile(r"^[ \t]*(?:- +)*(?:[\w-]+:[ \t]+)?(?P<value>[^\s'\"\[{&*!|>%@`#].*)$")
_HIDDEN_WORDS = re.compile(r"[ \t]+(#.*)$")
_WORDS_IN_KEY = 2


@rule(Subject.DOCUMENT, Level.ERROR)
def prose_as_mapping(document: Document, _: Context) -> Iterator[Finding]:
    """Find unquoted sentences that YAML cuts at a colon or at a number sign."""
    front = document.front
    if front is None:
        return
    for problem in front.problems:
        sentence = sentence_cut_at_colon(document, problem)
        if sentence is not None:
            yield _finding(document, sentence, (), "colon")
    source = front.source.of(document.text)
    for route, value, span in front.scalars() if " #" in source or "\t#" in source else ():
        if isinstance(value, str) and span.of(document.text)[:1] not in ("'", '"', "|", ">"):
            yield from _cut_at_number_sign(document, route, span)
    if any(" " in name and len(name.split()) >= _WORDS_IN_KEY for name in front.names):
        yield from _items_that_became_mappings(document, (), front.values)


def sentence_cut_at_colon(document: Document, problem: Problem) -> Span | None:
    """The sentence that a syntax error is due to, `None` where it is due to something else."""
    if problem.kind is not ProblemKind.SYNTAX or "mapping values are not allowed" not in problem.detail:
        return None
    line = document.lines.line_span(document.lines.position(problem.span.start).line)
    match = _SENTENCE.match(line.of(document.text))
    if match is None or line.start + match.start("value") >= problem.span.start:
        return None
    start = line.start + match.start("value")
    return Span(start, start + len(match["value"].rstrip()))


def _cut_at_number_sign(document: Document, route: Route, span: Span) -> Iterator[Finding]:
    if document.text[span.end : span.end + 1] not in (" ", "\t"):
        return
    line = document.lines.line_span(document.lines.position(span.end).line)
    hidden = _HIDDEN_WORDS.match(document.text[span.end : line.end])
    if hidden is None or "agendakit:" in hidden.group(1) or not re.match(r"#\S", hidden.group(1)):
        return
    yield _finding(document, Span(span.start, span.end + hidden.end(1)), route, "number sign")


def became_mapping(value: object) -> bool:
    """Whether an item is what YAML makes of a sentence with a colon in it: one key of several words, and the rest."""
    if not isinstance(value, dict) or len(value) != 1:
        return False
    ((key, rest),) = value.items()
    return len(key.split()) >= _WORDS_IN_KEY and not isinstance(rest, dict | list)


def _items_that_became_mappings(document: Document, route: Route, value: object) -> Iterator[Finding]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            if became_mapping(item):
                yield _finding(document, value_place(document, (*route, index)).span, (*route, index), "colon")
            else:
                yield from _items_that_became_mappings(document, (*route, index), item)
    elif isinstance(value, dict):
        for name, child in value.items():
            yield from _items_that_became_mappings(document, (*route, name), child)


def _finding(document: Document, span: Span, route: Route, sign: str) -> Finding:
    span = Span(span.start, span.start + len(span.of(document.text).rstrip()))
    words = span.of(document.text)
    fix = None
    key = words.startswith("? ")
    if not key and "\n" not in words and "\r" not in words:
        fix = Fix(title="Put the sentence in quotes", safety=Safety.SAFE, edits=(Edit(span, quoted(words)),))
    meaning = "ends a key" if sign == "colon" else "hides the rest of the line"
    if key:
        sign, meaning = "question mark", "begins a key"
    return Finding(
        place=Place(document.path, span),
        message=f"A {sign} in this sentence is read as YAML, where it {meaning}.",
        help="Put the sentence in quotes.",
        route=route,
        fix=fix,
    )

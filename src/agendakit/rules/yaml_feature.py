"""The front matter uses a part of YAML that entries do without.

Anchors, aliases, tags, merge keys, directives and several documents are read differently by different programs, and
some can be used to harm the reader. Write values out.

```yaml bad
suits: &who
#      ^^^^
  - someone who knows PyTorch
not_for: *who
```

```yaml bad
effort: !!str 2-4 days
```

```yaml good
suits:
  - someone who knows PyTorch
```
"""

from __future__ import annotations

from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Level, Place
from agendakit.extension import Context, Subject, rule
from agendakit.text import Span
from agendakit.yaml_problem import ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from agendakit.document import Document
    from agendakit.yaml_problem import Problem

_MOST = 20
"""So many a file are reported: a file with more was made by a program, and all look alike."""
_WORDS: Mapping[ProblemKind, tuple[str, str]] = MappingProxyType(
    {
        ProblemKind.ANCHOR: ("gives the value a name (an anchor)", "Take the `&` and the name out."),
        ProblemKind.ALIAS: ("repeats another value (an alias)", "Write it out; quote a text that begins with `*`."),
        ProblemKind.TAG: ("tells YAML a type (a tag)", "Take it out; quote a text that begins with `!`."),
        ProblemKind.MERGE_KEY: ("merges another mapping into this one", "Write the fields out."),
        ProblemKind.SECOND_DOCUMENT: ("begins a second document", "Keep one; the body follows the closing `---`."),
        ProblemKind.DIRECTIVE: ("gives YAML an instruction (a directive)", "Take the line that begins with `%` out."),
    }
)  # fmt: skip


@rule(Subject.DOCUMENT, Level.ERROR)
def yaml_feature(document: Document, _: Context) -> Iterator[Finding]:
    """Find anchors, aliases, tags, merge keys, directives and further documents."""
    problems = _told_here(document) if document.front and document.front.problems else ()
    for problem in islice((one for one in problems if one.kind in _WORDS), _MOST):
        words, remedy = _WORDS[problem.kind]
        place = Place(document.path, _sign(document, problem))
        yield Finding(place=place, message=f"This {words}, which entries do without.", help=remedy, route=problem.route)


def _told_here(document: Document) -> Iterator[Problem]:
    """Problems but those in a line that cannot be read, of which `broken-front-matter` says what is wrong with it."""
    assert document.front is not None
    problems = document.front.problems
    unread = {document.lines.position(one.span.start).line for one in problems if one.kind is ProblemKind.SYNTAX}
    return (one for one in problems if document.lines.position(one.span.start).line not in unread)


def _sign(document: Document, problem: Problem) -> Span:
    """The sign itself, without the value behind it."""
    start = problem.span.start
    words = problem.span.of(document.text).split()
    return Span(start, start + max(len(words[0]), 1)) if words else Span(start, start + 1)

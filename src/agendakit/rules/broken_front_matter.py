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

A line of front matter that stands out is named together with the one it should line up with:

```yaml bad
first_step:
  do: Train a logistic regression.
   time: 2 hours
#  ^^^^^^^^^^^^^
  observe: An accuracy above chance.
```

Some slips have one remedy only, and can be mended by `--fix`: a colon without a space behind it, another sign in place
of the colon, tabs (shown as ␉), an item that begins with another mark than a hyphen, a value that begins with a sign of
YAML.

```yaml bad
difficulty:first-project
compute:laptop
```

```yaml fixed
difficulty: first-project
compute: laptop
```

```yaml bad
first_step:
␉do: Train a logistic regression.
␉time: 2 hours
␉observe: An accuracy above chance.
```

```yaml fixed
first_step:
  do: Train a logistic regression.
  time: 2 hours
  observe: An accuracy above chance.
```

```yaml bad
baselines:
  - a probe on shuffled labels
  * a probe on noise
# ^
```

```yaml fixed
baselines:
  - a probe on shuffled labels
  - a probe on noise
```

```yaml bad
pitfalls:
  - > 50% is not yet better than chance
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
```

```yaml bad
first_step:
  do: Train a logistic regression.
  time\uff1a2 hours
# ^^^^^^^^^^^^
  observe: An accuracy above chance.
```

```yaml fixed
first_step:
  do: Train a logistic regression.
  time: 2 hours
  observe: An accuracy above chance.
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

from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Level, Place
from agendakit.extension import Context, Subject, rule
from agendakit.rules.prose_as_mapping import sentence_cut_at_colon
from agendakit.slips.merge_marks import merge_marks
from agendakit.yaml_problem import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.document import Document

_KIND = "kind"
_LOOKED_AT = 4_000


@rule(Subject.DOCUMENT, Level.ERROR)
def broken_front_matter(document: Document, _: Context) -> Iterator[Finding]:
    """Find what keeps the front matter from being read."""
    if document.front is None:
        yield from _unfenced(document)
        return
    for problem in document.front.problems:
        match problem.kind:
            case ProblemKind.UNCLOSED_FENCE:
                yield _unclosed(document, problem)
            case ProblemKind.COMPLEX_KEY:
                yield Finding(
                    place=Place(document.path, problem.span),
                    message="A key has to be a plain word, and this one is a list or a mapping.",
                    help="Write one word before the colon; put quotes round a text that begins with a bracket.",
                    route=problem.route,
                )
            case ProblemKind.NOT_A_MAPPING:
                yield from _unreadable(document, problem)
            case ProblemKind.SYNTAX if sentence_cut_at_colon(document, problem) is None:
                yield from _unreadable(document, problem)
            case _:
                continue


def _unfenced(document: Document) -> Iterator[Finding]:
    if document.undecodable is not None or _KIND not in document.text[:_LOOKED_AT].casefold():
        return
    from agendakit.slips import fences, slip  # noqa: PLC0415  # few pages speak of their kind

    found = fences.not_opened(document)
    if found is not None and not merge_marks(document):
        yield slip.finding_of(document, found)


def _unclosed(document: Document, problem: Problem) -> Finding:
    from agendakit.slips import fences, slip  # noqa: PLC0415  # of no use to front matter that is in order

    return slip.finding_of(document, fences.not_closed(document, problem.span))


def _unreadable(document: Document, problem: Problem) -> Iterator[Finding]:
    """What is wrong; nothing where another rule says what is at the bottom of it."""
    from agendakit.slips import slip, spaces, syntax  # noqa: PLC0415  # as above

    line = document.lines.line_span(document.lines.position(problem.span.start).line)
    marks = merge_marks(document)
    odd = spaces.in_front(document)
    if (marks and marks[0].start <= line.end) or (odd and odd[0].span.start <= line.end):
        return
    yield slip.finding_of(document, syntax.slip_behind(document, problem), problem.route)

"""A key stands twice in one mapping.

YAML readers differ in which of the two they keep, so one of the values does not count, without a word. The kit reads
the first.

```yaml bad
effort: 2-4 days
effort: 3 weeks
#^^^^^
```

```yaml good
effort: 2-4 days
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Level, Note, Place
from agendakit.extension import Context, Subject, rule
from agendakit.yaml_problem import ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.document import Document


@rule(Subject.DOCUMENT, Level.ERROR)
def duplicate_key(document: Document, _: Context) -> Iterator[Finding]:
    """Find each key that stands for a second time."""
    for problem in document.front.problems if document.front else ():
        if problem.kind is not ProblemKind.DUPLICATE_KEY:
            continue
        first = (Note(Place(document.path, problem.first), "first defined here"),) if problem.first else ()
        yield Finding(
            place=Place(document.path, problem.span),
            message=f"The key `{problem.detail}` stands here for the second time.",
            help="Keep one of the two; if both values are meant, write them as a list.",
            route=problem.route,
            related=first,
        )

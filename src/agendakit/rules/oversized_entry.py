"""An entry is larger than a program should have to read.

The limits: 1 MiB a file, 64 KiB of front matter, 20 levels of nesting, 2,000 values, 10,000 lines of text. No entry
that a person would read comes near them; they keep the checks fast and safe.

```yaml bad
extra: {a: [[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]}
```

```yaml good
extra: {a: [[1]]}
```
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Level, Place
from agendakit.extension import Context, Subject, rule
from agendakit.frontmatter import MAX_CHARACTERS
from agendakit.outline import MAX_LINES
from agendakit.yaml_problem import MAX_DEPTH, MAX_NODES, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from agendakit.document import Document

_WORDS: Mapping[ProblemKind, str] = MappingProxyType(
    {
        ProblemKind.TOO_LONG: f"The front matter is longer than {MAX_CHARACTERS // 1024} KiB.",
        ProblemKind.TOO_DEEP: f"The front matter nests values more than {MAX_DEPTH} levels deep.",
        ProblemKind.TOO_MANY_NODES: f"The front matter holds more than {MAX_NODES:,} values.",
    }
)


@rule(Subject.DOCUMENT, Level.ERROR)
def oversized_entry(document: Document, _: Context) -> Iterator[Finding]:
    """Find files and front matter beyond the limits."""
    if document.oversized:
        yield Finding(
            place=Place(document.path, document.top),
            message="The file is larger than 1 MiB, so nothing in it was read.",
            help="Split it, or move data out of it and link to them.",
        )
        return
    for problem in document.front.problems if document.front else ():
        if problem.kind in _WORDS:
            yield Finding(
                place=Place(document.path, problem.span),
                message=_WORDS[problem.kind],
                help="Move what is long into the body, or split the entry.",
                route=problem.route,
            )
    dense = document.outline.too_dense
    if dense is not None:
        yield Finding(
            place=Place(document.path, dense),
            message=f"The text has more than {MAX_LINES:,} lines, or thousands of brackets in one paragraph.",
            help="Split the entry, or move data out of it and link to them.",
        )

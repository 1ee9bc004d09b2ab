"""An entry builds on a paper that was retracted.

`agendakit papers lock` asks the registries and notes a retraction in the bibliography (`custom.retracted`). If the
entry speaks of the retraction itself, allow this with a comment that says so.

```json bad agendas/papers.json
[
  {
    "id": "arXiv:1610.01644",
    "type": "article",
    "title": "A paper that stands for one that was retracted",
    "custom": { "retracted": true }
  }
]
```

```json good agendas/papers.json
[
  {
    "id": "arXiv:1610.01644",
    "type": "article",
    "title": "A paper that stands for itself"
  }
]
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Level
from agendakit.extension import Context, Subject, rule
from agendakit.mentions import works_named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.catalogue import Catalogue


@rule(Subject.CATALOGUE, Level.WARNING)
def retracted_paper(catalogue: Catalogue, _: Context) -> Iterator[Finding]:
    """Find every use of a paper that the bibliography calls retracted."""
    if not any(paper.item.custom.retracted for paper in catalogue.bibliography.papers):
        return
    for source in catalogue.sources:
        for named in works_named(source):
            paper = catalogue.bibliography.find(named.ref)
            if paper is not None and paper.item.custom.retracted:
                yield Finding(
                    place=named.place,
                    message=f"`{named.ref}` was retracted.",
                    help="Look why, and take out what rests on it; if the entry speaks of the retraction, allow this"
                    " with a comment.",
                    route=named.route,
                )

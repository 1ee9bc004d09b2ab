"""No entry names a paper of the bibliography.

It may belong to an entry that was taken out. It does no harm; take it out, or name it where it helps.

```json bad agendas/papers.json
[
  {
    "id": "arXiv:1610.01644",
    "type": "article",
    "title": "Understanding intermediate layers using linear classifier probes"
  },
  {
    "id": "doi:10.5555/example.1",
    "type": "article",
    "title": "A paper that nobody names"
  }
]
```

```json good agendas/papers.json
[
  {
    "id": "arXiv:1610.01644",
    "type": "article",
    "title": "Understanding intermediate layers using linear classifier probes"
  }
]
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Level, Place
from agendakit.extension import Context, Subject, rule
from agendakit.mentions import citations_of, refs_named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.catalogue import Catalogue


@rule(Subject.CATALOGUE, Level.HINT)
def unused_paper(catalogue: Catalogue, context: Context) -> Iterator[Finding]:
    """Find items that nothing names; what an entry that does not validate names counts as well."""
    papers = (catalogue.bibliography.find(ref) for ref in _named(catalogue))
    used = {paper.id for paper in papers if paper is not None}
    for paper in catalogue.bibliography.papers:
        if paper.id not in used:
            yield Finding(
                place=Place(context.config.bibliography, paper.id_span),
                message=f"No entry names `{paper.id}`.",
                help="Take the item out, or name it in an entry.",
            )


def _named(catalogue: Catalogue) -> Iterator[str]:
    yield from refs_named(catalogue)
    for reject in catalogue.rejects:
        scalars = reject.document.front.scalars() if reject.document.front else ()
        yield from (value for route, value, _ in scalars if route[-1:] == ("ref",) and isinstance(value, str))
    for document in (*(reject.document for reject in catalogue.rejects), *catalogue.pages):
        yield from (citation.text for citation in citations_of(document))

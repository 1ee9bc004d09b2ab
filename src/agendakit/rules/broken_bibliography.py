"""The bibliography, `papers.json`, cannot be read, or an item in it cannot be used.

It is an array of CSL-JSON items, each with `id`, `type` and `title`. The `id` is `arXiv:` with the number and without
a version, else `doi:` with the DOI in lower case, else the address. `agendakit papers add` writes it so.

```json bad agendas/papers.json
[
  {
    "id": "arXiv:1610.01644",
    "type": "article",
    "title": "Understanding intermediate layers using linear classifier probes"
  },
  {
    "id": "arXiv:1610.01645",
    "type": "article"
  }
]
```

```json bad agendas/papers.json
[
  {
    "id": "arXiv:1610.01644",
    "type": "article",
    "title": "Understanding intermediate layers using linear classifier probes"
  }
```

```json bad agendas/papers.json
[
  {
    "id": "10.5555/Example.1",
    "type": "article",
    "title": "An item whose id is not written as the kit writes it"
  },
  {
    "id": "arXiv:1610.01644",
    "type": "article",
    "title": "Understanding intermediate layers using linear classifier probes"
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
from agendakit.identifiers import Identifier, identify

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.bibliography import Paper
    from agendakit.catalogue import Catalogue


@rule(Subject.CATALOGUE, Level.ERROR)
def broken_bibliography(catalogue: Catalogue, context: Context) -> Iterator[Finding]:
    """Find what of the bibliography cannot be read, and items under an id that is not the work's."""
    path = context.config.bibliography
    for problem in catalogue.bibliography.problems:
        yield Finding(
            place=Place(path, problem.span),
            message=f"The bibliography {problem.reason}.",
            help="Mend it here; `agendakit papers add` writes whole items.",
        )
    for paper in catalogue.bibliography.papers:
        message = _wrong_id(paper)
        if message:
            yield Finding(
                place=Place(path, paper.id_span),
                message=message,
                help="Write the id as `agendakit papers add` does: `arXiv:…` without version, `doi:…`, or the address.",
            )


def _wrong_id(paper: Paper) -> str:
    identifier = identify(paper.id)
    if not isinstance(identifier, Identifier):
        return f"The id `{paper.id}` {identifier.reason}."
    if identifier.key != paper.id and not identifier.key.startswith("http"):
        return f"The id `{paper.id}` is written `{identifier.key}`."
    return ""

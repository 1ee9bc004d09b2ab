"""One work stands in the bibliography under two ids.

A preprint and its journal version are one work for a reader. Two items share a DOI or an address, or have the same
title and the same first author.

```json bad agendas/papers.json
[
  {
    "id": "arXiv:1610.01644",
    "type": "article",
    "title": "Understanding intermediate layers using linear classifier probes",
    "author": [{ "family": "Alain", "given": "Guillaume" }]
  },
  {
    "id": "https://example.org/probes.pdf",
    "type": "article",
    "title": "Understanding Intermediate Layers Using Linear Classifier Probes",
    "author": [{ "family": "Alain", "given": "G." }]
  }
]
```

```json good agendas/papers.json
[
  {
    "id": "arXiv:1610.01644",
    "type": "article",
    "title": "Understanding intermediate layers using linear classifier probes",
    "author": [{ "family": "Alain", "given": "Guillaume" }]
  }
]
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Level, Note, Place
from agendakit.extension import Context, Subject, rule
from agendakit.identifiers import Identifier, identify

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.bibliography import Item, Paper
    from agendakit.catalogue import Catalogue


@rule(Subject.CATALOGUE, Level.WARNING)
def duplicate_paper(catalogue: Catalogue, context: Context) -> Iterator[Finding]:
    """Find items that share a name or title and author with an earlier one under another id."""
    path = context.config.bibliography
    firsts: dict[str, Paper] = {}
    for paper in catalogue.bibliography.papers:
        signs = list(_signs(paper.item))
        first = next((firsts[sign] for sign in signs if sign in firsts), None)
        for sign in signs:
            firsts.setdefault(sign, paper)
        if first is not None and first.id != paper.id:
            yield Finding(
                place=Place(path, paper.id_span),
                message=f"`{paper.id}` seems to be the same work as `{first.id}`.",
                help="Keep one of the two items, and name the work by its id in the entries.",
                related=(Note(Place(path, first.id_span), "the same work"),),
            )


def _signs(item: Item) -> Iterator[str]:
    for name in (item.id, f"doi:{item.doi}" if item.doi else "", item.url):
        identifier = identify(name) if name else None
        if isinstance(identifier, Identifier):
            yield identifier.key
    title = "".join(re.findall(r"\w", item.title.casefold()))
    if item.author and item.author[0].short:
        yield f"{title} {item.author[0].short.casefold()}"

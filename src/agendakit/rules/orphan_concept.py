"""Nothing needs a concept, teaches it, or links to it.

Either an entry that needs it does not say so, or the catalogue can do without it. Concepts that the configuration
assumes are left alone.

```text bad agendas/concepts/sparse-probes.md
---
kind: concept
title: Sparse probes
summary: Linear classifiers on hidden states that use only a few of the directions.
created: 2026-01-10
hours: 2
resources:
  - title: A page about sparse probes
    ref: https://example.org/sparse-probes
check_yourself: [What does sparsity cost?]
---

Probes with few directions.
```

```yaml good
teaches: [linear-probes]
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.destinations import ToEntry, ToFile, destination
from agendakit.diagnostic import Finding, Level
from agendakit.extension import Context, Subject, rule
from agendakit.mentions import links_of
from agendakit.model import Concept
from agendakit.places import value_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.catalogue import Catalogue
    from agendakit.document import Document


@rule(Subject.CATALOGUE, Level.HINT)
def orphan_concept(catalogue: Catalogue, context: Context) -> Iterator[Finding]:
    """Find published concepts that no other entry and no page names; drafts count as naming."""
    named = {
        catalogue.canonical(reference.target)
        for reference in catalogue.references
        if catalogue.canonical(reference.target) != reference.source.id
    }
    named.update(catalogue.canonical(name) for name in context.config.assumes)
    orphans = {record.id: record for record in catalogue.of_kind(Concept) if record.id not in named}
    linked = set(_linked(catalogue)) if orphans else set()
    for name, record in orphans.items():
        if name not in linked and record.entry.stage != "retired":
            yield Finding(
                place=value_place(record.document, ("title",)),
                message="No entry needs this concept, teaches it, or links to it.",
                help="Name it in the `prerequisites` of an entry that needs it, or retire it (`stage: retired`).",
            )


def _linked(catalogue: Catalogue) -> Iterator[str]:
    ids = {source.document.path: source.id for source in catalogue.sources}
    documents: tuple[Document, ...] = (*(source.document for source in catalogue.sources), *catalogue.pages)
    for document in documents:
        for link in links_of(document):
            match destination(link.target, document.path):
                case ToEntry(id=name) if catalogue.canonical(name) != ids.get(document.path):
                    yield catalogue.canonical(name)
                case ToFile(path=path) if path in ids and path != document.path:
                    yield ids[path]
                case _:
                    pass

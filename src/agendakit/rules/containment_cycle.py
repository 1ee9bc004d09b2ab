"""Agendas are part of each other, or projects supersede each other, in a circle.

`part_of` leads from an agenda to a wider one and `superseded_by` from a project to a better one, so following them has
to come to an end.

```yaml bad agenda
part_of: probing
#        ^^^^^^^
```

```yaml good agenda
status: active
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit import graph as graphs
from agendakit.diagnostic import Finding, Level, Note
from agendakit.extension import Context, Subject, rule
from agendakit.places import value_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.catalogue import Catalogue, Reference

_RELATIONS = {"part_of": "is part of", "superseded_by": "is superseded by"}


@rule(Subject.CATALOGUE, Level.ERROR)
def containment_cycle(catalogue: Catalogue, _: Context) -> Iterator[Finding]:
    """Find one shortest circle for each group of entries that are in one; drafts take part."""
    for relation, words in _RELATIONS.items():
        edges = {
            (reference.source.id, catalogue.canonical(reference.target)): reference
            for reference in catalogue.references
            if reference.relation == relation
        }
        for cycle in graphs.cycles(graphs.build(edges)):
            steps = zip(cycle, (*cycle[1:], cycle[0]), strict=True)
            yield _finding([edges[step] for step in steps], words)


def _finding(steps: list[Reference], words: str) -> Finding:
    first, *others = steps
    chain = f", which {words} ".join(f"`{step.target}`" for step in steps)
    return Finding(
        place=value_place(first.source.document, first.route),
        message=f"`{first.source.id}` {words} {'itself' if not others else chain}.",
        help=f"Take out the `{first.route[0]}` that is wrong.",
        route=first.route,
        related=tuple(
            Note(value_place(step.source.document, step.route), f"`{step.source.id}` {words} `{step.target}`")
            for step in others
        ),
    )

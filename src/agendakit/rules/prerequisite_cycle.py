"""Entries need each other in a circle, so that a reader could begin with none of them.

The finding spells the chain and places each of its steps. Take out the step that claims too much: often one side
needs only a part of the other, or the need is not there `before` starting. Prerequisites with `need: on-the-way` or
`need: helpful` do not count here.

```text bad agendas/concepts/probe-noise.md
---
kind: concept
stage: draft
title: Noise in probes
summary: How much the accuracy of a probe differs between runs, and how to say so.
prerequisites: [sparse-probes]
#               ^^^^^^^^^^^^^
---
```

```text bad agendas/concepts/sparse-probes.md
---
kind: concept
stage: draft
title: Sparse probes
summary: Linear classifiers on hidden states that use only a few of the directions.
prerequisites: [probe-noise]
---
```

```yaml good concept
prerequisites:
  - id: pytorch
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit import graph as graphs
from agendakit.catalogue import prerequisites
from agendakit.diagnostic import Finding, Level, Note
from agendakit.extension import Context, Subject, rule
from agendakit.places import value_place
from agendakit.record import Draft

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from agendakit.catalogue import Catalogue
    from agendakit.diagnostic import Route
    from agendakit.record import Record

    Edges = Mapping[tuple[str, str], tuple[Record | Draft, Route]]

_LONGEST_SPELT = 12


@rule(Subject.CATALOGUE, Level.ERROR)
def prerequisite_cycle(catalogue: Catalogue, _: Context) -> Iterator[Finding]:
    """Find one shortest cycle for each group of entries that need each other; drafts take part."""
    edges = _edges(catalogue)
    for cycle in graphs.cycles(graphs.build(edges)):
        steps = list(zip(cycle, (*cycle[1:], cycle[0]), strict=True))
        # A cycle through a draft is the draft's to mend: placed there, it is a hint.
        first = next((index for index, step in enumerate(steps) if isinstance(edges[step][0], Draft)), 0)
        yield _finding((*steps[first:], *steps[:first]), edges)


def _edges(catalogue: Catalogue) -> Edges:
    sources: tuple[Record | Draft, ...] = (*catalogue.records.values(), *catalogue.drafts.values())
    known = {source.id for source in sources}
    found: dict[tuple[str, str], tuple[Record | Draft, Route]] = {}
    for source in sources:
        for index, prerequisite in enumerate(prerequisites(source)):
            target = catalogue.canonical(prerequisite.id)
            if prerequisite.need == "before" and target in known:
                found.setdefault((source.id, target), (source, ("prerequisites", index, "id")))
    return found


def _finding(steps: tuple[tuple[str, str], ...], edges: Edges) -> Finding:
    (source, route), *others = (edges[step] for step in steps)
    notes = (
        Note(value_place(other.document, where), f"`{step[0]}` needs `{step[1]}`")
        for step, (other, where) in zip(steps[1:], others, strict=True)
    )
    return Finding(
        place=value_place(source.document, route),
        message=_spelt(steps),
        help="Take one of these prerequisites out, or say that it is not needed before starting (`need: on-the-way` or"
        " `need: helpful`).",
        route=route,
        related=tuple(notes),
    )


def _spelt(steps: tuple[tuple[str, str], ...]) -> str:
    if len(steps) == 1:
        return f"`{steps[0][0]}` needs itself."
    names = [f"`{needed}`" for _, needed in steps]
    if len(names) > _LONGEST_SPELT:
        names = [*names[: _LONGEST_SPELT // 2], f"… ({len(names)} entries in all)", *names[-_LONGEST_SPELT // 2 :]]
    return f"`{steps[0][0]}` needs {', which needs '.join(names)}."

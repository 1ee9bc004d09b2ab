"""A project is easier than one that has to be done before it.

Whoever can finish an `advanced` project has no use for a `first-project` behind it, and whoever looks for a first
project cannot reach this one. Projects that are needed `before` are compared at any distance; `on-the-way` and
`helpful` do not count.

```text bad agendas/probing/noise-explained.md
---
kind: project
title: The noise of probes, explained
created: 2026-01-10
as_of: 2026-01-10
authors: [Ada Example]
epistemic_status: An example; nothing in it was run.
prerequisites: [probe-noise]
question: How much does the accuracy of a probe differ between seeds?
type: writing
difficulty: first-project
#           ^^^^^^^^^^^^^
difficulty_reason: An example.
effort: 2-4 days
compute: laptop
first_step:
  do: Train a probe with two seeds.
  time: 1 hour
  observe: Two accuracies.
done_when: [A histogram of fifty accuracies.]
---
```

```text bad agendas/probing/probe-noise.md
---
kind: project
title: How noisy is the accuracy of a probe?
created: 2026-01-10
as_of: 2026-01-10
authors: [Ada Example]
epistemic_status: An example; nothing in it was run.
prerequisites: []
question: How much does the accuracy of a probe differ between seeds?
type: writing
difficulty: advanced
difficulty_reason: An example.
effort: 2-4 days
compute: laptop
first_step:
  do: Train a probe with two seeds.
  time: 1 hour
  observe: Two accuracies.
done_when: [A histogram of fifty accuracies.]
---
```

```yaml good
difficulty: intermediate
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit import graph as graphs
from agendakit.diagnostic import Finding, Level, Note
from agendakit.extension import Context, Subject, rule
from agendakit.model import DIFFICULTIES, Project
from agendakit.places import value_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from agendakit.catalogue import Catalogue

Hardest = tuple[int, str]
"""Rank of a difficulty and id of the project that has it."""


@rule(Subject.CATALOGUE, Level.WARNING)
def unreachable_difficulty(catalogue: Catalogue, _: Context) -> Iterator[Finding]:
    """Find projects whose hardest prerequisite, at any distance, is harder than they are."""
    ranks = {record.id: _rank(record.entry) for record in catalogue.of_kind(Project)}
    for name, (rank, hardest) in _hardest_before(catalogue, ranks).items():
        if name not in ranks or ranks[name] >= rank:
            continue
        document, other = catalogue.records[name].document, catalogue.records[hardest].document
        yield Finding(
            place=value_place(document, ("difficulty",)),
            message=f"This is a `{DIFFICULTIES[ranks[name]]}`, and `{hardest}`, which has to be done before it, is"
            f" `{DIFFICULTIES[rank]}`.",
            help="Correct one of the two difficulties, or say that the other project is not needed before starting"
            " (`need: helpful`).",
            route=("difficulty",),
            related=(Note(value_place(other, ("difficulty",)), f"the difficulty of `{hardest}`"),),
        )


def _rank(entry: object) -> int:
    return DIFFICULTIES.index(entry.difficulty) if isinstance(entry, Project) else -1


def _hardest_before(catalogue: Catalogue, ranks: Mapping[str, int]) -> Mapping[str, Hardest]:
    """Hardest project before each entry that has one; one pass in topological order, so linear."""
    found: dict[str, Hardest] = {}
    for name in graphs.order(catalogue.graph):
        own = [(ranks[needed], needed) for needed in catalogue.graph[name] if needed in ranks]
        behind = [found[needed] for needed in catalogue.graph[name] if needed in found]
        if own or behind:
            found[name] = max((*own, *behind), key=lambda one: (one[0], one[1]))
    return found

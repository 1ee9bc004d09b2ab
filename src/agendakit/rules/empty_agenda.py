"""No project belongs to an agenda.

A reader who is convinced by it finds nothing to do. Drafts are not on the site, so they do not count; an agenda that
has others below it (`part_of`), or is concluded, is left alone.

```text bad agendas/steering/index.md
---
kind: agenda
title: What steering can do to a model
summary: A second agenda of the examples, about adding directions to hidden states.
created: 2026-01-10
as_of: 2026-01-10
authors:
  - name: Ada Example
    background: Wrote one example paper about steering.
papers:
  - ref: arXiv:1610.01644
    role: start-here
epistemic_status: An example; nothing in it was run.
status: active
theory_of_change: If steering works, a developer can correct what a probe has found.
assumptions:
  - claim: Directions have effects.
---
```

```yaml good agenda
status: active
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Level
from agendakit.extension import Context, Subject, rule
from agendakit.model import Agenda
from agendakit.places import value_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.catalogue import Catalogue


@rule(Subject.CATALOGUE, Level.HINT)
def empty_agenda(catalogue: Catalogue, _: Context) -> Iterator[Finding]:
    """Find agendas to which neither a published project nor another agenda belongs."""
    filled = {catalogue.canonical(name) for name in catalogue.agenda_of.values()}
    filled.update(catalogue.canonical(one.target) for one in catalogue.references if one.relation == "part_of")
    for record in catalogue.of_kind(Agenda):
        concluded = isinstance(record.entry, Agenda) and record.entry.status == "concluded"
        if record.id not in filled and not concluded and record.entry.stage != "retired":
            yield Finding(
                place=value_place(record.document, ("title",)),
                message="No project belongs to this agenda.",
                help="Publish one in its folder, or make the agenda a draft until there is one.",
            )

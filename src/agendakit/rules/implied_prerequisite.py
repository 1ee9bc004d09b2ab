"""A prerequisite is needed already by another one, and says nothing of its own.

Name what is nearest; what those need comes with them. With a `why` of its own a prerequisite may stand all the same,
for then it says which part matters here. Only prerequisites that are needed `before` starting are compared.

```yaml bad
prerequisites:
  - id: linear-probes
    why: The whole project is one probe.
  - pytorch
#   ^^^^^^^
```

```yaml fixed
prerequisites:
  - id: linear-probes
    why: The whole project is one probe.
```

```yaml good
prerequisites:
  - id: linear-probes
    why: The whole project is one probe.
  - id: pytorch
    why: You write the training loop yourself.
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit import graph as graphs
from agendakit.catalogue import prerequisites
from agendakit.diagnostic import Finding, Fix, Level, Note, Safety
from agendakit.edits import without_item
from agendakit.extension import Context, Subject, rule
from agendakit.places import value_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.catalogue import Catalogue
    from agendakit.record import Record


@rule(Subject.CATALOGUE, Level.WARNING)
def implied_prerequisite(catalogue: Catalogue, _: Context) -> Iterator[Finding]:
    """Find what the transitive reduction of the graph leaves out, where no reason is given."""
    implied = graphs.implied(catalogue.graph)
    for record in catalogue.records.values():
        for index, prerequisite in enumerate(prerequisites(record)):
            target = catalogue.canonical(prerequisite.id)
            via = implied.get((record.id, target))
            if via is not None and prerequisite.need == "before" and not prerequisite.why:
                yield _finding(catalogue, record, index, prerequisite.id, via)


def _finding(catalogue: Catalogue, record: Record, index: int, name: str, via: str) -> Finding:
    document = record.document
    edits = without_item(document, ("prerequisites", index))
    others = enumerate(prerequisites(record))
    at = next(number for number, other in others if catalogue.canonical(other.id) == via)
    route = ("prerequisites", index, "id")
    return Finding(
        place=value_place(document, route),
        message=f"`{name}` is needed by `{via}` already, which stands here too.",
        help="Take it out, or add `why` if something of it matters here that the other does not use.",
        route=route,
        related=(Note(value_place(document, ("prerequisites", at, "id")), f"`{via}` needs it, directly or by others"),),
        fix=Fix(title=f"Take out `{name}`", safety=Safety.SAFE, edits=edits) if edits else None,
    )

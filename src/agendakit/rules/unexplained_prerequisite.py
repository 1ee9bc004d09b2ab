"""A prerequisite does not say what it is needed for.

With a reason, a reader can judge how much of it they need, and the path to the entry explains itself.

```yaml bad
prerequisites: [linear-probes]
#               ^^^^^^^^^^^^^
```

```yaml good
prerequisites:
  - id: linear-probes
    why: The whole project is one probe.
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.catalogue import prerequisites
from agendakit.diagnostic import Finding, Level
from agendakit.extension import Context, Subject, rule
from agendakit.places import value_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.record import Draft, Record


@rule(Subject.ENTRY, Level.HINT)
def unexplained_prerequisite(source: Record | Draft, _: Context) -> Iterator[Finding]:
    """Find prerequisites without `why`."""
    for index, prerequisite in enumerate(prerequisites(source)):
        if not prerequisite.why:
            route = ("prerequisites", index, "id")
            yield Finding(
                place=value_place(source.document, route),
                message=f"It is not said what `{prerequisite.id}` is needed for.",
                help="Add `why`, one line.",
                route=route,
            )

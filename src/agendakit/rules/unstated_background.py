"""An author of an agenda does not say what they have done in the area.

An agenda asks people to spend months. Readers judge how far to follow it by who wrote it: about one paper-sized
project in the area and a review of a related one is what is expected. Who gathered an agenda from public sources
writes `role: compiler` and is not asked.

```yaml bad agenda
authors:
  - Ada Example
#   ^^^^^^^^^^^
```

```yaml good agenda
authors:
  - name: Ada Example
    background: Wrote one example paper about probes.
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

    from agendakit.record import Draft, Record


@rule(Subject.ENTRY, Level.WARNING)
def unstated_background(source: Record | Draft, _: Context) -> Iterator[Finding]:
    """Find agendas' authors without a background."""
    if not isinstance(source.entry, Agenda):
        return
    for index, author in enumerate(source.entry.authors or ()):
        if author.role == "author" and not author.background:
            route = ("authors", index, "name")
            yield Finding(
                place=value_place(source.document, route),
                message=f"{author.name} does not say what they have done in the area.",
                help="Add `background`, one line; or `role: compiler` if the agenda is gathered from public sources.",
                route=route,
            )

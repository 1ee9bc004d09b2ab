"""Somebody offered to answer questions until a day that has passed.

The site no longer shows the name. Ask the person whether the offer still stands.

```yaml bad today=2026-07-01
mentors:
  - name: Bo Example
    contact: mailto:bo@example.org
    until: 2026-06-30
#          ^^^^^^^^^^
```

```yaml good today=2026-06-30
mentors:
  - name: Bo Example
    contact: mailto:bo@example.org
    until: 2026-06-30
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.dates import last_day
from agendakit.diagnostic import Finding, Level
from agendakit.extension import Context, Subject, rule
from agendakit.model import Project
from agendakit.places import value_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.record import Draft, Record


@rule(Subject.ENTRY, Level.HINT)
def expired_mentor(source: Record | Draft, context: Context) -> Iterator[Finding]:
    """Find offers that have ended."""
    if not isinstance(source.entry, Project):
        return
    for index, mentor in enumerate(source.entry.mentors or ()):
        if last_day(mentor.until) < context.today:
            route = ("mentors", index, "until")
            yield Finding(
                place=value_place(source.document, route),
                message=f"The offer of {mentor.name} ended on {mentor.until}.",
                help=f"Ask {mentor.name} for a new day, or take the name out.",
                route=route,
            )

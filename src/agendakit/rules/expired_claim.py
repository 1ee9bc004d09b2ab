"""Somebody said to work on the project until a day that has passed.

The site shows the project as free again. Ask the person how it went: a try that ended belongs into `attempts`, above
all if nothing came of it.

```yaml bad today=2026-07-01
claims:
  - by: Bo Example
    since: 2026-02-01
    until: 2026-06-30
#          ^^^^^^^^^^
```

```yaml good today=2026-06-30
claims:
  - by: Bo Example
    since: 2026-02-01
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
def expired_claim(source: Record | Draft, context: Context) -> Iterator[Finding]:
    """Find claims that have ended."""
    if not isinstance(source.entry, Project):
        return
    for index, claim in enumerate(source.entry.claims or ()):
        if last_day(claim.until) < context.today:
            route = ("claims", index, "until")
            yield Finding(
                place=value_place(source.document, route),
                message=f"The claim of {claim.by} ended on {claim.until}.",
                help=f"Ask {claim.by} how it went; write a new claim, or move it to `attempts` with its `result`.",
                route=route,
            )

"""Nobody has looked for long whether the entry still holds.

The day counts from which somebody last looked, `as_of`; how long is too long stands in the configuration
(`stale_after`, twelve months by default). Look for work that answers the question, try the links, then write today's
date. What is finished need not be looked after: entries that are retired, solved, superseded, withdrawn or concluded.

```yaml bad today=2027-02-01
as_of: 2026-01-10
#      ^^^^^^^^^^
```

```yaml good today=2026-12-31
as_of: 2026-01-10
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.dates import last_day
from agendakit.diagnostic import Finding, Level
from agendakit.extension import Context, Subject, rule
from agendakit.places import value_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.record import Draft, Record

_FINISHED = frozenset({"solved", "superseded", "withdrawn", "concluded"})


@rule(Subject.ENTRY, Level.HINT)
def stale_entry(source: Record | Draft, context: Context) -> Iterator[Finding]:
    """Find entries whose `as_of` lies further back than the configuration allows."""
    entry = source.entry
    if not entry.as_of or entry.stage == "retired" or getattr(entry, "status", "") in _FINISHED:
        return
    days = (context.today - last_day(entry.as_of)).days
    if days > context.config.stale_days:
        yield Finding(
            place=value_place(source.document, ("as_of",)),
            message=f"Nobody has looked since {entry.as_of} whether this still holds; that is {days} days.",
            help="Look for new work and try the links, mend what is out of date, and write the day in `as_of`.",
            route=("as_of",),
        )

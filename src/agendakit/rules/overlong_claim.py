"""A claim is longer than six months.

A claim keeps others from the project, so it ends by itself unless it is renewed. To renew one, begin a new claim on
the day of the renewal.

```yaml bad today=2026-02-01
claims:
  - by: Bo Example
    since: 2026-01-15
    until: 2026-12-31
#          ^^^^^^^^^^
```

```yaml good today=2026-02-01
claims:
  - by: Bo Example
    since: 2026-01-15
    until: 2026-07-15
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.dates import last_day, months_later
from agendakit.diagnostic import Finding, Level
from agendakit.extension import Context, Subject, rule
from agendakit.model import Project
from agendakit.places import value_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.record import Draft, Record

_LONGEST = 6


@rule(Subject.ENTRY, Level.WARNING)
def overlong_claim(source: Record | Draft, _: Context) -> Iterator[Finding]:
    """Find claims that end later than six months after the last day on which they can have begun."""
    if not isinstance(source.entry, Project):
        return
    for index, claim in enumerate(source.entry.claims or ()):
        latest = months_later(last_day(claim.since), _LONGEST)
        if last_day(claim.until) > latest:
            route = ("claims", index, "until")
            yield Finding(
                place=value_place(source.document, route),
                message=f"The claim of {claim.by} lasts longer than {_LONGEST} months.",
                help=f"Let it end on {latest} at the latest; it can be renewed then.",
                route=route,
            )

"""Two dates stand in an order that cannot be.

A claim ends after it begins, a review comes after the entry, and an author who looked whether everything still holds
did so after beginning the entry. Only where an entry is compiled from a `source` may `as_of` be older: it is then the
day up to which the source can be trusted.

```yaml bad
created: 2026-01-10
as_of: 2025-06-30
#      ^^^^^^^^^^
```

```yaml bad today=2026-02-01
claims:
  - by: Bo Example
    since: 2026-01-15
    until: 2026-01-05
#          ^^^^^^^^^^
```

```yaml good today=2026-02-01
reviews:
  - by: Bo Example
    date: 2026-01
    verdict: endorse
claims:
  - by: Bo Example
    since: 2026-01-15
    until: 2026-03-15
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.dates import date_text, first_day, last_day
from agendakit.diagnostic import Finding, Level, Note
from agendakit.extension import Context, Subject, rule
from agendakit.model import Project
from agendakit.places import value_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.diagnostic import Route
    from agendakit.record import Draft, Record


@rule(Subject.ENTRY, Level.WARNING)
def reversed_dates(source: Record | Draft, _: Context) -> Iterator[Finding]:
    """Find second dates that lie before the first ones."""
    for earlier, later in _pairs(source):
        front = source.document.front
        first, second = (front.value_at(route) if front else None for route in (earlier, later))
        if first is None or second is None or last_day(date_text(second)) >= first_day(date_text(first)):
            continue
        yield Finding(
            place=value_place(source.document, later),
            message=f"`{later[-1]}` is {second}, before `{earlier[-1]}`, which is {first}.",
            help="Correct the one that is wrong; dates are written year, month, day.",
            route=later,
            related=(Note(value_place(source.document, earlier), f"`{earlier[-1]}` stands here"),),
        )


def _pairs(source: Record | Draft) -> Iterator[tuple[Route, Route]]:
    entry = source.entry
    if entry.source is None:
        yield ("created",), ("as_of",)
    for index in range(len(entry.reviews or ())):
        yield ("created",), ("reviews", index, "date")
    if isinstance(entry, Project):
        for index in range(len(entry.claims or ())):
            yield ("claims", index, "since"), ("claims", index, "until")

"""A date of something that has happened lies in the future.

Only `until` speaks of what is to come. One day is let pass, since it is tomorrow already somewhere.

```yaml bad today=2026-02-01
created: 2062-01-10
#        ^^^^^^^^^^
```

```yaml bad today=2026-02-01
claims:
  - by: Bo Example
    since: 2026-04
#          ^^^^^^^
    until: 2026-06-30
```

```yaml good today=2026-02-01
created: 2026-02-02
as_of: 2026-02-02
claims:
  - by: Bo Example
    since: 2026-02
    until: 2026-06-30
```
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Level, Route
from agendakit.extension import Context, Subject, rule
from agendakit.model import Project
from agendakit.places import value_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.model import Entry
    from agendakit.record import Draft, Record

_TOMORROW = timedelta(days=1)
_LISTS = {"reviews": "date", "retrospectives": "date", "attempts": "date", "claims": "since"}


@rule(Subject.ENTRY, Level.WARNING)
def future_date(source: Record | Draft, context: Context) -> Iterator[Finding]:
    """Find dates that begin after tomorrow."""
    tomorrow = (context.today + _TOMORROW).isoformat()
    for route, written in _past(source.entry):
        # The first days of partial dates come in the order of their letters.
        if written > tomorrow:
            yield Finding(
                place=value_place(source.document, route),
                message=f"`{route[-1]}` is {written}, which is yet to come.",
                help=f"Write the day on which it happened; today is {context.today}.",
                route=route,
            )


def _past(entry: Entry) -> Iterator[tuple[Route, str]]:
    """Every date of something that has happened."""
    dates: list[tuple[Route, str | None]] = [(("created",), entry.created), (("as_of",), entry.as_of)]
    dates.append((("source", "date"), entry.source.date if entry.source else None))
    for field, name in _LISTS.items():
        for index, part in enumerate(getattr(entry, field, None) or ()):
            dates.append(((field, index, name), getattr(part, name)))
    if isinstance(entry, Project) and "first_step" in entry.model_fields_set:
        for index, trial in enumerate(entry.first_step.tried):
            dates.append((("first_step", "tried", index, "date"), trial.date))
    yield from ((route, written) for route, written in dates if written)

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

from agendakit.dates import date_text, first_day
from agendakit.diagnostic import Finding, Level, Place
from agendakit.extension import Context, Subject, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.record import Draft, Record

_PAST = frozenset({"created", "as_of", "date", "since"})
_TOMORROW = timedelta(days=1)


@rule(Subject.ENTRY, Level.WARNING)
def future_date(source: Record | Draft, context: Context) -> Iterator[Finding]:
    """Find dates that begin after tomorrow."""
    document = source.document
    for route, value, span in document.front.scalars() if document.front else ():
        if route[-1] not in _PAST or route[0] == "extra":
            continue
        if first_day(date_text(value)) > context.today + _TOMORROW:
            yield Finding(
                place=Place(document.path, span),
                message=f"`{route[-1]}` is {value}, which is yet to come.",
                help=f"Write the day on which it happened; today is {context.today}.",
                route=route,
            )

"""An effort begins with the greater number.

An effort of two numbers is a span from the least to the most, and where one number is wanted the upper end counts. With
the numbers the other way round readers wonder which is meant.

```yaml bad
effort: 4-2 days
#       ^^^^^^^^
```

```yaml fixed
effort: 2-4 days
```

```yaml good
effort: 2-4 days
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Fix, Level, Safety
from agendakit.edits import replaced
from agendakit.extension import Context, Subject, rule
from agendakit.model import Project
from agendakit.places import value_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.record import Draft, Record

_SPAN = re.compile(r"([\d.]+)-([\d.]+) (\w+)")
_ROUTES = (("effort",), ("first_step", "time"))


@rule(Subject.ENTRY, Level.WARNING)
def reversed_effort(source: Record | Draft, _: Context) -> Iterator[Finding]:
    """Find spans of time whose first number is the greater."""
    front = source.document.front
    if not isinstance(source.entry, Project) or front is None:
        return
    for route in _ROUTES:
        written = front.value_at(route)
        match = _SPAN.fullmatch(written) if isinstance(written, str) else None
        if match is None or float(match[1]) <= float(match[2]):
            continue
        place = value_place(source.document, route)
        right = f"{match[2]}-{match[1]} {match[3]}"
        edits = replaced(source.document, place.span, match[0], right)
        yield Finding(
            place=place,
            message=f"`{match[0]}` begins with the greater number.",
            help=f"Write `{right}`.",
            route=route,
            fix=Fix(title=f"Write `{right}`", safety=Safety.SAFE, edits=edits) if edits else None,
        )

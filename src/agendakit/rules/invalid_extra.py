"""What stands below `extra` does not fit the catalogue's own schema.

The fields below `extra` are the catalogue's own. The configuration names a JSON Schema for them (`extra_schema`);
it is read as draft 2020-12 unless it says otherwise. Without one, anything may stand there.

In this example the schema asks for a text as `funder`:

```yaml bad
extra:
  funder: 7
#         ^
```

```yaml good
extra:
  funder: Example Foundation
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Level
from agendakit.extension import Context, Subject, rule
from agendakit.places import value_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.record import Draft, Record, Reject


@rule(Subject.REJECT, Level.ERROR)
def invalid_extra(subject: Reject | Draft | Record, context: Context) -> Iterator[Finding]:
    """Find what the catalogue's own schema refuses."""
    front = subject.document.front
    if context.extra is None or front is None or not front.has(("extra",)):
        return
    for problem in context.extra.problems(front.value_at(("extra",))):
        yield Finding(
            place=value_place(subject.document, ("extra", *problem.route)),
            message=f"`extra` does not fit this catalogue's schema: {problem.message}.",
            help="Change the value, or the schema that the configuration names as `extra_schema`.",
            route=("extra", *problem.route),
        )

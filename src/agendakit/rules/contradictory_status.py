"""What a project says of its status contradicts what else it says.

An open project has no `outcome` and no attempt that worked; one with `superseded_by` is superseded. Where the answer
is known and the work is worth doing again to learn, the status is `repeatable`. (A solved or withdrawn project without
an `outcome`, and a superseded one without `superseded_by`, are reported by `missing-field`.)

```yaml bad
status: open
#       ^^^^
outcome: The probe follows the topic; see the report.
```

```yaml bad today=2027-02-01
attempts:
  - by: Bo Example
    date: 2026-12
    result: worked
#           ^^^^^^
```

```yaml good
status: solved
outcome: The probe follows the topic; see the report.
```

```yaml good today=2027-02-01
status: repeatable
attempts:
  - by: Bo Example
    date: 2026-12
    result: worked
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Level, Route
from agendakit.extension import Context, Subject, rule
from agendakit.model import Project
from agendakit.places import value_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.record import Draft, Record

_CLOSED = "Write `status: solved`, or `status: repeatable` where it is worth doing again to learn."


@rule(Subject.ENTRY, Level.WARNING)
def contradictory_status(source: Record | Draft, _: Context) -> Iterator[Finding]:
    """Find projects that are open by their status and closed by their other fields."""
    project = source.entry
    if not isinstance(project, Project):
        return
    if project.status == "open" and project.outcome:
        yield _finding(source, _spoken(source, "outcome"), "The project is open, and has an `outcome`.", _CLOSED)
    if project.superseded_by and project.status in ("open", "repeatable"):
        message = f"The project is {project.status}, and `{project.superseded_by}` supersedes it."
        yield _finding(source, _spoken(source, "superseded_by"), message, "Write `status: superseded`.")
    for index, attempt in enumerate(project.attempts or ()):
        if project.status == "open" and attempt.result == "worked":
            message = f"The attempt of {attempt.by} worked, and the project is still open."
            help_ = f"{_CLOSED} If it answered only a part, write `result: partly`."
            yield _finding(source, ("attempts", index, "result"), message, help_)


def _spoken(source: Record | Draft, other: str) -> Route:
    """The status if it is written, else the field that contradicts the default."""
    front = source.document.front
    return ("status",) if front is not None and front.has(("status",)) else (other,)


def _finding(source: Record | Draft, route: Route, message: str, help_: str) -> Finding:
    return Finding(place=value_place(source.document, route), message=message, help=help_, route=route)

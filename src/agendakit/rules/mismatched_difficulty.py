"""The difficulty does not go with what else the project asks for.

Difficulty says who can be expected to finish. A first project is one in which every step can be looked up: it needs no
new ideas, no cluster, and not many months (more than three). Up to `intermediate` the methods are known, so a
project that nobody knows today how to solve (`novelty: new-ideas-needed`) is `advanced` or `frontier`. And what known
methods are enough for is no `frontier`.

```yaml bad
difficulty: first-project
#           ^^^^^^^^^^^^^
compute: cluster
```

```yaml bad
difficulty: intermediate
#           ^^^^^^^^^^^^
novelty: new-ideas-needed
```

```yaml good
difficulty: frontier
novelty: new-ideas-needed
compute: cluster
effort: 6-24 months
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Level, Note
from agendakit.extension import Context, Subject, rule
from agendakit.model import DIFFICULTIES, Project, hours_of
from agendakit.places import value_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.record import Draft, Record

_MANY_MONTHS = 3 * 160
_FIRST, _METHODS_KNOWN, _LAST = DIFFICULTIES[0], DIFFICULTIES[:3], DIFFICULTIES[-1]


@rule(Subject.ENTRY, Level.WARNING)
def mismatched_difficulty(source: Record | Draft, _: Context) -> Iterator[Finding]:
    """Find projects whose effort, compute or novelty speaks against their difficulty."""
    project = source.entry
    if not isinstance(project, Project) or not project.difficulty:
        return
    for field, reason in _against(project):
        value = getattr(project, field)
        yield Finding(
            place=value_place(source.document, ("difficulty",)),
            message=f"`{project.difficulty}` does not go with `{field}: {value}`: {reason}.",
            help="Correct one of the two; `agendakit explain difficulty` has the scale.",
            route=("difficulty",),
            related=(Note(value_place(source.document, (field,)), f"`{field}` stands here"),),
        )


def _against(project: Project) -> Iterator[tuple[str, str]]:
    if project.difficulty == _FIRST and project.effort and hours_of(project.effort)[1] > _MANY_MONTHS:
        yield "effort", "someone without a finished project will not carry one through so many months"
    if project.difficulty == _FIRST and project.compute == "cluster":
        yield "compute", "what runs on many machines is no first project"
    if project.difficulty in _METHODS_KNOWN and project.novelty == "new-ideas-needed":
        yield "novelty", "up to `intermediate` the methods are known"
    if project.difficulty == _LAST and project.novelty == "known-methods":
        yield "novelty", "if the methods of today are enough, experienced people do not fail"

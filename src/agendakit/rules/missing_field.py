"""An entry lacks a field that it must have.

A draft needs little: `kind`, `title`, and a `question` (project) or a `summary` (agenda, concept). A published
entry needs what lets a reader judge it and start. Some fields are needed only by certain entries, such as `source`
where an author is a compiler. What a draft still lacks before it can be published is a hint.

A field whose key is only misspelt is left to `unknown-field`. Fields that stand behind the `---` which ends the front
matter are part of the text; they are named together.

```text bad agendas/probing/second.md
---
kind: project
title: Does a probe survive noise?
---
```

```yaml bad
first_step:
#^^^^^^^^^
  do: Train a logistic regression.
  time: 2 hours
```

```yaml bad
status: solved
#       ^^^^^^
```

```text bad agendas/probing/second.md
---
kind: project
title: Does a probe survive noise?
---
#^^
question: Does a probe survive noise?
difficulty: first-project
---
```

```yaml good
first_step:
  do: Train a logistic regression.
  time: 2 hours
  observe: An accuracy above chance.
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.agenda_entry import agenda_entry
from agendakit.diagnostic import Finding, Level
from agendakit.extension import Context, Subject, rule
from agendakit.model import Project, missing_by_condition, missing_by_stage
from agendakit.model.reflect import field_at
from agendakit.places import key_place, top_place, value_place
from agendakit.record import Draft, Record, Reject, readable_part

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from agendakit.diagnostic import Place, Route
    from agendakit.document import Document
    from agendakit.model import Entry, Need

_SPOKEN_BY = {
    "source": "authors",
    "outcome": "status",
    "superseded_by": "status",
    "papers": "type",
    "existing_work": "type",
}
"""Field that makes another one needed: the finding points at it."""


_MANY = 2
_WAITING = " To leave this and the others for later, write `stage: draft` until the entry is ready."


@rule(Subject.REJECT, Level.ERROR)
def missing_field(subject: Reject | Draft | Record, context: Context) -> Iterator[Finding]:
    """Find what the model, the stage or the entry's own words ask for."""
    if isinstance(subject, Reject):
        yield from _of_reject(subject)
        return
    for need in missing_by_stage(subject.entry):
        yield _finding(subject, need.route, top_place(subject.document), "before it can be published")
    for need in _by_condition(subject.entry, agenda_entry(subject, context)):
        yield _needed(subject, subject.entry, need)


def _of_reject(reject: Reject) -> Iterator[Finding]:
    """What the model asks for, beside what the rest of the entry does, so that nothing is told only later."""
    entry = readable_part(reject)
    wrong = {error.route[0] for error in reject.errors if error.route}
    needs = [need for need in _by_condition(entry, None) if need.route[0] not in wrong] if entry else []
    missing = [error.route for error in reject.errors if error.code == "missing"]
    wanted = [*missing, *(need.route for need in needs)]
    if wanted:
        wanted = yield from _not_only_misplaced(reject, wanted)
    missing = [route for route in missing if route in wanted]
    # Findings about one place are shown together, by their messages: what holds for all stands in the first.
    first = min((route for route in missing if len(route) == 1), key=lambda route: f"`{route[0]}`", default=())
    for route in missing:
        yield _finding(reject, route, _place(reject, route), can_wait=len(missing) > _MANY and route == first)
    if entry is not None:
        yield from (_needed(reject, entry, need) for need in needs if need.route in wanted)


def _by_condition(entry: Entry, agenda: Entry | None) -> Iterator[Need]:
    return (need for need in missing_by_condition(entry, agenda) if need.level == "yes")


def _needed(subject: Reject | Draft | Record, entry: Entry, need: Need) -> Finding:
    return _finding(subject, need.route, _speaker(subject.document, entry, need), f"because {need.reason}")


def _not_only_misplaced(reject: Reject, missing: list[Route]) -> Generator[Finding, None, list[Route]]:
    """Say which fields stand where they do not count, and give back those that are missing altogether."""
    from agendakit.slips import displaced, slip  # noqa: PLC0415  # of no use to an entry that is in order
    from agendakit.slips.fields import seemingly_written  # noqa: PLC0415  # as above

    misspelt = seemingly_written(reject)
    behind = displaced.fields_behind(reject.document)
    moved = tuple(str(route[0]) for route in missing if len(route) == 1 and route[0] in behind)
    if moved:
        yield slip.finding_of(reject.document, displaced.slip_of(reject.document, moved))
    return [route for route in missing if route not in misspelt and route[-1] not in moved]


def _place(reject: Reject, route: Route) -> Place:
    return key_place(reject.document, route[:-1]) if len(route) > 1 else top_place(reject.document)


def _speaker(document: Document, entry: Entry, need: Need) -> Place:
    name = _SPOKEN_BY.get(str(need.route[0]), "")
    if name == "type" and not isinstance(entry, Project):
        return top_place(document)
    written = document.front is not None and document.front.has((name,))
    return value_place(document, (name,)) if written else top_place(document)


def _finding(
    subject: Reject | Draft | Record, route: Route, place: Place, reason: str = "", *, can_wait: bool = False
) -> Finding:
    name = route[-1]
    field = field_at(subject.kind, route) if subject.kind else None
    whole = (
        f"`{'.'.join(str(step) for step in route[:-1] if isinstance(step, str))}`" if len(route) > 1 else "The entry"
    )
    example = f" Write {field.type}." if field else ""
    return Finding(
        place=place,
        message=f"{whole} needs `{name}`{' ' + reason if reason else ''}.",
        help=f"{field.doc if field else 'Add it.'}{example}{_WAITING if can_wait else ''}",
        route=route,
    )

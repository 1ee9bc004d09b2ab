"""No project addresses an open question of the agenda.

It is a place where a project is missing, or a project that does not say so in `addresses`.

```yaml bad agenda
open_questions:
  - id: transfer
    question: When does a probe that was trained on one kind of data work on another?
  - id: size
#       ^^^^
    question: Does it depend on the size of the model?
```

```yaml good agenda
open_questions:
  - id: transfer
    question: When does a probe that was trained on one kind of data work on another?
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Level
from agendakit.extension import Context, Subject, rule
from agendakit.model import Agenda, Project
from agendakit.places import value_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.catalogue import Catalogue


@rule(Subject.CATALOGUE, Level.HINT)
def unaddressed_question(catalogue: Catalogue, _: Context) -> Iterator[Finding]:
    """Find open questions of active agendas that no published project of theirs names."""
    addressed = set(_addressed(catalogue))
    for record in catalogue.of_kind(Agenda):
        agenda = record.entry
        if not isinstance(agenda, Agenda) or agenda.status == "concluded" or agenda.stage == "retired":
            continue
        for index, question in enumerate(agenda.open_questions):
            if (record.id, question.id) not in addressed:
                route = ("open_questions", index, "id")
                yield Finding(
                    place=value_place(record.document, route),
                    message=f"No project addresses the question `{question.id}`.",
                    help=f"Write a project about it, or add `{question.id}` to `addresses` of one that is.",
                    route=route,
                )


def _addressed(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for name, agenda in catalogue.agenda_of.items():
        project = catalogue.records[name].entry
        if isinstance(project, Project):
            yield from ((catalogue.canonical(agenda), question) for question in project.addresses)

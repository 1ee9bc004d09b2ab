"""An active agenda has projects, but none that a beginner could take.

A newcomer who is convinced by the agenda needs a `first-project` or a `second-project` that is open or repeatable.
Projects of the agendas below it count too.

```yaml bad
difficulty: advanced
```

```yaml good
difficulty: second-project
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Level
from agendakit.extension import Context, Subject, rule
from agendakit.model import DIFFICULTIES, Agenda, Project
from agendakit.places import value_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from agendakit.catalogue import Catalogue

_ENTRY = frozenset(DIFFICULTIES[:2])
_DOABLE = frozenset({"open", "repeatable"})


@rule(Subject.CATALOGUE, Level.HINT)
def no_entry_project(catalogue: Catalogue, _: Context) -> Iterator[Finding]:
    """Find active agendas with doable projects of which all are for experienced people."""
    doable = _difficulties(catalogue)
    for record in catalogue.of_kind(Agenda):
        if not isinstance(record.entry, Agenda) or record.entry.status != "active" or record.entry.stage == "retired":
            continue
        found = doable.get(record.id, set())
        if found and not found & _ENTRY:
            easiest = min(found, key=DIFFICULTIES.index)
            yield Finding(
                place=value_place(record.document, ("title",)),
                message=f"No project of this agenda is for a beginner; the easiest is `{easiest}`.",
                help="Add a `first-project` or `second-project`; a replication of a paper in the list often makes one.",
            )


def _difficulties(catalogue: Catalogue) -> Mapping[str, set[str]]:
    """Difficulties of the projects that can be done, by agenda and by each agenda above that."""
    wider = (reference for reference in catalogue.references if reference.relation == "part_of")
    above = {reference.source.id: catalogue.canonical(reference.target) for reference in wider}
    found: dict[str, set[str]] = {}
    for name, agenda in catalogue.agenda_of.items():
        project = catalogue.records[name].entry
        if not isinstance(project, Project) or project.stage == "retired" or project.status not in _DOABLE:
            continue
        seen: set[str] = set()
        at: str | None = catalogue.canonical(agenda)
        while at is not None and at not in seen:
            seen.add(at)
            found.setdefault(at, set()).add(project.difficulty)
            at = above.get(at)
    return found

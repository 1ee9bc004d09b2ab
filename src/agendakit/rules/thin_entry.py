"""An entry lacks fields that are wanted, or signs that one could begin today.

Nothing of this has to be there; it is for the author who wants to know what to write next. For a project, nine signs
are counted: the first step has been tried by someone, all materials are open, a start-here paper says what to read in
it, every prerequisite is taught here, prior art is dated within a year, `stop_if`, `baselines` (or none needed),
`pitfalls`, and someone to ask. Projects that are over and retired entries are left alone.

```yaml bad
suits: []
```

```yaml good today=2026-02-01
first_step:
  do: Train a logistic regression on stored activations.
  time: 90 minutes
  observe: An accuracy above chance on the topic it was trained on.
  tried:
    - by: Bo Example
      date: 2026-01
mentors:
  - name: Bo Example
    contact: mailto:bo@example.org
    until: 2026-06-30
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.agenda_entry import agenda_entry
from agendakit.diagnostic import Finding, Level
from agendakit.extension import Context, Subject, rule
from agendakit.model import Project, missing_by_condition, missing_wanted
from agendakit.nearest import joined
from agendakit.places import top_place
from agendakit.readiness import startability

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.record import Draft, Record

_GOING_ON = frozenset({"open", "repeatable", "active", "dormant"})


@rule(Subject.ENTRY, Level.HINT)
def thin_entry(source: Record | Draft, context: Context) -> Iterator[Finding]:
    """Say once for each entry what is wanted of it."""
    entry = source.entry
    if entry.stage == "retired" or getattr(entry, "status", "open") not in _GOING_ON:
        return
    fields = _wanted(source, context)
    signs = startability(context.catalogue, source, context.today) if isinstance(entry, Project) else None
    if not fields and (signs is None or not signs.missing):
        return
    sentences = [f"{joined([f'`{name}`' for name in fields])} would make this entry better."] if fields else []
    if signs is not None and signs.missing:
        count = len(signs.met) + len(signs.missing)
        sentences.append(f"Of what one needs to start, {len(signs.met)} of {count}; missing: {joined(signs.missing)}.")
    yield Finding(
        place=top_place(source.document),
        message=" ".join(sentences),
        help="Add what you know; `agendakit explain` and a field's name says what belongs there.",
    )


def _wanted(source: Record | Draft, context: Context) -> list[str]:
    conditional = missing_by_condition(source.entry, agenda_entry(source, context))
    needs = (*missing_wanted(source.entry), *conditional)
    return [str(need.route[-1]) for need in needs if need.level == "wanted"]

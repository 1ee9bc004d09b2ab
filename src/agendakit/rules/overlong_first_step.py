"""The first step takes longer than an evening, or longer than the whole project.

A first step is what a stranger can do tonight to find out whether the project suits them: two hours at most, with
downloads and sign-ups. What takes longer is the first week; choose a smaller piece that one can see the end of.

```yaml bad
first_step:
  do: Train a logistic regression on stored activations.
  time: 2-4 hours
#       ^^^^^^^^^
  observe: An accuracy above chance on the topic it was trained on.
```

```yaml bad
effort: 1 hour
first_step:
  do: Train a logistic regression on stored activations.
  time: 2 hours
#       ^^^^^^^
  observe: An accuracy above chance on the topic it was trained on.
```

```yaml good
first_step:
  do: Train a logistic regression on stored activations.
  time: 90 minutes
  observe: An accuracy above chance on the topic it was trained on.
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Level
from agendakit.extension import Context, Subject, rule
from agendakit.model import Project, hours_of
from agendakit.model.effort import FIRST_STEP_HOURS
from agendakit.places import value_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.record import Draft, Record


@rule(Subject.ENTRY, Level.WARNING)
def overlong_first_step(source: Record | Draft, _: Context) -> Iterator[Finding]:
    """Find first steps whose upper end is beyond two hours, or beyond the effort of the project."""
    project = source.entry
    # A draft may have none, whatever the model's type says of published entries.
    if not isinstance(project, Project) or "first_step" not in project.model_fields_set:
        return
    time = project.first_step.time
    hours = hours_of(time)[1]
    whole = hours_of(project.effort)[1] if "effort" in project.model_fields_set else hours
    if hours > FIRST_STEP_HOURS:
        message = f"The first step takes up to {time}, and two hours are the most."
    elif hours > whole:
        message = f"The first step takes {time}, longer than the whole project ({project.effort})."
    else:
        return
    route = ("first_step", "time")
    yield Finding(
        place=value_place(source.document, route),
        message=message,
        help="Choose a smaller piece of it at whose end one sees something.",
        route=route,
    )

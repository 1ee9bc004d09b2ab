"""A field is none that the schema knows.

Most often it is misspelt, or belongs one level higher or lower. A field of your own goes below `extra`, where the
catalogue's own schema can check it.

```yaml bad
dificulty_reason: Every step can be looked up.
#^^^^^^^^^^^^^^^
```

```yaml bad
first_step:
  doo: Train a logistic regression.
# ^^^
  time: 2 hours
  observe: An accuracy above chance.
```

```yaml bad
also_caled: [diagnostic classifiers]
#^^^^^^^^^
```

```yaml fixed
also_called: [diagnostic classifiers]
```

```yaml good
extra:
  funder: Example Foundation
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Fix, Level, Safety
from agendakit.extension import Context, Subject, rule
from agendakit.model import KINDS
from agendakit.model.reflect import field_at, fields_of
from agendakit.nearest import did_you_mean, joined, nearest
from agendakit.places import key_place
from agendakit.record import Reject
from agendakit.text import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.record import Draft, Record, SchemaError


@rule(Subject.REJECT, Level.ERROR)
def unknown_field(subject: Reject | Draft | Record, _: Context) -> Iterator[Finding]:
    """Find keys that the model has no field for."""
    if not isinstance(subject, Reject):
        return
    for error in subject.errors:
        if error.code == "extra_forbidden":
            yield _finding(subject, error)


def _finding(reject: Reject, error: SchemaError) -> Finding:
    name = str(error.route[-1])
    place = key_place(reject.document, error.route)
    siblings = _siblings(reject, error)
    near = [known for known in nearest(name, siblings) if known not in _written(reject, error)]
    fix = None
    if len(near) == 1 and place.span.of(reject.document.text) == name:
        fix = Fix(title=f"Rename to `{near[0]}`", safety=Safety.UNSAFE, edits=(Edit(place.span, near[0]),))
    return Finding(
        place=place,
        message=f"`{name}` is no field {_of(reject, error)}.",
        help=did_you_mean(near) or _elsewhere(reject, name) or f"The fields here are {joined(map(_code, siblings))}.",
        route=error.route,
        fix=fix,
    )


def _siblings(reject: Reject, error: SchemaError) -> tuple[str, ...]:
    parent = field_at(reject.kind, error.route[:-1])
    fields = parent.children if parent else fields_of(reject.kind)
    return tuple(field.name for field in fields)


def _written(reject: Reject, error: SchemaError) -> set[str]:
    front = reject.document.front
    values = front.value_at(error.route[:-1]) if front else None
    return set(values) if isinstance(values, dict) else set()


def _of(reject: Reject, error: SchemaError) -> str:
    names = [str(step) for step in error.route[:-1] if isinstance(step, str)]
    return f"of `{names[-1]}`" if names else f"of {'an' if reject.kind == 'agenda' else 'a'} {reject.kind}"


def _elsewhere(reject: Reject, name: str) -> str:
    kinds = [kind for kind in KINDS if kind != reject.kind and name in KINDS[kind].model_fields]
    if kinds:
        return f"It belongs to {joined([f'{kind}s' for kind in kinds])}; take it out here, or move it below `extra`."
    for field in fields_of(reject.kind):
        if name in [child.name for child in field.children]:
            return f"It belongs below `{field.name}`."
    return ""


def _code(name: str) -> str:
    return f"`{name}`"

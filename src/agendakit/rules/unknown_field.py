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

```yaml bad
Also-Called: [diagnostic classifiers]
#^^^^^^^^^^
```

```yaml fixed
also_called: [diagnostic classifiers]
```

```yaml bad
keywords: [probing]
#^^^^^^^
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
from agendakit.nearest import did_you_mean, joined
from agendakit.places import key_place
from agendakit.record import Reject
from agendakit.rules.hidden_character import hides_something
from agendakit.text import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.diagnostic import Place
    from agendakit.record import Draft, Record
    from agendakit.slips.fields import Unknown

_FEW = 10


@rule(Subject.REJECT, Level.ERROR)
def unknown_field(subject: Reject | Draft | Record, _: Context) -> Iterator[Finding]:
    """Find keys that the model has no field for."""
    if not isinstance(subject, Reject):
        return
    from agendakit.slips.fields import unknown_fields  # noqa: PLC0415  # of no use to an entry that is in order

    for unknown in unknown_fields(subject):
        place = key_place(subject.document, unknown.route)
        # What nobody sees, in a key or at its ends, has a finding of its own, with a fix.
        if unknown.name == unknown.name.strip() and not hides_something(unknown.name):
            yield _finding(subject, unknown, place)


def _finding(reject: Reject, unknown: Unknown, place: Place) -> Finding:
    from agendakit.slips.fields import about_strange_letter, spelt_alike  # noqa: PLC0415  # as above

    name, other = unknown.name, _named_otherwise(reject, unknown)
    near = tuple(known for known in unknown.near if not other or f"`{known}`" in other)
    fix = None
    if len(near) == 1 and place.span.of(reject.document.text).strip("'\"") == name:
        safety = Safety.SAFE if spelt_alike(name, near[0]) else Safety.UNSAFE
        fix = Fix(title=f"Rename to `{near[0]}`", safety=safety, edits=(Edit(place.span, near[0]),))
    return Finding(
        place=place,
        message=f"`{name}` is no field {_of(reject, unknown)}.",
        help=about_strange_letter(name, near)
        + (other or did_you_mean(near) or _elsewhere(reject, name) or _all(reject, unknown)),
        route=unknown.route,
        fix=fix,
    )


def _named_otherwise(reject: Reject, unknown: Unknown) -> str:
    from agendakit.slips.other_names import ADDRESSES, OTHER_NAMES  # noqa: PLC0415  # as above

    name = unknown.name.casefold().replace("-", "_")
    if len(unknown.route) == 1:
        return OTHER_NAMES.get(name, "")
    around = field_at(reject.kind, unknown.route[:-1])
    beside = {child.name for child in around.children} if around and name in ADDRESSES else set()
    return next((f"Write `{known}`." for known in ("ref", "url") if known in beside), "")


def _of(reject: Reject, unknown: Unknown) -> str:
    names = [str(step) for step in unknown.route[:-1] if isinstance(step, str)]
    return f"of `{names[-1]}`" if names else f"of {'an' if reject.kind == 'agenda' else 'a'} {reject.kind}"


def _elsewhere(reject: Reject, name: str) -> str:
    kinds = [kind for kind in KINDS if kind != reject.kind and name in KINDS[kind].model_fields]
    if kinds:
        return f"It belongs to {joined([f'{kind}s' for kind in kinds])}; take it out here, or move it below `extra`."
    for field in fields_of(reject.kind):
        if name in [child.name for child in field.children]:
            return f"It belongs below `{field.name}`."
    return ""


def _all(reject: Reject, unknown: Unknown) -> str:
    """Where the fields are described; they themselves where there are few."""
    if len(unknown.siblings) <= _FEW:
        return f"The fields here are {joined([f'`{name}`' for name in unknown.siblings])}."
    return f"`agendakit explain {reject.kind}` lists the fields; what is your own goes below `extra`."

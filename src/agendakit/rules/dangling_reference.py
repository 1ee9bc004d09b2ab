"""An entry names another that the catalogue does not have.

Ids are file names without `.md` (for an agenda: its folder's name). A draft is not on the site, so a published entry
that names one leads its readers nowhere.

```yaml bad
prerequisites:
  - id: linear-prob
#       ^^^^^^^^^^^
    why: The whole project is one probe.
```

```yaml fixed
prerequisites:
  - id: linear-probes
    why: The whole project is one probe.
```

```yaml good
prerequisites:
  - id: linear-probes
    why: The whole project is one probe.
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Fix, Level, Safety
from agendakit.extension import Context, Subject, rule
from agendakit.nearest import did_you_mean, nearest
from agendakit.places import value_place
from agendakit.record import Record
from agendakit.text import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.catalogue import Catalogue, Reference

_SURE = 1
"""With one candidate alone the spelling can be mended; with two, the author must choose."""


@rule(Subject.CATALOGUE, Level.ERROR)
def dangling_reference(catalogue: Catalogue, _: Context) -> Iterator[Finding]:
    """Find references whose target is no entry, or from a published entry to a draft."""
    for reference in catalogue.references:
        if reference.kinds == frozenset({"question"}):
            continue
        if catalogue.canonical(reference.target) not in catalogue.kinds:
            yield _missing(catalogue, reference)
        elif isinstance(reference.source, Record) and reference.target in catalogue.drafts:
            yield _to_draft(reference)


def _missing(catalogue: Catalogue, reference: Reference) -> Finding:
    names = nearest(reference.target, (name for name, kind in catalogue.kinds.items() if kind in reference.kinds))
    document = reference.source.document
    place = value_place(document, reference.route)
    wanted = " or ".join(sorted(reference.kinds))
    fix = None
    if len(names) == _SURE and place.span.of(document.text) == reference.target:
        fix = Fix(title=f"Write `{names[0]}`", safety=Safety.UNSAFE, edits=(Edit(place.span, names[0]),))
    return Finding(
        place=place,
        message=f"No {wanted} has the id `{reference.target}`.",
        help=did_you_mean(names)
        or f"Create it with `agendakit new {min(reference.kinds)} {reference.target}`, or take the line out.",
        route=reference.route,
        fix=fix,
    )


def _to_draft(reference: Reference) -> Finding:
    return Finding(
        place=value_place(reference.source.document, reference.route),
        message=f"`{reference.target}` is a draft, so readers of this entry cannot open it.",
        help="Publish the draft first, or make this entry a draft too (`stage: draft`).",
        route=reference.route,
    )

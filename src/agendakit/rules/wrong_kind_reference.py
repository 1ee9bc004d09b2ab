"""An entry names another of a kind that does not fit there.

Concepts need concepts; projects need concepts or other projects; what a project teaches are concepts; the field
`agenda` takes an agenda.

```yaml bad
prerequisites:
  - probing
#   ^^^^^^^
```

```yaml bad concept
prerequisites:
  - id: probe-transfer
#       ^^^^^^^^^^^^^^
    why: One has to have seen a probe fail.
```

```yaml good
prerequisites:
  - linear-probes
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Level, Note
from agendakit.extension import Context, Subject, rule
from agendakit.nearest import did_you_mean, joined, nearest
from agendakit.places import top_place, value_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.catalogue import Catalogue, Reference


@rule(Subject.CATALOGUE, Level.ERROR)
def wrong_kind_reference(catalogue: Catalogue, _: Context) -> Iterator[Finding]:
    """Find references to an entry that exists and is of another kind than the field takes."""
    for reference in catalogue.references:
        kind = catalogue.kinds.get(catalogue.canonical(reference.target), "")
        if kind and reference.kinds.isdisjoint({kind, "question"}):
            yield _finding(catalogue, reference, kind)


def _finding(catalogue: Catalogue, reference: Reference, kind: str) -> Finding:
    field = reference.route[0]
    wanted = joined([f"{one}s" for one in sorted(reference.kinds)], "or")
    near = nearest(reference.target, (name for name, other in catalogue.kinds.items() if other in reference.kinds))
    target = catalogue.records.get(catalogue.canonical(reference.target))
    return Finding(
        place=value_place(reference.source.document, reference.route),
        message=f"`{reference.target}` is {_with_article(kind)}, and here `{field}` takes {wanted} only.",
        help=did_you_mean(near) or f"Name one of the {wanted}, or take the line out.",
        route=reference.route,
        related=(Note(top_place(target.document), f"`{target.id}` is defined here"),) if target else (),
    )


def _with_article(kind: str) -> str:
    return f"{'an' if kind == 'agenda' else 'a'} {kind}"

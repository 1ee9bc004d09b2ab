"""An entry builds on another that is retired.

Retired entries are kept so that old links work, and are out of the default view; a reader who is sent there learns
what nobody stands behind any more. Retired entries may name each other.

```text bad agendas/concepts/old-probes.md
---
kind: concept
stage: retired
title: Old probes
summary: A way to train probes that nobody uses any more, kept for old links.
created: 2026-01-10
hours: 1
resources:
  - title: A page about old probes
    ref: https://example.org/old-probes
check_yourself: [Why does nobody use them?]
---

What they were.
```

```text bad agendas/concepts/new-probes.md
---
kind: concept
title: New probes
summary: The way to train probes that has taken the place of the old one.
created: 2026-01-10
hours: 1
prerequisites:
  - old-probes
resources:
  - title: A page about new probes
    ref: https://example.org/new-probes
check_yourself: [What is new?]
---

What they are.
```

```yaml good
teaches: [linear-probes]
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Level
from agendakit.extension import Context, Subject, rule
from agendakit.places import value_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.catalogue import Catalogue


@rule(Subject.CATALOGUE, Level.WARNING)
def retired_reference(catalogue: Catalogue, _: Context) -> Iterator[Finding]:
    """Find references from entries that are not retired to ones that are."""
    retired = {name for name, record in catalogue.records.items() if record.entry.stage == "retired"}
    for reference in catalogue.references:
        if reference.source.entry.stage == "retired" or "question" in reference.kinds:
            continue
        if catalogue.canonical(reference.target) in retired:
            yield Finding(
                place=value_place(reference.source.document, reference.route),
                message=f"`{reference.target}` is retired.",
                help="Name what has taken its place, or take the line out.",
                route=reference.route,
            )

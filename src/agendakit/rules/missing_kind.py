"""A page looks like an entry and does not say of which kind.

A Markdown file is an entry if its front matter has `kind`; without it, it is a plain page of the site, and none of
its fields counts. This one has fields that only entries have.

```text bad agendas/probing/second.md
---
title: Does a probe survive noise?
difficulty: first-project
effort: 2-4 days
---
```

```text good agendas/probing/about.md
---
title: About this catalogue
---
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Level, Place
from agendakit.extension import Context, Subject, rule
from agendakit.model import KINDS
from agendakit.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.document import Document

_OF_PAGES = frozenset(
    {"title", "summary", "description", "tags", "authors", "date", "status", "source", "created", "extra"}
)
"""Fields that pages of other programs have too."""
_ENOUGH = 2


@rule(Subject.DOCUMENT, Level.WARNING)
def missing_kind(document: Document, _: Context) -> Iterator[Finding]:
    """Find pages with front matter that only makes sense in an entry."""
    front = document.front
    if front is None or not front.readable or "kind" in front.values:
        return
    telling = {name for model in KINDS.values() for name in model.model_fields} - _OF_PAGES - {"kind"}
    found = [name for name in front.values if name in telling]
    misspelt = [name for name in front.values if name not in telling and nearest(name, ["kind"])]
    if len(found) < _ENOUGH and not (found and misspelt):
        return
    first = misspelt[0] if misspelt else found[0]
    yield Finding(
        place=Place(document.path, front.key_span((first,))),
        message=f"This page has the field `{found[0]}` of an entry, but no `kind`, so it counts as a plain page.",
        help="Begin the front matter with `kind: agenda`, `kind: project` or `kind: concept`.",
        route=(first,),
    )

"""An author reviews the own entry.

A review says what somebody else thinks. What an author thinks later belongs into `retrospectives`.

```yaml bad
reviews:
  - by: ada  example
#       ^^^^^^^^^^^^
    date: 2026-01
    verdict: endorse
```

```yaml good
reviews:
  - by: Bo Example
    date: 2026-01
    verdict: endorse
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Level, Note
from agendakit.extension import Context, Subject, rule
from agendakit.places import value_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.record import Draft, Record

_BESIDE = re.compile(r"\s*[(,].*")


@rule(Subject.ENTRY, Level.WARNING)
def self_review(source: Record | Draft, _: Context) -> Iterator[Finding]:
    """Find reviews by somebody who has the name or the account of an author."""
    authors = {}
    for index, author in enumerate(source.entry.authors or ()):
        names = (author.name, f"@{author.github}" if author.github else author.name)
        authors.update({_folded(name): index for name in names})
    for index, review in enumerate(source.entry.reviews or ()):
        author_index = authors.get(_folded(review.by))
        if author_index is None:
            continue
        route = ("reviews", index, "by")
        author_place = value_place(source.document, ("authors", author_index))
        yield Finding(
            place=value_place(source.document, route),
            message=f"{review.by} is an author of this entry, and reviews it.",
            help="Move what an author thinks to `retrospectives`, and ask somebody else for a review.",
            route=route,
            related=(Note(author_place, "named as an author here"),),
        )


def _folded(name: str) -> str:
    """A name without case, spacing, and what stands behind it in brackets or after a comma."""
    return " ".join(_BESIDE.sub("", name).casefold().split())

"""The sections stand in another order than in other entries.

Someone who reads ten entries in a row finds the uncertainties at the end of each. Other headings may stand anywhere
between them.

```md bad project
## Motivation

A number on one topic says little.

## Core uncertainties

Whether two topics are enough.

## How you can work on it

Begin with the first step, then change the topic.
```

```md good project
## Motivation

A number on one topic says little.

## What has been tried

Nothing yet.

## How you can work on it

Begin with the first step, then change the topic.

## Core uncertainties

Whether two topics are enough.
```
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Level, Note, Place
from agendakit.extension import Context, Subject, rule
from agendakit.model import SECTIONS
from agendakit.nearest import joined
from agendakit.sections import match

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.record import Draft, Record


@rule(Subject.ENTRY, Level.WARNING)
def unordered_sections(source: Record | Draft, _: Context) -> Iterator[Finding]:
    """Find the first section that stands behind one which belongs after it."""
    titles = [section.title for section in SECTIONS[source.kind]]
    headings = match(source).present
    for before, after in pairwise(headings):
        if titles.index(before) > titles.index(after):
            path = source.document.path
            yield Finding(
                place=Place(path, headings[after].span),
                message=f"The section `{after}` stands behind `{before}`, and belongs before it.",
                help=f"Move it; the order is {joined([f'`{title}`' for title in titles if title in headings])}.",
                related=(Note(Place(path, headings[before].span), f"`{before}` stands here"),),
            )
            return

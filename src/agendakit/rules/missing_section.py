"""The body lacks a section that every entry of its kind has.

A project has the sections *Motivation*, *How you can work on it* and *Core uncertainties*; an agenda has *Why this
matters*, *What is known*, *Open questions*, *Where to start* and *Core uncertainties*. Readers look for them under
these names, and pages are built from them. They are headings of the second level (`## Motivation`); others may stand
between them. If a heading is only misspelt, `misspelt-section` says so.

```md bad project
## Motivation

A number on one topic says little.

## How you can work on it

Begin with the first step, then change the topic.
```

```md good project
## Motivation

A number on one topic says little.

## How you can work on it

Begin with the first step, then change the topic.

## Core uncertainties

Whether two topics are enough.
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Level, Place
from agendakit.extension import Context, Subject, rule
from agendakit.model import SECTIONS
from agendakit.places import top_place
from agendakit.sections import match

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.record import Draft, Record
    from agendakit.sections import Matched


@rule(Subject.ENTRY, Level.ERROR)
def missing_section(source: Record | Draft, _: Context) -> Iterator[Finding]:
    """Find required sections that no heading begins."""
    matched = match(source)
    for section in matched.missing:
        place, where = _neighbour(source, matched, section.title)
        yield Finding(
            place=place,
            message=f"The section `{section.title}` is missing.",
            help=f"Write `## {section.title}` {where}, and under it what a reader looks for there.",
        )


def _neighbour(source: Record | Draft, matched: Matched, title: str) -> tuple[Place, str]:
    """The heading beside which the section belongs: the nearest present one before it, else the nearest behind it."""
    titles = [section.title for section in SECTIONS[source.kind]]
    present = {**matched.misspelt, **matched.present}
    at = titles.index(title)
    for word, candidates in (("after", reversed(titles[:at])), ("before", titles[at:])):
        for candidate in candidates:
            if candidate in present:
                span = present[candidate].span
                return Place(source.document.path, span), f"{word} the section `{candidate}`"
    return top_place(source.document), "in the text below the fields"

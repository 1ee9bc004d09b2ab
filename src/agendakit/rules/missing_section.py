"""The body lacks a section that every entry of its kind has.

A project has the sections *Motivation*, *How you can work on it* and *Core uncertainties*; an agenda has *Why this
matters*, *What is known*, *Open questions*, *Where to start* and *Core uncertainties*. Readers look for them under
these names, and pages are built from them. They are headings of the second level (`## Motivation`); others may stand
between them. If a heading is only misspelt, `misspelt-section` says so.

A heading does not count in a code block or a comment; one that is opened and never closed reaches to the end of the
file. Nor does a line count that only looks like a heading: `##Motivation` without a space, or `**Motivation**`.

```md bad project
## Motivation

A number on one topic says little.

## How you can work on it

Begin with the first step, then change the topic.
```

```md bad project
## Motivation

A number on one topic says little.

~~~python
#^^^^^^^^
import torch

## How you can work on it

Begin with the first step, then change the topic.

## Core uncertainties

Whether two topics are enough.
```

```md bad project
## Motivation

A number on one topic says little.

##How you can work on it

Begin with the first step, then change the topic.

## Core uncertainties

Whether two topics are enough.
```

```md fixed project
## Motivation

A number on one topic says little.

## How you can work on it

Begin with the first step, then change the topic.

## Core uncertainties

Whether two topics are enough.
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

from agendakit.diagnostic import Finding, Level, Note, Place
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
    if not matched.missing:
        return
    from agendakit.slips import headings, slip  # noqa: PLC0415  # of no use to an entry that is in order

    found, lost = headings.swallowed(source.document, [section.title for section in matched.missing])
    if found is not None:
        yield slip.finding_of(source.document, found)
    for section in matched.missing:
        if section.title in lost:
            continue
        disguised = headings.disguised(source.document, section.title)
        if disguised is not None:
            yield slip.finding_of(source.document, disguised)
            continue
        place, where = _neighbour(source, matched, section.title)
        known = {*matched.present, *(heading.title for heading in matched.misspelt.values())}
        like = headings.resembling(source.document, section.title, known)
        other = (Note(Place(source.document.path, like), "if this heading is meant, rename it"),) if like else ()
        yield Finding(
            place=place,
            message=f"The section `{section.title}` is missing.",
            help=f"Write `## {section.title}` {where}, and under it what a reader looks for there.",
            related=other,
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

"""A heading is nearly the name of a section, and not quite.

Sections are found by their names, so a slip, another case, words in another order, a number in front or a heading of
another level hides the section from the pages and from `missing-section`. If the section is one that the entry must
have, this is an error.

```md bad project
## Motivation

A number on one topic says little.

## How Can You Work On It?

Begin with the first step, then change the topic.

### 3. Core uncertanties

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
## A note on motives

Nothing that seems to be a section.
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Fix, Level, Place, Safety
from agendakit.extension import Context, Subject, rule
from agendakit.model import SECTIONS
from agendakit.sections import LEVEL, match
from agendakit.text import Edit, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.document import Document
    from agendakit.outline import Heading
    from agendakit.record import Draft, Record

_MARKS = re.compile(r"#{1,6}[ \t]+$")


@rule(Subject.ENTRY, Level.WARNING)
def misspelt_section(source: Record | Draft, _: Context) -> Iterator[Finding]:
    """Find headings that seem to be a section which no heading names."""
    required = {section.title for section in SECTIONS[source.kind] if section.required}
    for title, heading in match(source).misspelt.items():
        yield _finding(source.document, heading, title, Level.ERROR if title in required else None)


def _finding(document: Document, heading: Heading, title: str, level: Level | None) -> Finding:
    as_it_is = f"`{heading.title}`" if heading.title != title else f"`{title}`, on level {heading.level},"
    edits = tuple(_edits(document, heading, title))
    return Finding(
        place=Place(document.path, heading.span),
        message=f"The heading {as_it_is} is not the section `{title}`.",
        help=f"Write `## {title}`.",
        fix=Fix(title=f"Write `## {title}`", safety=Safety.SAFE, edits=edits) if edits else None,
        level=level,
    )


def _edits(document: Document, heading: Heading, title: str) -> Iterator[Edit]:
    line = document.lines.line_span(document.lines.position(heading.span.start).line)
    marks = _MARKS.search(document.text[line.start : heading.span.start])
    if marks is not None:
        yield Edit(Span(line.start + marks.start(), heading.span.end), f"## {title}")
    elif heading.level == LEVEL:
        yield Edit(heading.span, title)

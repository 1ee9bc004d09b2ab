"""A heading has nothing below it.

A reader who follows the table of contents finds nothing there. If it is a section that the entry must have and you do
not know what belongs there, say so in a sentence: what is uncertain is worth knowing.

```md bad project
## Limits

## Notes

Some more words.
```

```md good project
## Limits

Nobody has tried this with more than two topics.
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Level, Place
from agendakit.extension import Context, Subject, rule
from agendakit.slips.merge_marks import merge_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.document import Document
    from agendakit.record import Draft, Record


@rule(Subject.ENTRY, Level.WARNING)
def empty_section(source: Record | Draft, _: Context) -> Iterator[Finding]:
    """Find headings that are followed by the next one, or by the end."""
    for heading in source.document.outline.headings:
        if heading.empty and heading.span.start < heading.span.end and not _beside_a_merge(source.document):
            yield Finding(
                place=Place(source.document.path, heading.span),
                message=f"Nothing stands below the heading `{heading.title}`.",
                help="Write what belongs there, or take the heading out.",
            )


def _beside_a_merge(document: Document) -> bool:
    """Whether git left its marks: the line between the two sides makes a heading of what is above it."""
    return bool(merge_marks(document))

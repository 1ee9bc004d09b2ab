"""An image has no text that says what it shows.

Readers who do not see the image hear or read that text instead, and so does everybody where the image does not load.

```md bad project
## Notes

The curve: ![](https://example.org/curve.png)
<!--           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ -->
```

```md good project
## Notes

![Accuracy falls from 0.9 to 0.5 when the topic changes](https://example.org/curve.png)
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Level, Place
from agendakit.extension import Context, Subject, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.record import Draft, Record


@rule(Subject.ENTRY, Level.WARNING)
def missing_alt_text(source: Record | Draft, _: Context) -> Iterator[Finding]:
    """Find images whose square brackets hold nothing."""
    for link in source.document.outline.links:
        if link.image and not link.text.strip():
            yield Finding(
                place=Place(source.document.path, link.span),
                message="This image has no text that says what it shows.",
                help="Write between the square brackets what one is to see in it.",
            )

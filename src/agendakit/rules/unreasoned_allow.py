"""A comment allows something and does not say why.

It is without effect until it does. The next person to read the line wants to know whether the reason still holds.

```md bad project
## Notes

<!-- agendakit: allow raw-html -->
Some <b>words</b>.
```

```yaml bad
cost: nothing # agendakit: allow thin-entry
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
```

```md good project
## Notes

<!-- agendakit: allow raw-html, because the line shows what authors write -->
Some <b>words</b>.
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Level, Place
from agendakit.extension import Context, Subject, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.document import Document


@rule(Subject.DOCUMENT, Level.WARNING)
def unreasoned_allow(document: Document, _: Context) -> Iterator[Finding]:
    """Find comments without the words after "because"."""
    for allow in document.allows:
        if not allow.reason:
            yield Finding(
                place=Place(document.path, allow.span),
                message=f"This comment allows `{allow.rule}` and gives no reason, so it has no effect.",
                help=f"Write why: `agendakit: allow {allow.rule}, because …`.",
            )

"""A comment allows something that no rule reports there.

Perhaps it was mended since, or the comment stands too far away: it covers its own line and the next, and before the
first key of the front matter the whole file. A comment that names no rule, or one that cannot be allowed, has no
effect either. In a file that does not validate yet, comments for the rules that come after are left alone.

```md bad project
## Notes

<!-- agendakit: allow raw-html, because there once was a table here -->
Some words.
```

```md bad project
## Notes

<!-- agendakit: allow raw-htm, because the angle brackets are meant -->
<!--                  ^^^^^^^ -->
Some words.
```

```yaml bad
# agendakit: allow invalid-value, because it will be fine
#                  ^^^^^^^^^^^^^
cost: nothing
```

```md good project
## Notes

<!-- agendakit: allow raw-html, because the line shows what authors write -->
Some <b>words</b>.
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.extension import Context, Subject, rule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agendakit.diagnostic import Finding
    from agendakit.document import Document


@rule(Subject.DOCUMENT)
def unused_allow(_document: Document, _context: Context) -> Iterable[Finding]:
    """Find nothing here: which comments are of use is known when all rules have spoken, in `silencing`."""
    return ()

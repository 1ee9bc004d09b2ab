"""The file holds both sides of a merge that git could not finish.

Git marks the two sides with lines of `<<<<<<<`, `=======` and `>>>>>>>`. Until somebody has chosen, neither side
counts, and other findings about the file may be due to the marks. Marks inside a code block are left alone.

```text bad agendas/probing/new.md
---
kind: project
stage: draft
<<<<<<< HEAD
title: Does a probe survive noise?
=======
title: Does a probe survive?
>>>>>>> noise
question: Does a probe survive noise?
---
```

```md bad project
## Notes

<<<<<<< HEAD
#^^^^^^^^^^^
One topic.
=======
Two topics.
>>>>>>> topics
```

```md good project
## Notes

~~~
<<<<<<< HEAD
~~~
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Level, Note, Place
from agendakit.extension import Context, Subject, rule
from agendakit.slips.merge_marks import merge_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.document import Document

_MOST = 10


@rule(Subject.DOCUMENT, Level.ERROR)
def merge_conflict(document: Document, _: Context) -> Iterator[Finding]:
    """Find the first mark of a conflict; the others are named beside it."""
    marks = [Place(document.path, span) for span in merge_marks(document)]
    if marks:
        yield Finding(
            place=marks[0],
            message="A merge that git could not finish has left its marks here.",
            help="Choose between the two sides, and delete the lines of `<<<<<<<`, `=======` and `>>>>>>>`.",
            related=tuple(Note(place, "another mark") for place in marks[1:_MOST]),
        )

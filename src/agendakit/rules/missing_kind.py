"""A page looks like an entry and does not say of which kind.

A Markdown file is an entry if its front matter has `kind`; without it, it is a plain page of the site, and none of
its fields counts. This one has fields that only entries have, or a key that is nearly `kind`.

```text bad agendas/probing/second.md
---
title: Does a probe survive noise?
difficulty: first-project
effort: 2-4 days
---
```

```text bad agendas/probing/second.md
---
Kind: project
stage: draft
title: Does a probe survive noise?
question: Does a probe survive noise?
---
```

```text fixed agendas/probing/second.md
---
kind: project
stage: draft
title: Does a probe survive noise?
question: Does a probe survive noise?
---
```

```text good agendas/probing/about.md
---
title: About this catalogue
---
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Fix, Level, Place, Safety
from agendakit.extension import Context, Subject, rule
from agendakit.model import KINDS
from agendakit.nearest import nearest
from agendakit.rules.hidden_character import hides_something
from agendakit.text import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.document import Document
    from agendakit.frontmatter import FrontMatter

_KIND = "kind"
_OF_PAGES = frozenset(
    {"title", "summary", "description", "tags", "authors", "date", "status", "source", "created", "extra"}
)
"""Fields that pages of other programs have too."""
_ENOUGH = 2


@rule(Subject.DOCUMENT, Level.WARNING)
def missing_kind(document: Document, _: Context) -> Iterator[Finding]:
    """Find pages with front matter that only makes sense in an entry."""
    front = document.front
    if front is None or not front.readable or _KIND in front.values:
        return
    from agendakit.slips.fields import spelt_alike  # noqa: PLC0415  # of no use to entries

    telling = {name for model in KINDS.values() for name in model.model_fields} - _OF_PAGES - {_KIND}
    found = [name for name in front.values if name.casefold() in telling]
    misspelt = [name for name in front.values if name not in telling and nearest(name, [_KIND])]
    named = next((name for name in misspelt if _names_a_kind(front.values[name])), "")
    if named and hides_something(named):
        # The character that hides in it has a finding of its own, with a fix.
        return
    if named and (found or spelt_alike(named, _KIND)):
        yield _misspelt(document, front, named)
    elif len(found) >= _ENOUGH or (found and misspelt):
        first = misspelt[0] if misspelt else found[0]
        yield Finding(
            place=Place(document.path, front.key_span((first,))),
            message=f"This page has the field `{found[0]}` of an entry, but no `kind`, so it counts as a plain page.",
            help="Begin the front matter with `kind: agenda`, `kind: project` or `kind: concept`.",
            route=(first,),
        )


def _misspelt(document: Document, front: FrontMatter, name: str) -> Finding:
    """A kind is named, so this can only be meant as an entry: as it is, nobody will see it as one."""
    from agendakit.slips.fields import about_strange_letter, spelt_alike  # noqa: PLC0415  # as above

    span = front.key_span((name,))
    fix = None
    if span.of(document.text).strip("\"'") == name:
        safety = Safety.SAFE if spelt_alike(name, _KIND) else Safety.UNSAFE
        fix = Fix(title="Write `kind`", safety=safety, edits=(Edit(span, _KIND),))
    return Finding(
        place=Place(document.path, span),
        message=f"`{name}` is not `kind`, so this entry counts as a plain page.",
        help=f"{about_strange_letter(name, [_KIND])}Write `kind`, in small letters.",
        route=(name,),
        fix=fix,
        level=Level.ERROR,
    )


def _names_a_kind(value: object) -> bool:
    return isinstance(value, str) and value.strip().casefold() in KINDS

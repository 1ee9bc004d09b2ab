"""Fewer than three entries have a tag.

A tag is a list of entries that belong together across agendas; with one or two members it is noise in the list of
tags. Use one that others use, or leave it out; what the entry is also called belongs into `also_called`.

```yaml bad
tags: [probing]
#      ^^^^^^^
```

```yaml good
tags: []
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Level, Note
from agendakit.extension import Context, Subject, rule
from agendakit.places import value_place
from agendakit.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.catalogue import Catalogue
    from agendakit.document import Document

_ENOUGH = 3


@rule(Subject.CATALOGUE, Level.HINT)
def lonely_tag(catalogue: Catalogue, _: Context) -> Iterator[Finding]:
    """Find tags of one or two entries; drafts count as members. One finding for each tag, at its first use."""
    members: dict[str, dict[str, tuple[Document, int]]] = {}
    for source in catalogue.sources:
        for index, tag in enumerate(source.entry.tags or ()):
            members.setdefault(tag, {}).setdefault(source.id, (source.document, index))
    for tag, uses in members.items():
        if len(uses) < _ENOUGH:
            first, *others = (value_place(document, ("tags", index)) for document, index in uses.values())
            yield Finding(
                place=first,
                message=f"Only {counted(len(uses), 'entry has', 'entries have')} the tag `{tag}`.",
                help="Use a tag that others use, or take it out; other names of the entry belong into `also_called`.",
                route=("tags", tag),
                related=tuple(Note(place, "the other one") for place in others),
            )

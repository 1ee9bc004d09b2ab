"""The name of a file cannot be the id of an entry.

An entry's id is its file's name without `.md` (an agenda's is the name of its folder). Ids stand in addresses and
in other entries, so they are short and plain: lower-case letters, digits and single hyphens, 80 characters at most.
The names of the site's own pages, such as `map`, are taken.

```text bad agendas/probing/Probe_Transfer.md
---
kind: concept
stage: draft
title: Probe transfer
summary: What it means for a probe to work on data of another sort.
---
```

```text good agendas/probing/probe-noise.md
---
kind: concept
stage: draft
title: Probe transfer
summary: What it means for a probe to work on data of another sort.
---
```
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from agendakit.addresses import RESERVED
from agendakit.diagnostic import Finding, Level
from agendakit.extension import Context, Subject, rule
from agendakit.model.scalars import LONGEST_SLUG
from agendakit.places import top_place
from agendakit.record import entry_id, is_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.document import Document


@rule(Subject.DOCUMENT, Level.ERROR)
def malformed_id(document: Document, context: Context) -> Iterator[Finding]:
    """Find entries whose file name is no id, or is the name of a page of the site."""
    if not document.kind:
        return
    name = entry_id(document)
    if document.path.parent == context.config.root and document.path.stem == "index":
        message = "The first page of the catalogue cannot be an entry."
        remedy = "Move the entry into a folder of its own, such as `probing/index.md`."
    elif name in RESERVED:
        message, remedy = f"`{name}` is the name of a page of the site.", "Give the file another name."
    elif not is_id(name):
        message = f"`{name}` is no id: it takes lower-case letters, digits and single hyphens, {LONGEST_SLUG} at most."
        remedy = f"Rename {'the folder' if document.path.stem == 'index' else 'the file'} to `{slug(name)}`."
    else:
        return
    yield Finding(place=top_place(document), message=message, help=remedy)


def slug(name: str) -> str:
    """The nearest id to a name; `entry` where nothing of it can be kept."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    return "-".join(words)[:LONGEST_SLUG].strip("-") or "entry"

"""Two files have the same id, or become the same page.

An entry's id is its file's name without `.md`, and an agenda's is the name of its folder; ids are unique in the whole
catalogue, whatever the folder. So `elk.md` beside a folder `elk` with an `index.md` is one id for two files, and one
address for two pages even where one of them is no entry.

```text bad agendas/probing/linear-probes.md
---
kind: concept
stage: draft
title: Linear probes again
summary: The same id as the concept in the other folder, which was there before.
---
```

```text bad agendas/probing.md
A plain page whose address is that of the folder beside it.
```

```text good agendas/probing/sparse-probes.md
---
kind: concept
stage: draft
title: Sparse probes
summary: Linear classifiers on hidden states that use only a few of the directions.
---
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Level, Note
from agendakit.extension import Context, Subject, rule
from agendakit.places import top_place
from agendakit.record import INDEX

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import PurePosixPath

    from agendakit.catalogue import Catalogue
    from agendakit.document import Document
    from agendakit.record import Draft, Record, Reject


@rule(Subject.CATALOGUE, Level.ERROR)
def duplicate_id(catalogue: Catalogue, _: Context) -> Iterator[Finding]:
    """Find entries whose id an earlier path has, then pages whose address another has."""
    entries: tuple[Record | Draft | Reject, ...] = (
        *catalogue.records.values(),
        *catalogue.drafts.values(),
        *catalogue.rejects,
    )
    firsts = {one.id: one.document for one in entries}
    for double in catalogue.doubles:
        yield _double(double, firsts[double.id])
    reported = {double.document.path for double in catalogue.doubles}
    yield from _same_page(_documents(catalogue), reported)


def _double(double: Record | Draft | Reject, first: Document) -> Finding:
    what = "folder" if double.document.path.stem == INDEX else "file"
    return Finding(
        place=top_place(double.document),
        message=f"The id `{double.id}` is taken.",
        help=f"Rename this {what}, or merge the two entries if they say the same.",
        related=(Note(top_place(first), "first defined here"),),
    )


def _same_page(documents: Mapping[PurePosixPath, Document], reported: set[PurePosixPath]) -> Iterator[Finding]:
    for path, document in documents.items():
        other = documents.get(path.with_suffix("") / f"{INDEX}.md")
        if path.stem == INDEX or other is None or reported & {path, other.path}:
            continue
        yield Finding(
            place=top_place(document),
            message=f"This file and `{path.stem}/{INDEX}.md` become the same page of the site.",
            help="Rename this file, or move what it says into the other.",
            related=(Note(top_place(other), "the other file"),),
        )


def _documents(catalogue: Catalogue) -> Mapping[PurePosixPath, Document]:
    entries = (one.document for one in (*catalogue.sources, *catalogue.rejects))
    return {document.path: document for document in sorted((*entries, *catalogue.pages), key=lambda one: one.path)}

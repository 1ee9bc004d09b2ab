"""Two tags differ so little that one seems to be meant.

They have the same words in another form or order (`lie-detection`, `detecting-lies`), or differ in one letter. Readers
who filter by one miss the entries of the other. The finding is at the rarer of the two.

```text bad agendas/concepts/sparse-probes.md
---
kind: concept
stage: draft
title: Sparse probes
summary: Linear classifiers on hidden states that use only a few of the directions.
tags: [probng]
#      ^^^^^^
---
```

```text good agendas/concepts/sparse-probes.md
---
kind: concept
stage: draft
title: Sparse probes
summary: Linear classifiers on hidden states that use only a few of the directions.
tags: [probing, sparsity]
---
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Level, Note
from agendakit.extension import Context, Subject, rule
from agendakit.places import value_place
from agendakit.stems import stem
from agendakit.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from agendakit.catalogue import Catalogue
    from agendakit.diagnostic import Place
    from agendakit.document import Document

    Use = tuple[Document, int]

_LONG_ENOUGH = 5
"""Shortest tag that one letter does not make another word."""


@rule(Subject.CATALOGUE, Level.HINT)
def similar_tags(catalogue: Catalogue, _: Context) -> Iterator[Finding]:
    """Find tags that share a form with a more frequent one; linear in the number of tags."""
    uses = _uses(catalogue)
    by_form: dict[str, str] = {}
    for tag in sorted(uses, key=lambda tag: (-len(uses[tag]), tag)):
        forms = list(_forms(tag))
        other = next((by_form[form] for form in forms if form in by_form), None)
        for form in forms:
            by_form.setdefault(form, tag)
        if other is not None:
            yield _finding(tag, other, uses)


def _uses(catalogue: Catalogue) -> Mapping[str, list[Use]]:
    found: dict[str, list[Use]] = {}
    for source in catalogue.sources:
        for index, tag in enumerate(source.entry.tags or ()):
            found.setdefault(tag, []).append((source.document, index))
    return found


def _forms(tag: str) -> Iterator[str]:
    """Forms that a tag shares with those like it: its stems in order, and itself less one letter."""
    yield " ".join(sorted(stem(word) for word in tag.split("-")))
    yield tag.replace("-", "")
    if len(tag) >= _LONG_ENOUGH and not any(letter.isdigit() for letter in tag):
        yield f"{tag}\0"
        yield from (f"{tag[:at]}{tag[at + 1 :]}\0" for at in range(len(tag)))


def _finding(tag: str, other: str, uses: Mapping[str, list[Use]]) -> Finding:
    return Finding(
        place=_place(uses[tag][0]),
        message=f"The tag `{tag}` is much like `{other}`, which has {counted(len(uses[other]), 'use')}.",
        help=f"Write `{other}` if the same is meant.",
        route=("tags", tag),
        related=(Note(_place(uses[other][0]), f"`{other}` is used here"),),
    )


def _place(use: Use) -> Place:
    document, index = use
    return value_place(document, ("tags", index))

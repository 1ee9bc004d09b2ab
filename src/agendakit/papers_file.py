"""The text of `papers.json`: items put in, sorted by id."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from agendakit.identifiers import Identifier, identify

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from agendakit.bibliography import Bibliography

INDENT = 2


def text_of(items: Iterable[Mapping[str, object]]) -> str:
    """JSON of some items, by id; the same items always give the same text."""
    ordered = sorted(items, key=lambda item: str(item.get("id", "")))
    return json.dumps(ordered, ensure_ascii=False, indent=INDENT) + "\n"


def with_items(bibliography: Bibliography, items: Iterable[Mapping[str, object]]) -> str:
    """The whole file with some items put in; one whose id is there already takes the other's place."""
    kept = {_key(paper.id): paper.data for paper in bibliography.papers}
    kept |= {_key(str(item["id"])): item for item in items}
    return text_of(kept.values())


def _key(name: str) -> str:
    identifier = identify(name)
    return identifier.key if isinstance(identifier, Identifier) else name

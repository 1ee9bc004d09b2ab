"""What other programs, and other people, call the fields of an entry."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_FILE_NAME = "The name of the file is the id; take the line out."
_FOR_SITES = "It is for other site generators; take it out, or move it below `extra`."

ADDRESSES = frozenset({"address", "arxiv", "doi", "href", "link", "uri", "url"})
"""What people call the address or the identifier of a work, below a field."""

OTHER_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "abstract": "What it says in brief goes into `summary`.",
        "author": "Write `authors`, a list.",
        "categories": "Write `tags`, a list.",
        "category": "Write `tags`, a list.",
        "date": "The day the entry was begun is `created`; the day you last looked at it is `as_of`.",
        "deadline": "Results or dates that mean stop go into `stop_if`.",
        "dependencies": "Write `prerequisites`.",
        "description": "Write `summary`.",
        "draft": "Write `stage: draft`.",
        "duration": "Write `effort`.",
        "goal": "What will be different when it is done is the `question`; signs of success go into `done_when`.",
        "goals": "Signs of success go into `done_when`.",
        "id": _FILE_NAME,
        "keywords": "Write `tags`, a list.",
        "last_modified": "The day you last looked at it is `as_of`.",
        "lastmod": "The day you last looked at it is `as_of`.",
        "layout": _FOR_SITES,
        "length": "Write `effort`.",
        "level": "Write `difficulty`.",
        "links": "Write `materials` for what to work with, `papers` for what to read.",
        "name": "Write `title`.",
        "permalink": _FILE_NAME,
        "published": "Write `stage: published`, or `stage: draft`.",
        "references": "Write `papers`.",
        "requirements": "Write `prerequisites`.",
        "slug": _FILE_NAME,
        "template": _FOR_SITES,
        "time": "Write `effort`.",
        "updated": "The day you last looked at it is `as_of`.",
        "weight": _FOR_SITES,
    }
)
"""What to do, by the other name; for keys at the top of an entry."""

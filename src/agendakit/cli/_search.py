"""Published entries in the order of the site's list, with the scores of its search."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from agendakit.search import search
from agendakit.site.catalogue_view import ordered
from agendakit.site.search_index import search_index, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.catalogue import Catalogue
    from agendakit.record import Record

_TAG = re.compile(r"(?:^|(?<=\s))tags?:(\S*)", re.IGNORECASE)
"""A tag by its beginning, as the site's search takes it."""
_STEP = 8
"""A place is the number of an entry, times this, plus a weight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """An entry with its score, which is 0 where nothing was sought, and its number in the site's list."""

    record: Record
    score: int
    number: int


def scored(catalogue: Catalogue, query: str) -> Iterator[Scored]:
    """Entries that have every word and `tag:` of a query, all where it has none, in the order of the site's list."""
    records = ordered(catalogue)
    tags = [match[1].lower() for match in _TAG.finditer(query) if match[1]]
    words = words_of(_TAG.sub(" ", query))
    scores = search(_index(records, catalogue), words) if words else dict.fromkeys(range(len(records)), 0)
    for number in sorted(scores):
        held = records[number].entry.tags
        if all(any(name.startswith(tag) for name in held) for tag in tags):
            yield Scored(record=records[number], score=scores[number], number=number)


def _index(records: tuple[Record, ...], catalogue: Catalogue) -> dict[str, dict[int, int]]:
    """The index as the browser gets it, in one piece."""
    found = search_index(records, catalogue)
    differences = (places for shard in found.shards for places in shard)
    return {
        term: {place // _STEP: place % _STEP for place in accumulate(places)}
        for term, places in zip(found.terms, differences, strict=True)
    }

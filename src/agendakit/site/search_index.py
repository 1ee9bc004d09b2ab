"""Words of the entries and where they stand, for the search in the browser.

A search needs the list of all words, which is one small file, and of the places only those of the words that it finds
there: they lie in shards, each with the words of a stretch of the alphabet, and the browser fetches those it needs.
A place is the number of an entry, times eight, plus a weight from 1 to 6; each is written as the difference to the
one before.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from agendakit.model import summary_of
from agendakit.site.search_names import names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from agendakit.catalogue import Catalogue
    from agendakit.record import Record

_WORD = re.compile(r"[^\W_]+")
_SHORT_TITLE, _TITLE, _OTHER_NAME, _TAG_OR_PERSON, _TEXT, _RELATED = 6, 5, 4, 3, 2, 1
_ID = 3
_SHORT = 3
_LONGEST = 30
_STEP = 8
_SHARD = 8_000


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """What the browser searches in.

    Attributes:
        terms: All words, in the order of UTF-16 code units, as JavaScript compares them.
        starts: For each shard the position of its first term.
        shards: For each shard the places of each of its terms.
    """

    terms: tuple[str, ...]
    starts: tuple[int, ...]
    shards: tuple[tuple[tuple[int, ...], ...], ...]


def words_of(text: str) -> list[str]:
    """Words of a text as they are searched: without accents, in lower case."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(one for one in decomposed if not unicodedata.category(one).startswith("M"))
    return [word[:_LONGEST] for word in _WORD.findall(text.casefold())]


def search_index(records: Iterable[Record], catalogue: Catalogue) -> SearchIndex:
    """The index of entries that are numbered in this order."""
    places: dict[str, dict[int, int]] = {}
    for number, record in enumerate(records):
        for weight, text in _texts(record, catalogue):
            for word in words_of(text):
                entries = places.setdefault(word, {})
                entries[number] = max(entries.get(number, 0), weight)
    terms = tuple(sorted(places, key=lambda term: term.encode("utf-16-be")))
    starts = tuple(_starts(terms, places))
    shards = tuple(
        tuple(tuple(_differences(places[term])) for term in terms[start:end])
        for start, end in pairwise((*starts, len(terms)))
    )
    return SearchIndex(terms, starts, shards)


def _texts(record: Record, catalogue: Catalogue) -> Iterator[tuple[int, str]]:
    entry = record.entry
    yield _SHORT_TITLE if len(entry.title.split()) <= _SHORT else _TITLE, entry.title
    yield _ID, record.id
    for name in names(record, catalogue):
        own = _OTHER_NAME if name.label == "also called" else _TAG_OR_PERSON
        for words in (name.words, *name.others):
            yield own if name.own else _RELATED, words
    yield _TEXT, summary_of(entry)
    yield _TEXT, getattr(entry, "question", "") or ""


def _starts(terms: Iterable[str], places: Mapping[str, Mapping[int, int]]) -> Iterator[int]:
    """Where a new shard begins: each has about as many places as one request is worth."""
    held = _SHARD
    for position, term in enumerate(terms):
        if held >= _SHARD:
            yield position
            held = 0
        held += len(places[term])


def _differences(entries: Mapping[int, int]) -> Iterator[int]:
    last = 0
    for number in sorted(entries):
        value = number * _STEP + entries[number]
        yield value - last
        last = value

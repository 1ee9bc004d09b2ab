"""Words of the entries and where they stand, for the search in the browser.

`terms` are sorted and joined by line feeds; `postings` holds for each term the numbers of its entries, times four,
plus a weight from 1 to 3; each number is written as the difference to the one before. In a large catalogue words
that very many entries hold are `common` instead, and a search passes over them: they would be most of the index.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from agendakit.model import summary_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from agendakit.record import Record
    from agendakit.site.place import Site

_WORD = re.compile(r"\w+")
_TITLE, _NAME, _TEXT = 3, 2, 1
_LONGEST = 30
_LARGE, _COMMON = 1_000, 0.1


def words_of(text: str) -> list[str]:
    """Words of a text as they are searched: without accents, in lower case."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    return [word[:_LONGEST] for word in _WORD.findall(plain.casefold().replace("_", " "))]


def search_index(records: Iterable[Record], site: Site) -> dict[str, object]:
    """The index of entries that are numbered in this order."""
    postings: dict[str, dict[int, int]] = {}
    for number, record in enumerate(records):
        for weight, text in _texts(record, site):
            for word in words_of(text):
                entries = postings.setdefault(word, {})
                entries[number] = max(entries.get(number, 0), weight)
    most = max(_LARGE, len({number for entries in postings.values() for number in entries})) * _COMMON
    terms = sorted(term for term, entries in postings.items() if len(entries) <= most)
    return {
        "terms": "\n".join(terms),
        "postings": [_differences(postings[term]) for term in terms],
        "common": sorted(term for term, entries in postings.items() if len(entries) > most),
    }


def _texts(record: Record, site: Site) -> Iterator[tuple[int, str]]:
    entry = record.entry
    yield _TITLE, entry.title
    yield _TITLE, record.id
    for name in (*entry.also_called, *entry.tags, *(person.name for person in entry.authors or ())):
        yield _NAME, name
    if entry.source:
        for author in entry.source.authors:
            yield _NAME, author
    for name in (*(one.id for one in entry.prerequisites or ()), *getattr(entry, "teaches", ())):
        target = site.catalogue.records.get(site.catalogue.canonical(name))
        if target is not None:
            yield _NAME, target.entry.title
    yield _TEXT, summary_of(entry)
    yield _TEXT, getattr(entry, "question", "") or ""


def _differences(entries: dict[int, int]) -> list[int]:
    found, last = [], 0
    for number in sorted(entries):
        value = number * 4 + entries[number]
        found.append(value - last)
        last = value
    return found

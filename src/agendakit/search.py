"""Words sought in an index: the same search as in the browser.

The site's search.js is the other implementation, and a test holds both to each other. A word finds the terms that begin
with it, a plural also those that begin with its singular; where there is none of either, terms that begin with it but
for one slip. An entry is found where every word of the query is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_EXACT, _BEGUN, _NEAR = 4, 2, 1
_SHORTEST_WITH_SLIP = 4
_PLURAL = re.compile(r"[^sui]s$")


def search(index: Mapping[str, Mapping[int, int]], words: Iterable[str]) -> dict[int, int]:
    """Score by number of the entries that have every one of some words; linear in the terms of the index.

    Args:
        index: For each term its weight in the entries that hold it, by their numbers.
        words: As the index has them; none finds nothing.
    """
    found = [_best(index, word) for word in dict.fromkeys(words)]
    if not found:
        return {}
    shared = set(found[0]).intersection(*found[1:])
    return {number: sum(best[number] for best in found) for number in shared}


def _best(index: Mapping[str, Mapping[int, int]], word: str) -> dict[int, int]:
    best: dict[int, int] = {}
    for term, worth in _answers(index, word):
        for number, weight in index[term].items():
            best[number] = max(best.get(number, 0), weight * worth)
    return best


def _answers(terms: Iterable[str], word: str) -> Iterator[tuple[str, int]]:
    """Terms that answer a word, with what each is worth."""
    singular = word[:-1] if len(word) > _SHORTEST_WITH_SLIP and _PLURAL.search(word) else word
    begun = [term for term in terms if term.startswith(singular)]
    for term in begun:
        yield term, _EXACT if term == word else _BEGUN if term.startswith(word) else _NEAR
    if begun or len(word) < _SHORTEST_WITH_SLIP:
        return
    near = [term for term in terms if _is_near(word, term)]
    likely = [term for term in near if term[0] == word[0]]
    yield from ((term, _NEAR) for term in likely or near)


def _is_near(word: str, term: str) -> bool:
    """Whether a term begins with the word but for one letter too many, too few, wrong, or two that changed places."""
    pairs = enumerate(zip(word, term, strict=False))
    same = next((place for place, (one, other) in pairs if one != other), min(len(word), len(term)))
    wanted, there = word[same:], term[same:]
    swapped = wanted[1::-1] + wanted[2:]
    return there.startswith((wanted[1:], swapped)) or there[1:].startswith((wanted, wanted[1:]))

"""Words sought in entries: an inverted index with weights by field.

A word finds words that begin with it; where none does, words one slip away. Scores are BM25 over the fields' weighted
counts, and a word only counts where every word of the query is found, as people expect of a filter.
Source: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009 (BM25F, b = 0).
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from agendakit.model import summary_of
from agendakit.nearest import distance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from agendakit.record import Draft, Record

_WORD = re.compile(r"\w+")
_SATURATION = 1.5
_PREFIX, _SLIP = 0.7, 0.4
_SHORTEST_WITH_SLIP = 4
_WEIGHTS = {"title": 4.0, "id": 3.0, "also_called": 3.0, "tags": 3.0, "summary": 2.0, "question": 2.0, "people": 1.0}
_COMMON_WORDS = (
    "a an and are as at be by can do does for from has how if in into is it its not of on one or that the their them "
    "then there they this to was what when where which who why will with without you your"
)
_COMMON = frozenset(_COMMON_WORDS.split())


@dataclass(frozen=True)
class Index:
    """Weighted counts of words by entry.

    Attributes:
        postings: For each word, what it weighs in each entry that holds it.
        size: Number of entries.
    """

    postings: Mapping[str, Mapping[str, float]]
    size: int

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Every word, sorted."""
        return tuple(sorted(self.postings))

    def rarity(self, word: str) -> float:
        """Inverse document frequency of a word."""
        count = len(self.postings.get(word, ()))
        return math.log(1 + (self.size - count + 0.5) / (count + 0.5))


def index(sources: Iterable[Record | Draft]) -> Index:
    """Index of entries by id; linear in their text."""
    postings: defaultdict[str, dict[str, float]] = defaultdict(dict)
    size = 0
    for source in sources:
        size += 1
        for word, weight in _weights(source).items():
            postings[word][source.id] = weight
    return Index(postings=postings, size=size)


def search(searched: Index, query: str) -> dict[str, float]:
    """Score by id of the entries that have every word of a query; linear in the number of distinct words."""
    total: dict[str, float] | None = None
    for word in dict.fromkeys(words_of(query)):
        found = _scores(searched, word)
        if total is None:
            total = found
        else:
            total = {name: total[name] + score for name, score in found.items() if name in total}
    return total or {}


def alike(searched: Index, text: str, most: int = 3) -> tuple[str, ...]:
    """Ids of the entries that share most with a text, best first; none that shares less than a telling word."""
    total: defaultdict[str, float] = defaultdict(float)
    shared: Counter[str] = Counter()
    for word in set(words_of(text)) - _COMMON:
        for name, weight in searched.postings.get(word, {}).items():
            total[name] += searched.rarity(word) * weight / (weight + _SATURATION)
            shared[name] += 1
    telling = math.log(1 + searched.size / 3)
    near = [name for name, score in total.items() if shared[name] > 1 or score > telling]
    return tuple(sorted(near, key=lambda name: (-total[name], name))[:most])


def words_of(text: str) -> Iterator[str]:
    """Words of a text, without case and accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    yield from _WORD.findall("".join(character for character in plain if not unicodedata.combining(character)))


def _scores(searched: Index, word: str) -> dict[str, float]:
    scores: dict[str, float] = {}
    for candidate, likeness in _matching(searched, word):
        worth = searched.rarity(candidate) * likeness
        for name, weight in searched.postings[candidate].items():
            score = worth * weight / (weight + _SATURATION)
            scores[name] = max(score, scores.get(name, 0.0))
    return scores


def _matching(searched: Index, word: str) -> Iterator[tuple[str, float]]:
    begun = [candidate for candidate in searched.words if candidate.startswith(word)]
    if begun:
        yield from ((candidate, 1.0 if candidate == word else _PREFIX) for candidate in begun)
        return
    if len(word) >= _SHORTEST_WITH_SLIP:
        near = (candidate for candidate in searched.words if abs(len(candidate) - len(word)) <= 1)
        yield from ((candidate, _SLIP) for candidate in near if distance(word, candidate, 1) <= 1)


def _weights(source: Record | Draft) -> Mapping[str, float]:
    entry = source.entry
    texts = {
        "title": entry.title,
        "id": source.id.replace("-", " "),
        "also_called": " ".join(entry.also_called or ()),
        "tags": " ".join(entry.tags or ()).replace("-", " "),
        "summary": summary_of(entry),
        "question": getattr(entry, "question", None) or "",
        "people": " ".join(person.name for person in entry.authors or ()),
    }
    weights: defaultdict[str, float] = defaultdict(float)
    for name, text in texts.items():
        for word in words_of(text or ""):
            weights[word] += _WEIGHTS[name]
    return weights

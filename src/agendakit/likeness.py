"""Pairs of short texts that say the same in other words.

Texts are compared by their stems, each weighted by its rarity (cosine of tf-idf vectors, with the root of the count).
In a catalogue about one field everything is a little alike, so what counts is how far a pair stands out: its
similarity less a share of what each of the two has to its nearest other text.

Candidates come from an inverted index of the stems that are not too frequent, so the cost grows with the number of
texts times the few that share a rare stem, not with its square. Source: Salton and Buckley, "Term-weighting approaches
in automatic text retrieval", 1988.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from agendakit.stems import stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Vector = dict[str, float]

CLOSE = 0.15
"""How far a pair has to stand out; chosen on half of the labelled pairs in the tests."""

_SHARE = 0.6
_LEAST = 0.2
"""Similarity below which two texts are no neighbours."""

_RARE_IN = 50
"""A stem leads to candidates where at most one text in so many has it."""

_FEW = 20
"""Number of texts that a stem may always lead to."""

_MANY = 50
"""Number of texts beyond which no stem leads to any: without it, ten times the texts cost forty times the time."""

_FEWEST_WORDS = 6
_WORD = re.compile(r"[^\W_]+")
_EMPTY = """a about after all also an and any are as at be because been before but by can could do does each either even
first for from get give given has have how if in into is it its just less like many may more most much must no not
of on one only or other out over own per same say several should so some still such take than that the their them
then there these they this those through to too two under until up use used using very was way we well were what
when where whether which while who why will with within without would you your"""
_EMPTY_WORDS = frozenset(_EMPTY.split())


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """Two texts by their numbers, the smaller first."""

    one: int
    other: int


def stems_of(text: str) -> list[str]:
    """Stems of the words that carry meaning, in the order of the text."""
    return [stem(word) for word in _WORD.findall(text.casefold()) if word not in _EMPTY_WORDS]


def close_pairs(texts: Sequence[Mapping[str, float]]) -> tuple[Pair, ...]:
    """Pairs that stand out, in the order of their numbers; each text is given as the counts of its stems."""
    similar = _similarities(_vectors(texts))
    nearest: dict[int, list[tuple[float, int]]] = {}
    for pair, similarity in similar.items():
        for own, other in ((pair.one, pair.other), (pair.other, pair.one)):
            nearest[own] = sorted([*nearest.get(own, ()), (similarity, other)], reverse=True)[:2]
    return tuple(sorted(pair for pair, value in similar.items() if value - _crowd(pair, nearest) >= CLOSE))


def _crowd(pair: Pair, nearest: Mapping[int, list[tuple[float, int]]]) -> float:
    """Share of what the two have to their nearest other texts."""
    second = (
        max((value for value, found in nearest[own] if found != other), default=_LEAST)
        for own, other in ((pair.one, pair.other), (pair.other, pair.one))
    )
    return _SHARE * sum(second) / 2


def _vectors(texts: Sequence[Mapping[str, float]]) -> list[Vector]:
    frequency = Counter(chain.from_iterable(texts))
    rarity = {word: math.log(1 + len(texts) / count) for word, count in frequency.items()}
    return [_unit({word: math.sqrt(count) * rarity[word] for word, count in text.items()}) for text in texts]


def _unit(vector: Vector) -> Vector:
    if len(vector) < _FEWEST_WORDS:
        return {}
    length = math.sqrt(sum(value * value for value in vector.values()))
    return {word: value / length for word, value in vector.items()}


def _similarities(vectors: Sequence[Vector]) -> dict[Pair, float]:
    """Similarity of every pair that share a rare stem and are neighbours."""
    frequency = Counter(chain.from_iterable(vectors))
    most = min(max(_FEW, len(vectors) // _RARE_IN), _MANY)
    index: dict[str, list[tuple[int, float]]] = {word: [] for word, count in frequency.items() if 1 < count <= most}
    found: dict[Pair, float] = {}
    for number, vector in enumerate(vectors):
        shared: dict[int, float] = {}
        for word, value in vector.items():
            holders = index.get(word)
            if holders is None:
                continue
            for other, weight in holders:
                shared[other] = shared.get(other, 0.0) + value * weight
            holders.append((number, value))
        for other in _promising(shared):
            similarity = _product(vector, vectors[other])
            if similarity >= _LEAST:
                found[Pair(other, number)] = similarity
    return found


def _product(one: Vector, other: Vector) -> float:
    """Inner product; the same in whichever order the words are taken."""
    return math.fsum([one[word] * other[word] for word in one.keys() & other.keys()])


def _promising(shared: Mapping[int, float]) -> Iterator[int]:
    """Texts whose rare stems alone make a third of what neighbours need."""
    return (other for other, value in shared.items() if value >= _LEAST / 3)

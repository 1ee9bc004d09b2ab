"""Entries that share telling words with a text.

Words are weighted by the field they stand in and by their rarity, and saturate as in BM25.
Source: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009 (BM25F, b = 0).
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from agendakit.model import summary_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from agendakit.record import Draft, Record

_WORD = re.compile(r"\w+")
_SATURATION = 1.5
_WEIGHTS = {"title": 4.0, "id": 3.0, "also_called": 3.0, "tags": 3.0, "summary": 2.0, "question": 2.0, "people": 1.0}
_COMMON_WORDS = (
    "a an and are as at be by can do does for from has how if in into is it its not of on one or that the their them "
    "then there they this to was what when where which who why will with without you your"
)
_COMMON = frozenset(_COMMON_WORDS.split())


def alike(sources: Iterable[Record | Draft], text: str, most: int = 3) -> tuple[str, ...]:
    """Ids of the entries that share most with a text, best first; none that shares less than a telling word.

    Linear in the text of all entries.
    """
    weights = {source.id: _weights(source) for source in sources}
    held = Counter(word for one in weights.values() for word in one)
    total: defaultdict[str, float] = defaultdict(float)
    shared: Counter[str] = Counter()
    for word in set(_words_of(text)) - _COMMON:
        rarity = math.log(1 + (len(weights) - held[word] + 0.5) / (held[word] + 0.5))
        for name, one in weights.items():
            if word in one:
                total[name] += rarity * one[word] / (one[word] + _SATURATION)
                shared[name] += 1
    telling = math.log(1 + len(weights) / 3)
    near = [name for name, score in total.items() if shared[name] > 1 or score > telling]
    return tuple(sorted(near, key=lambda name: (-total[name], name))[:most])


def _words_of(text: str) -> Iterator[str]:
    """Words of a text, without case and accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    yield from _WORD.findall("".join(character for character in plain if not unicodedata.combining(character)))


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
        for word in _words_of(text or ""):
            weights[word] += _WEIGHTS[name]
    return weights

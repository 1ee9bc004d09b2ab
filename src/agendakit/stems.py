"""Stems of English words, so that `probing`, `probes` and `probe` count as one.

A light stemmer: suffixes are taken off as long as enough of the word is left. Wrong now and then, and the same for
every form of a word, which is all that a comparison needs. Source: the idea is Lovins, "Development of a stemming
algorithm", 1968.
"""

from __future__ import annotations

from functools import cache

_BEFORE_S = ("isation", "ization", "ation", "ement", "ment", "ing", "ion", "er", "or", "al", "ive")
_OTHERS = "ingly edly ness ities ity ised ise ized ize ises izes ies ied ed es ally ly able ible s e y"
_SUFFIXES = frozenset((*_BEFORE_S, *(f"{suffix}s" for suffix in _BEFORE_S), *_OTHERS.split()))
_LONGEST = max(map(len, _SUFFIXES))
_LEAST = 3
_VOWELS = frozenset("aeiouy")
_DOUBLED = frozenset("bdfgklmnprt")


@cache
def stem(word: str) -> str:
    """Stem of a word in lower case; what has a digit, or is short, stays as it is."""
    if len(word) <= _LEAST or not word.isalpha():
        return word
    while True:
        shorter = _without_suffix(word)
        if shorter[-2:-1] == shorter[-1:] and shorter[-1:] in _DOUBLED:
            shorter = shorter[:-1]
        if len(shorter) < _LEAST or shorter == word or _VOWELS.isdisjoint(shorter):
            return word
        word = shorter


def _without_suffix(word: str) -> str:
    """The word without the longest suffix that it ends in."""
    for length in range(min(_LONGEST, len(word)), 0, -1):
        if word[-length:] in _SUFFIXES:
            return word[:-length]
    return word

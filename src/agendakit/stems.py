"""Stems of English words, so that `probing`, `probes` and `probe` count as one.

A light stemmer: suffixes are taken off as long as enough of the word is left. Wrong now and then, and the same for
every form of a word, which is all that a comparison needs. Source: the idea is Lovins, "Development of a stemming
algorithm", 1968.
"""

from __future__ import annotations

import re
from functools import cache

_SUFFIXES = re.compile(
    r"(?:isations?|izations?|ations?|ements?|ments?|ingly|edly|ness|ities|ity|ings?|ions?|ers?|ors?|ised?|ized?|ises"
    r"|izes|ies|ied|ed|es|ally|ly|als?|ives?|able|ible|s|e|y)$"
)
_LEAST = 3
_DOUBLED = re.compile(r"([bdfgklmnprt])\1$")


@cache
def stem(word: str) -> str:
    """Stem of a word in lower case; what has a digit, or is short, stays as it is."""
    if len(word) <= _LEAST or not word.isalpha():
        return word
    while True:
        shorter = _DOUBLED.sub(r"\1", _SUFFIXES.sub("", word))
        if len(shorter) < _LEAST or shorter == word or not re.search(r"[aeiouy]", shorter):
            return word
        word = shorter

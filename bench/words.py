"""Made-up words with the frequencies of real ones, so that an index of words grows as it would with real entries."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

_ONSETS = ("b", "br", "d", "dr", "f", "g", "gl", "k", "l", "m", "n", "p", "pl", "r", "s", "st", "t", "tr", "v", "z")
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ou")
_CODAS = ("", "", "n", "r", "s", "l", "t", "m", "nd", "st")
_COUNT = 6_000


class Words:
    """Sentences from a vocabulary whose frequencies follow Zipf's law."""

    def __init__(self, random: Random) -> None:
        self.random = random
        words = sorted({self._word() for _ in range(3 * _COUNT)})
        random.shuffle(words)
        # Frequent words are short, as in every language.
        self.known = sorted(words[:_COUNT], key=lambda word: len(word) + random.random() * 4)
        self.weights = list(accumulate(1 / (rank + 3) for rank in range(len(self.known))))

    def some(self, least: int, most: int) -> str:
        """Words in a row."""
        return " ".join(self._choices(self.random.randint(least, most)))

    def sentence(self, least: int = 10, most: int = 27) -> str:
        """Words with a capital and a full stop."""
        words = self.some(least, most)
        return f"{words[:1].upper()}{words[1:]}."

    def slug(self, number: int) -> str:
        """Id that no other number has."""
        return "-".join([*self.random.sample(self.known[50:], 2), _letters(number)])

    def _choices(self, count: int) -> list[str]:
        return self.random.choices(self.known, cum_weights=self.weights, k=count)

    def _word(self) -> str:
        count = self.random.choice((1, 1, 2, 2, 2, 3))
        return "".join(
            self.random.choice(_ONSETS) + self.random.choice(_VOWELS) + self.random.choice(_CODAS) for _ in range(count)
        )


def _letters(number: int) -> str:
    letters = ""
    while number or not letters:
        number, digit = divmod(number, 20)
        letters = f"{'bcdfghjklmnpqrstvwxz'[digit]}{letters}"
    return letters

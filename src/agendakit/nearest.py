"""The nearest valid names to a name that is none.

Distance: optimal string alignment (insertion, deletion, substitution, swap of neighbours each count 1).
Source: Damerau, "A technique for computer detection and correction of spelling errors", 1964.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 120
_SLACK = 0.05
"""How much worse than twice the best a name may be and still be offered beside it."""


def distance(one: str, other: str, at_most: int) -> int:
    """Edits between two names, or ``at_most + 1`` where there are more; quadratic in their length."""
    if abs(len(one) - len(other)) > at_most or max(_surplus(one, other), _surplus(other, one)) > at_most:
        return at_most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        before, above, row = row, before, [i]
        for j, right in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
        if min(row) > at_most:
            return at_most + 1
    return min(row[-1], at_most + 1)


def nearest(name: str, valid: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """Valid names that the author may have meant, nearest first, ties by name; empty where none is near.

    Near are names at most a third of their length away, names that hold the same words in another order or number,
    and names of which this one is a part.
    """
    wanted = _folded(name)
    if not wanted or len(wanted) > _LONGEST:
        return ()
    scored = []
    for candidate in valid:
        score = _score(wanted, _folded(candidate))
        if score is not None:
            scored.append((score, candidate))
    scored.sort()
    worst = 2 * scored[0][0] + _SLACK if scored else 0
    return tuple(candidate for score, candidate in scored[:most] if score <= worst)


def did_you_mean(names: Iterable[str]) -> str:
    """Question that offers names, empty where there are none: ``Did you mean `a` or `b`?``."""
    quoted = [f"`{name}`" for name in names]
    return f"Did you mean {joined(quoted, 'or')}?" if quoted else ""


def joined(words: Iterable[str], last: str = "and") -> str:
    """Words as a list in a sentence: ``a, b and c``."""
    words = list(words)
    return f" {last} ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _score(wanted: str, candidate: str) -> float | None:
    at_most = max(1, max(len(wanted), len(candidate)) // 3)
    edits = distance(wanted, candidate, at_most)
    if edits <= at_most:
        return edits / max(len(wanted), len(candidate))
    words, others = {*wanted.split("-")}, {*candidate.split("-")}
    shared = {word for word in words & others if len(word) > 2}
    if shared and (words <= others or others <= words):
        return 0.5 + 0.1 * len(words ^ others)
    return 0.9 if len(wanted) > 3 and (wanted in candidate or candidate in wanted) and candidate else None


def _surplus(one: str, other: str) -> int:
    """Letters that a name has more of than another: no fewer edits will do, and counting is quicker than editing."""
    return sum(max(one.count(letter) - other.count(letter), 0) for letter in set(one))


def _folded(name: str) -> str:
    return "-".join(name.casefold().replace("_", " ").replace("-", " ").split())

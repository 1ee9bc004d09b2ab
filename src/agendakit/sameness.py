"""When two findings are the same, though lines moved in between.

A finding is the same if rule, entry, route and message are.
"""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agendakit.diagnostic import Diagnostic

Key = tuple[str, str, tuple[str, ...], str]


def key_of(diagnostic: Diagnostic) -> Key:
    """What makes a finding this one; numbers in its route change when a list grows, so only names count.

    What is in no entry is told apart by its path.
    """
    names = tuple(step for step in diagnostic.finding.route if isinstance(step, str))
    return diagnostic.rule, diagnostic.entry or str(diagnostic.place.path), names, diagnostic.finding.message


def fingerprints(diagnostics: Iterable[Diagnostic]) -> tuple[str, ...]:
    """For each finding 32 hexadecimal digits that stay when lines move; findings that are alike are numbered."""
    seen: Counter[Key] = Counter()
    found = []
    for diagnostic in diagnostics:
        key = key_of(diagnostic)
        seen[key] += 1
        digest = sha256(repr((key, seen[key])).encode("utf-8", "surrogatepass"))
        found.append(digest.hexdigest()[:32])
    return tuple(found)

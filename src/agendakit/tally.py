"""How often each rule found something."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from agendakit.check import all_rules
from agendakit.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agendakit.diagnostic import Diagnostic


def tally(diagnostics: Iterable[Diagnostic]) -> str:
    """A line for each rule and level, the gravest and then the most frequent first, and one with the sum."""
    counts = Counter((one.level, one.rule) for one in diagnostics)
    ordered = sorted(counts.items(), key=lambda pair: (pair[0][0].weight, -pair[1], pair[0][1]))
    titles = {rule.name: rule.title for rule in all_rules()}
    lines = [f"{count:6}  {level:7}  {rule:24}  {titles[rule]}" for (level, rule), count in ordered]
    return "\n".join([*lines, f"{counted(counts.total(), 'finding').capitalize()}."]) + "\n"

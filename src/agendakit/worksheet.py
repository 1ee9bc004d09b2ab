"""A few questions that propose a difficulty, as the scale defines its levels.

The scale asks who can be expected to finish a project with an hour of advice a week, and takes the harder level where
two fit: so the hardest answer counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit.model import DIFFICULTIES, Project

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agendakit.catalogue import Catalogue
    from agendakit.record import Record


@dataclass(frozen=True, slots=True)
class Answer:
    """A possible answer, and the level that it speaks for."""

    words: str
    level: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its answers, easiest first."""

    words: str
    answers: tuple[Answer, ...]


QUESTIONS = (
    Question(
        "What must somebody have done before, to finish this with an hour of advice a week?",
        (
            Answer("nothing yet, beyond learning the prerequisites", "first-project"),
            Answer("finished one project, or reproduced a published result", "second-project"),
            Answer("carried one project of this kind from question to result", "intermediate"),
            Answer("had several results in or near the area that others used", "advanced"),
            Answer("even that may not be enough", "frontier"),
        ),
    ),
    Question(
        "Can every step be looked up?",
        (
            Answer("yes, somebody has written down how each is done", "first-project"),
            Answer("yes, but for one design choice", "second-project"),
            Answer("the methods are known; how to put them together has to be worked out and defended", "intermediate"),
            Answer("no, the method has to be chosen among doubtful ones, or made", "advanced"),
            Answer("nobody knows how it could be done", "frontier"),
        ),
    ),
    Question(
        "Can one see on the way whether it works?",
        (
            Answer("yes, each step shows at once whether it worked", "first-project"),
            Answer("yes, after some days of work", "second-project"),
            Answer("only by comparing with baselines that one has to choose well", "intermediate"),
            Answer("hardly; it takes the judgement of somebody who knows the area", "advanced"),
        ),
    ),
)


def proposed(levels: Iterable[str]) -> str:
    """The hardest of some levels; raises ValueError where there is none."""
    return max(levels, key=DIFFICULTIES.index)


def examples(catalogue: Catalogue, level: str, agenda: str = "", most: int = 2) -> tuple[Record, ...]:
    """Published projects of a level to compare with: those of the agenda first, then by id."""
    found = [
        record
        for record in catalogue.of_kind(Project)
        if isinstance(record.entry, Project) and record.entry.difficulty == level and record.entry.stage == "published"
    ]
    ordered = sorted(found, key=lambda record: (catalogue.agenda_of.get(record.id) != agenda, record.id))
    return tuple(ordered[:most])

"""What the page of people shows: credit for writing, reviewing, answering, trying."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit.model import Project

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.record import Record
    from agendakit.site.place import Card, Place

_ORDER = (
    "wrote",
    "compiled",
    "had the idea of",
    "looks after",
    "reviewed",
    "tried the first step of",
    "worked on",
    "answers questions on",
)


@dataclass(frozen=True, slots=True)
class Credit:
    """What somebody did, and for which entries."""

    did: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class PersonView:
    """One name with its credits; two people of one name cannot be told apart without an ORCID."""

    name: str
    did: tuple[Credit, ...]


def people_view(place: Place) -> tuple[PersonView, ...]:
    """Everybody who is named, by name."""
    done: dict[str, dict[str, dict[str, Record]]] = {}
    for record in place.site.catalogue.records.values():
        for name, did in _named(record):
            done.setdefault(name, {}).setdefault(did, {})[record.id] = record
    return tuple(
        PersonView(
            name,
            tuple(
                Credit(did, tuple(place.card(record) for record in records.values()))
                for did, records in sorted(deeds.items(), key=lambda pair: _ORDER.index(pair[0]))
            ),
        )
        for name, deeds in sorted(done.items(), key=lambda pair: pair[0].casefold())
    )


def _named(record: Record) -> Iterator[tuple[str, str]]:
    entry = record.entry
    for person in entry.authors:
        yield person.name, "compiled" if person.role == "compiler" else "wrote"
    for person in entry.maintainers:
        yield person.name, "looks after"
    for review in entry.reviews:
        yield review.by, "reviewed"
    if entry.source:
        for name in entry.source.authors:
            yield name, "had the idea of"
    if isinstance(entry, Project):
        yield from _on_project(entry)


def _on_project(entry: Project) -> Iterator[tuple[str, str]]:
    for trial in entry.first_step.tried:
        yield trial.by, "tried the first step of"
    for attempt in entry.attempts:
        yield attempt.by, "worked on"
    for claim in entry.claims:
        yield claim.by, "worked on"
    for mentor in entry.mentors:
        yield mentor.name, "answers questions on"

"""What an agenda's page shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit.model import DIFFICULTIES, Agenda, Project, hours_of
from agendakit.record import Record
from agendakit.site.entry_view import Common, common
from agendakit.site.map_view import map_address
from agendakit.site.reading import ReadingGroup, reading_list

if TYPE_CHECKING:
    from markupsafe import Markup

    from agendakit.catalogue import Source
    from agendakit.site.place import Card, Place
    from agendakit.site.prose import Section


@dataclass(frozen=True, slots=True)
class Rung:
    """Projects of one difficulty, the shortest first."""

    level: int
    name: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An open question, with the projects that work on it."""

    id: str
    question: Markup | str
    projects: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaView:
    """What an agenda's page shows; what the entry lacks is empty.

    Attributes:
        ladder: Difficulties from first to frontier, each with its projects, empty ones too.
        parts: Agendas that say they are part of this one.
    """

    common: Common
    agenda: Agenda
    ladder: tuple[Rung, ...]
    retired: tuple[Card, ...]
    count: int
    map_link: str
    questions: tuple[Asked, ...]
    parts: tuple[Card, ...]
    reading: tuple[ReadingGroup, ...]
    prose: tuple[Section, ...]


def agenda_view(source: Source, place: Place) -> AgendaView:
    """Take out of the catalogue what the page of one agenda shows."""
    agenda = source.entry
    assert isinstance(agenda, Agenda)
    members = place.site.members.get(source.id, ())
    current = [record for record in members if record.entry.stage != "retired"]
    return AgendaView(
        common=common(source, place),
        agenda=agenda,
        ladder=ladder(current, place),
        retired=tuple(place.card(record) for record in members if record.entry.stage == "retired"),
        count=len(current),
        map_link=place.linker.to(map_address(source.id)) if current and isinstance(source, Record) else "",
        questions=tuple(
            Asked(id=one.id, question=place.text(one.question), projects=_addressing(one.id, current, place))
            for one in agenda.open_questions or ()
        ),
        parts=tuple(place.card(record) for record in place.site.parts.get(source.id, ())),
        reading=reading_list(agenda, place),
        prose=tuple(one for one in place.sections(source) if one.title or one.html.strip()),
    )


def ladder(projects: list[Record], place: Place) -> tuple[Rung, ...]:
    """Projects by difficulty, easiest first; within one the shortest first."""
    by_level: dict[str, list[Record]] = {name: [] for name in DIFFICULTIES}
    for record in sorted(projects, key=_length):
        assert isinstance(record.entry, Project)
        by_level[record.entry.difficulty].append(record)
    return tuple(
        Rung(level, name.replace("-", " "), tuple(place.card(record) for record in by_level[name]))
        for level, name in enumerate(DIFFICULTIES, 1)
    )


def _length(record: Record) -> tuple[float, str]:
    assert isinstance(record.entry, Project)
    return hours_of(record.entry.effort)[1], record.id


def _addressing(question: str, projects: list[Record], place: Place) -> tuple[Card, ...]:
    return tuple(place.card(record) for record in projects if question in getattr(record.entry, "addresses", ()))

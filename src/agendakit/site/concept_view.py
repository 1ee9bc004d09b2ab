"""What a concept's page shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit.model import Concept, Project
from agendakit.readiness import path_to
from agendakit.record import Record
from agendakit.site.entry_view import Common, Needed, common, needed
from agendakit.site.reading import ReadingGroup, reading_list
from agendakit.words import hours

if TYPE_CHECKING:
    from markupsafe import Markup

    from agendakit.catalogue import Source
    from agendakit.site.citations import Citation
    from agendakit.site.place import Card, Place
    from agendakit.site.prose import Section


@dataclass(frozen=True, slots=True, kw_only=True)
class Learn:
    """Something to learn the concept from."""

    title: str
    url: str
    words: str
    part: Markup | str
    why: Markup | str
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptView:
    """What a concept's page shows; what the entry lacks is empty.

    Attributes:
        before_hours: Hours of all that it needs, beyond what is assumed.
        assumed: Whether every reader is taken to know it.
        taught_by: Projects by which one learns it.
    """

    common: Common
    concept: Concept
    own_hours: str
    before_hours: str
    assumed: bool
    resources: tuple[Learn, ...]
    needs: tuple[Needed, ...]
    helpful: tuple[Needed, ...]
    opens_concepts: tuple[Card, ...]
    opens_projects: tuple[Card, ...]
    taught_by: tuple[Card, ...]
    reading: tuple[ReadingGroup, ...]
    prose: tuple[Section, ...]


def concept_view(source: Source, place: Place) -> ConceptView:
    """Take out of the catalogue what the page of one concept shows."""
    concept = source.entry
    assert isinstance(concept, Concept)
    catalogue, config = place.site.catalogue, place.site.config
    opened = [catalogue.records[name] for name in catalogue.opens.get(source.id, ())]
    learning = path_to(catalogue, source.id, config.assumes) if isinstance(source, Record) else None
    return ConceptView(
        common=common(source, place),
        concept=concept,
        own_hours=hours(concept.hours) if concept.hours else "",
        before_hours=hours(learning.hours) if learning and learning.steps else "",
        assumed=source.id in config.assumes,
        resources=_resources(concept, place),
        needs=needed(source, "before", place),
        helpful=(*needed(source, "on-the-way", place), *needed(source, "helpful", place)),
        opens_concepts=tuple(place.card(record) for record in opened if isinstance(record.entry, Concept)),
        opens_projects=tuple(place.card(record) for record in opened if isinstance(record.entry, Project)),
        taught_by=tuple(place.card(record) for record in place.site.teaching.get(source.id, ())),
        reading=reading_list(concept, place),
        prose=tuple(one for one in place.sections(source) if one.title or one.html.strip()),
    )


def _resources(concept: Concept, place: Place) -> tuple[Learn, ...]:
    found = []
    for one in concept.resources or ():
        citation = place.site.citations.of(one.ref)
        words = " · ".join(part for part in (one.form, f"{one.hours:g} h" if one.hours else "") if part)
        found.append(
            Learn(
                title=one.title,
                url=citation.url,
                words=words,
                part=place.text(one.part),
                why=place.text(one.why),
                citation=citation,
            )
        )
    return tuple(found)

"""What a project's page shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit.model import Project
from agendakit.readiness import startability
from agendakit.site.entry_view import Common, common
from agendakit.site.glances import compute_words, glances
from agendakit.site.prior_art import PriorArt, prior_art
from agendakit.site.project_path import ProjectPath, project_path
from agendakit.site.project_people import ProjectPeople, project_people
from agendakit.site.reading import ReadingGroup, reading_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.catalogue import Source
    from agendakit.model.project import FirstStep
    from agendakit.site.glances import Glances
    from agendakit.site.place import Card, Place
    from agendakit.site.prose import Section

_FIRST_STEP = "first step"
_LONGEST_NEEDS = 140
_ACCESS = {"open": "open", "sign-up": "needs an account", "on-request": "on request", "paid": "paid"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Something to work with."""

    title: str
    url: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectView:
    """What a project's page shows; what the entry lacks is empty.

    Attributes:
        tonight: The line that says what a free evening takes.
        first_html: The body's section on the first step.
        prose: The other sections of the body.
        startable: How many signs it shows, of how many, and those it lacks.
    """

    common: Common
    project: Project
    glances: Glances
    tonight: str
    prior: PriorArt
    first: FirstStep | None
    first_html: tuple[Section, ...]
    path: ProjectPath
    reading: tuple[ReadingGroup, ...]
    prose: tuple[Section, ...]
    materials: tuple[Thing, ...]
    people: ProjectPeople
    good_work: tuple[str, ...]
    teaches: tuple[Card, ...]
    opens: tuple[Card, ...]
    superseded_by: Card | None
    startable: tuple[int, int, tuple[str, ...]]


def project_view(source: Source, place: Place) -> ProjectView:
    """Take out of the catalogue what the page of one project shows."""
    project = source.entry
    assert isinstance(project, Project)
    body = place.sections(source)
    signs = startability(place.site.catalogue, source, place.site.today)
    replacing = place.linker.source(project.superseded_by) if project.superseded_by else None
    return ProjectView(
        common=common(source, place),
        project=project,
        glances=glances(project),
        tonight=tonight(project),
        prior=prior_art(project, place),
        first=project.first_step,
        first_html=tuple(one for one in body if one.title.lower() == _FIRST_STEP),
        path=project_path(source, place),
        reading=reading_list(project, place),
        prose=tuple(one for one in body if one.title.lower() != _FIRST_STEP and (one.title or one.html.strip())),
        materials=tuple(_materials(project)),
        people=project_people(project, place.site.today),
        good_work=_good_work(source, place),
        teaches=tuple(_cards(project.teaches, place)),
        opens=tuple(_cards(place.site.catalogue.opens.get(source.id, ()), place)),
        superseded_by=place.card(replacing) if replacing else None,
        startable=(len(signs.met), len(signs.met) + len(signs.missing), signs.missing),
    )


def tonight(project: Project) -> str:
    """The line that says what a free evening takes; empty for a draft without a first step."""
    step: FirstStep | None = project.first_step
    if step is None:
        return ""
    compute: str | None = step.compute or project.compute
    parts = [step.time.replace("-", "–")]
    if compute is not None:
        parts.append(compute_words(compute))
    if step.needs is not None:
        wanted = ", ".join(need.rstrip(".") for need in step.needs)
        parts.append(
            wanted if 0 < len(wanted) <= _LONGEST_NEEDS else "a few things listed below" if wanted else "no account"
        )
    tried = len(step.tried)
    who = {0: "Tried by nobody yet: be the first.", 1: "Tried by one person."}.get(tried, f"Tried by {tried} people.")
    return f"Tonight: {', '.join(parts)}. {who}"


def _materials(project: Project) -> Iterator[Thing]:
    for one in project.materials:
        parts = (one.form, _ACCESS[one.access] if one.access else "", one.size, one.licence)
        yield Thing(title=one.title, url=one.url, words=" · ".join(part for part in parts if part))


def _good_work(source: Source, place: Place) -> tuple[str, ...]:
    agenda = place.site.catalogue.agenda_of.get(source.id)
    record = place.site.catalogue.records.get(agenda) if agenda else None
    return getattr(record.entry, "good_work", ()) if record else ()


def _cards(names: tuple[str, ...], place: Place) -> Iterator[Card]:
    for name in names:
        target = place.linker.source(name)
        if target is not None:
            yield place.card(target)

"""What a project's page shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from markupsafe import Markup

from agendakit.drawings import part
from agendakit.model import Project
from agendakit.readiness import path_to, running_claims, startability
from agendakit.record import Record
from agendakit.site.citations import cite
from agendakit.site.entry_view import Common, Needed, common, needed
from agendakit.site.glances import compute_words, glances
from agendakit.site.map_view import drawing
from agendakit.site.place import Card, day
from agendakit.site.reading import ReadingGroup, reading_list
from agendakit.words import hours

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.catalogue import Source
    from agendakit.model.project import FirstStep
    from agendakit.readiness import Step as Learning
    from agendakit.site.citations import Citation
    from agendakit.site.glances import Glances
    from agendakit.site.place import Place
    from agendakit.site.prose import Section

_FIRST_STEP = "first step"
_LONGEST_NEEDS = 140
_ACCESS = {"open": "open", "sign-up": "needs an account", "on-request": "on request", "paid": "paid"}
_ANSWERED = {
    "solved": "Yes, it has been answered.",
    "repeatable": "Yes; it is worth doing again to learn.",
    "withdrawn": "It was withdrawn.",
    "superseded": "Another project asks it better.",
}
_RESULTS = {"worked": "worked", "partly": "worked in part", "negative": "the answer was no", "stopped": "was stopped"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something to learn or to do before."""

    id: str
    title: str
    link: str
    why: Markup | str
    number: float
    hours: str


@dataclass(frozen=True, slots=True)
class Prior:
    """A work that answers part of the question."""

    citation: Citation
    note: Markup | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Something to work with."""

    title: str
    url: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Somebody on the project, or somebody to ask."""

    name: str
    contact: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectView:
    """What a project's page shows; what the entry lacks is empty.

    Attributes:
        tonight: The line that says what a free evening takes.
        known: Whether it has been answered, in a few words.
        looked: When somebody last looked.
        first_html: The body's section on the first step.
        prose: The other sections of the body.
        startable: How many signs it shows, of how many, and those it lacks.
    """

    common: Common
    project: Project
    glances: Glances
    tonight: str
    known: str
    looked: str
    existing: tuple[Prior, ...]
    first: FirstStep | None
    first_html: tuple[Section, ...]
    path: tuple[Step, ...]
    path_hours: str
    map: Markup
    on_the_way: tuple[Needed, ...]
    helpful: tuple[Needed, ...]
    reading: tuple[ReadingGroup, ...]
    prose: tuple[Section, ...]
    materials: tuple[Thing, ...]
    claims: tuple[Who, ...]
    mentors: tuple[Who, ...]
    attempts: tuple[Who, ...]
    good_work: tuple[str, ...]
    teaches: tuple[Card, ...]
    opens: tuple[Card, ...]
    superseded_by: Card | None
    startable: tuple[int, int, tuple[str, ...]]


def project_view(source: Source, place: Place) -> ProjectView:
    """Take out of the catalogue what the page of one project shows."""
    project = source.entry
    assert isinstance(project, Project)
    site = place.site
    body = place.sections(source)
    learning = path_to(site.catalogue, source.id, site.config.assumes) if isinstance(source, Record) else None
    signs = startability(site.catalogue, source, site.today)
    replacing = place.linker.source(project.superseded_by) if project.superseded_by else None
    return ProjectView(
        common=common(source, place),
        project=project,
        glances=glances(project),
        tonight=tonight(project),
        known=_known(project),
        looked=day(project.as_of or ""),
        existing=tuple(
            Prior(cite(work.ref, site.catalogue.bibliography), place.text(work.note))
            for work in project.existing_work or ()
        ),
        first=project.first_step,
        first_html=tuple(one for one in body if one.title.lower() == _FIRST_STEP),
        prose=tuple(one for one in body if one.title.lower() != _FIRST_STEP and (one.title or one.html.strip())),
        path=tuple(_steps(learning.steps, place)) if learning else (),
        path_hours=hours(learning.hours) if learning and learning.steps else "",
        map=_small_map(source, place) if learning and len(learning.steps) > 1 else Markup(),
        on_the_way=needed(source, "on-the-way", place),
        helpful=needed(source, "helpful", place),
        reading=reading_list(project, place),
        materials=tuple(_materials(project)),
        claims=tuple(
            Who(name=claim.by, contact=_address(claim.contact), words=f"until {day(claim.until)}")
            for claim in running_claims(project, site.today)
        ),
        mentors=tuple(
            Who(name=mentor.name, contact=_address(mentor.contact), words=_mentor_words(mentor.contact, mentor.until))
            for mentor in project.mentors
            if date.fromisoformat(mentor.until) >= site.today
        ),
        attempts=tuple(
            Who(name=one.by, contact=one.url or "", words=f"{day(one.date)}: {_RESULTS[one.result]}. {one.note or ''}")
            for one in project.attempts
        ),
        good_work=_good_work(source, place),
        teaches=tuple(_cards(project.teaches, place)),
        opens=tuple(_cards(site.catalogue.opens.get(source.id, ()), place)),
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


def _known(project: Project) -> str:
    if project.status in _ANSWERED:
        return _ANSWERED[project.status]
    if project.existing_work is None:
        return ""
    count = len(project.existing_work)
    if not count:
        return "No: searched, nothing found."
    return "Partly: one work bears on it." if count == 1 else f"Partly: {count} works bear on it."


def _steps(steps: tuple[Learning, ...], place: Place) -> Iterator[Step]:
    for step in steps:
        target = place.linker.source(step.id)
        wanting = place.linker.source(step.wanted_by)
        assert target is not None
        assert wanting is not None
        card = place.card(target)
        why = place.text(step.why) or f"needed for {wanting.entry.title}"
        yield Step(id=step.id, title=card.title, link=card.link, why=why, number=step.hours, hours=f"{step.hours:g} h")


def _small_map(source: Source, place: Place) -> Markup:
    return drawing(part(place.site.catalogue, (source.id,)), f"What {source.entry.title} needs", place)


def _materials(project: Project) -> Iterator[Thing]:
    for one in project.materials:
        parts = (one.form, _ACCESS[one.access] if one.access else "", one.size, one.licence)
        yield Thing(title=one.title, url=one.url, words=" · ".join(part for part in parts if part))


def _mentor_words(contact: str, until: str) -> str:
    words = "" if _address(contact) else f"{contact}, "
    return f"{words}until {day(until)}"


def _address(contact: str | None) -> str:
    """The contact, where it is an address that a link may lead to."""
    return contact if contact and contact.startswith(("https://", "http://", "mailto:")) else ""


def _good_work(source: Source, place: Place) -> tuple[str, ...]:
    agenda = place.site.catalogue.agenda_of.get(source.id)
    record = place.site.catalogue.records.get(agenda) if agenda else None
    return getattr(record.entry, "good_work", ()) if record else ()


def _cards(names: tuple[str, ...], place: Place) -> Iterator[Card]:
    for name in names:
        target = place.linker.source(name)
        if target is not None:
            yield place.card(target)

"""Who is on a project, whom to ask, and who has tried it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from agendakit.readiness import running_claims
from agendakit.site.place import day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.model import Project

_RESULTS = {"worked": "worked", "partly": "worked in part", "negative": "the answer was no", "stopped": "was stopped"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Somebody on the project, or somebody to ask."""

    name: str
    contact: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectPeople:
    """People of a project; claims and mentors only as long as they run."""

    claims: tuple[Who, ...]
    mentors: tuple[Who, ...]
    attempts: tuple[Who, ...]


def project_people(project: Project, today: date) -> ProjectPeople:
    """Who has to do with a project on a day."""
    return ProjectPeople(
        claims=tuple(_claims(project, today)),
        mentors=tuple(_mentors(project, today)),
        attempts=tuple(_attempts(project)),
    )


def _claims(project: Project, today: date) -> Iterator[Who]:
    for claim in running_claims(project, today):
        yield Who(name=claim.by, contact=_address(claim.contact), words=f"until {day(claim.until)}")


def _mentors(project: Project, today: date) -> Iterator[Who]:
    for mentor in project.mentors:
        if date.fromisoformat(mentor.until) >= today:
            words = "" if _address(mentor.contact) else f"{mentor.contact}, "
            yield Who(name=mentor.name, contact=_address(mentor.contact), words=f"{words}until {day(mentor.until)}")


def _attempts(project: Project) -> Iterator[Who]:
    for one in project.attempts:
        words = f"{day(one.date)}: {_RESULTS[one.result]}. {one.note or ''}"
        yield Who(name=one.by, contact=one.url or "", words=words)


def _address(contact: str | None) -> str:
    """The contact, where it is an address that a link may lead to."""
    return contact if contact and contact.startswith(("https://", "http://", "mailto:")) else ""

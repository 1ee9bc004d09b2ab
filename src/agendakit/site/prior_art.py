"""Whether a project's question has been answered, and by what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit.site.place import day

if TYPE_CHECKING:
    from markupsafe import Markup

    from agendakit.model import Project
    from agendakit.site.citations import Citation
    from agendakit.site.place import Place

_ANSWERED = {
    "solved": "Yes, it has been answered.",
    "repeatable": "Yes; it is worth doing again to learn.",
    "withdrawn": "It was withdrawn.",
    "superseded": "Another project asks it better.",
}


@dataclass(frozen=True, slots=True)
class Prior:
    """A work that answers part of the question."""

    citation: Citation
    note: Markup | str


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorArt:
    """What is known already.

    Attributes:
        known: Whether the question has been answered, in a few words.
        as_of: The day of which this is true.
    """

    known: str
    as_of: str
    works: tuple[Prior, ...]


def prior_art(project: Project, place: Place) -> PriorArt:
    """What is known of a project's question."""
    works = (Prior(place.site.citations.of(work.ref), place.text(work.note)) for work in project.existing_work or ())
    return PriorArt(known=_known(project), as_of=day(project.as_of or ""), works=tuple(works))


def _known(project: Project) -> str:
    if project.status in _ANSWERED:
        return _ANSWERED[project.status]
    if project.existing_work is None:
        return ""
    count = len(project.existing_work)
    if not count:
        return "No: searched, nothing found."
    return "Partly: one work bears on it." if count == 1 else f"Partly: {count} works bear on it."

"""What one learns before a project, with hours and reasons, apart from what one learns on the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from agendakit.drawings import part
from agendakit.readiness import path_to
from agendakit.record import Record
from agendakit.site.entry_view import Needed, needed
from agendakit.site.map_view import drawing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.catalogue import Source
    from agendakit.readiness import Step as Learning
    from agendakit.site.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something to learn or to do before."""

    id: str
    title: str
    link: str
    why: Markup | str
    number: float
    hours: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectPath:
    """Way to a project; empty for one that needs nothing.

    Attributes:
        hours: Of all steps, in words; always hours, as the steps below are, so that a reader can add them up.
        map: The same as a drawing, where there is more than one step.
    """

    steps: tuple[Step, ...]
    hours: str
    map: Markup
    on_the_way: tuple[Needed, ...]
    helpful: tuple[Needed, ...]


def project_path(source: Source, place: Place) -> ProjectPath:
    """The way to a project; a draft's is not known yet."""
    catalogue = place.site.catalogue
    found = path_to(catalogue, source.id, place.site.config.assumes) if isinstance(source, Record) else None
    steps = found.steps if found else ()
    return ProjectPath(
        steps=tuple(_steps(steps, place)),
        hours=_in_hours(found.hours) if found and steps else "",
        map=_small_map(source, place) if len(steps) > 1 else Markup(),
        on_the_way=needed(source, "on-the-way", place),
        helpful=needed(source, "helpful", place),
    )


def _steps(steps: tuple[Learning, ...], place: Place) -> Iterator[Step]:
    for step in steps:
        target = place.linker.source(step.id)
        wanting = place.linker.source(step.wanted_by)
        assert target is not None
        assert wanting is not None
        card = place.card(target)
        why = place.text(step.why) or f"needed for {wanting.entry.title}"
        yield Step(id=step.id, title=card.title, link=card.link, why=why, number=step.hours, hours=f"{step.hours:g} h")


def _in_hours(number: float) -> str:
    return "1 hour" if number == 1 else f"{round(number, 1):,g} hours"


def _small_map(source: Source, place: Place) -> Markup:
    return drawing(part(place.site.catalogue, (source.id,)), f"What {source.entry.title} needs", place)

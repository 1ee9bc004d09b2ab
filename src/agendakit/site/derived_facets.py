"""Facets that are no field of their own: what the first step takes, whether someone can be asked."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from agendakit.dates import last_day
from agendakit.model import COMPUTES, Project
from agendakit.site.facet_view import FacetView, Value
from agendakit.site.glances import compute_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from agendakit.record import Record


def derived_facets(records: Iterable[Record], today: date) -> tuple[FacetView, ...]:
    """These facets for projects; each is named by the field that it looks at."""
    projects = [one.entry if isinstance(one.entry, Project) else None for one in records]
    machines = {name: compute_word(name) for name in COMPUTES}
    return (
        _facet("first_step.compute", "Compute of the first step", machines, projects, _machine),
        _facet("first_step.needs", "Sign-up", {"none": "none needed for the first step"}, projects, _accounts),
        _facet(
            "mentors",
            "Help",
            {"someone": "someone to ask"},
            projects,
            lambda project: "someone" if any(last_day(one.until) >= today for one in project.mentors) else "",
        ),
    )


def _facet(
    name: str,
    label: str,
    words: Mapping[str, str],
    projects: list[Project | None],
    value_of: Callable[[Project], str],
) -> FacetView:
    held = [value_of(project) if project else "" for project in projects]
    counts = Counter(held)
    names = [word for word in words if counts[word]]
    return FacetView(
        name=name,
        label=label,
        values=tuple(Value(name=word, label=words[word], count=counts[word]) for word in names),
        many=False,
        folded=True,
        column=tuple((names.index(value),) if value else () for value in held),
    )


def _machine(project: Project) -> str:
    return project.first_step.compute or project.compute


def _accounts(project: Project) -> str:
    return "none" if project.first_step.needs == () else ""

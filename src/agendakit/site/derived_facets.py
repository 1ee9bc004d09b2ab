"""Facets that are no field of their own: what the first step takes, whether one is ready or can ask someone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.dates import last_day
from agendakit.model import COMPUTES, Project
from agendakit.site.facet_view import FacetView, values_and_column
from agendakit.site.glances import compute_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from agendakit.record import Record
    from agendakit.site.place import Site

_READY = {"now": "ready now", "one-step": "one step away"}


def derived_facets(records: tuple[Record, ...], site: Site) -> Iterator[FacetView]:
    """These facets for projects; each is named by the field that it looks at."""
    machines = {name: compute_word(name) for name in COMPUTES}
    yield _facet("ready", "From what I know", _READY, records, lambda _, name: _readiness(name, site))
    yield _facet("first_step.compute", "Compute of the first step", machines, records, _machine)
    yield _facet("first_step.needs", "Sign-up", {"none": "none needed for the first step"}, records, _accounts)
    yield _facet(
        "mentors",
        "Help",
        {"someone": "someone to ask"},
        records,
        lambda project, _: "someone" if any(last_day(one.until) >= site.today for one in project.mentors) else "",
    )


def _facet(
    name: str,
    label: str,
    words: Mapping[str, str],
    records: tuple[Record, ...],
    value_of: Callable[[Project, str], str],
) -> FacetView:
    values = [value_of(one.entry, one.id) if isinstance(one.entry, Project) else "" for one in records]
    found = set(values)
    labels = {word: said for word, said in words.items() if word in found or name == "ready"}
    counted, column = values_and_column(labels, [(value,) if value else () for value in values], records)
    return FacetView(name=name, label=label, values=counted, many=False, folded=name != "ready", column=column)


def _readiness(name: str, site: Site) -> str:
    """For a reader who knows only what is assumed; the browser puts in what the visitor knows."""
    steps, _ = site.to_learn[name]
    return ("now", "one-step", "")[min(steps, 2)]


def _machine(project: Project, _: str) -> str:
    return project.first_step.compute or project.compute


def _accounts(project: Project, _: str) -> str:
    return "none" if project.first_step.needs == () else ""

"""What one must learn before an entry, in which order and how long it takes; how ready an entry is to be started.

One order everywhere: the topological order of the prerequisite graph, ties broken by id. Only prerequisites that are
needed `before` count. What the configuration assumes is known to every reader: nothing is sought behind it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit import graph as graphs
from agendakit.catalogue import prerequisites
from agendakit.dates import first_day, last_day
from agendakit.model import Concept, Project, hours_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import date

    from agendakit.catalogue import Catalogue
    from agendakit.model.people import Claim
    from agendakit.record import Draft, Record

_FRESH_DAYS = 366
_NEEDS_BASELINES = frozenset({"empirical", "evaluation", "engineering"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """All that an entry needs, directly or through others; each list in reading order.

    Attributes:
        before: What must be known first.
        on_the_way: What one learns by doing it, less what is in `before`.
        helpful: What helps, less what is in the other two.
    """

    before: tuple[str, ...]
    on_the_way: tuple[str, ...]
    helpful: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to learn or to do on the way to an entry.

    Attributes:
        hours: Study time of a concept, or the upper end of a project's effort.
        wanted_by: The first entry on the way, or the goal itself, that needs it.
        why: The reason that entry gives, empty where it gives none.
    """

    id: str
    hours: float
    wanted_by: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningPath:
    """Shortest way to be ready for an entry.

    Attributes:
        steps: In reading order; empty for one who is ready.
        known: What the entry needs and the reader already knows, in reading order.
    """

    steps: tuple[Step, ...]
    known: tuple[str, ...]

    @property
    def hours(self) -> float:
        """Hours of all steps."""
        return sum(step.hours for step in self.steps)


@dataclass(frozen=True, slots=True)
class Startability:
    """Names of the signs that one can start a project today, those it shows and those it lacks."""

    met: tuple[str, ...]
    missing: tuple[str, ...]


def needs(catalogue: Catalogue, name: str) -> Needs:
    """What an entry needs at any distance."""
    before = graphs.ancestors(catalogue.graph, name) - {name}
    record = catalogue.records[name]
    found: dict[str, set[str]] = {"on-the-way": set(), "helpful": set()}
    for prerequisite in prerequisites(record):
        target = catalogue.canonical(prerequisite.id)
        if prerequisite.need in found and target in catalogue.records:
            found[prerequisite.need] |= {target, *graphs.ancestors(catalogue.graph, target)}
    on_the_way = found["on-the-way"] - before - {name}
    helpful = found["helpful"] - before - on_the_way - {name}
    return Needs(
        before=graphs.order(catalogue.graph, before),
        on_the_way=graphs.order(catalogue.graph, on_the_way),
        helpful=graphs.order(catalogue.graph, helpful),
    )


def path_to(
    catalogue: Catalogue, name: str, assumes: Collection[str] = (), known: Collection[str] = ()
) -> LearningPath:
    """What to learn, in order, to be ready for an entry; what is known is known with all that it needs."""
    given = with_implied(catalogue, (*assumes, *known))
    before = graphs.ancestors(catalogue.graph, name) - {name}
    ordered = graphs.order(catalogue.graph, before - given)
    steps = tuple(_steps(catalogue, ordered, name))
    return LearningPath(steps=steps, known=graphs.order(catalogue.graph, before & given))


def with_implied(catalogue: Catalogue, known: Iterable[str]) -> frozenset[str]:
    """What someone knows who knows these: they themselves and all that they need."""
    names = {catalogue.canonical(name) for name in known}
    return frozenset(names.union(*(graphs.ancestors(catalogue.graph, name) for name in names)))


def entry_hours(record: Record) -> float:
    """Hours that an entry takes as a step: study time of a concept, upper end of a project's effort."""
    match record.entry:
        case Concept() as concept:
            return concept.hours
        case Project() as project:
            return hours_of(project.effort)[1]
        case _:
            return 0.0


def ready_hours(catalogue: Catalogue, name: str, assumes: Collection[str] = ()) -> float:
    """Hours to be ready for an entry, for a reader who knows only what is assumed."""
    given = with_implied(catalogue, assumes)
    before = graphs.ancestors(catalogue.graph, name) - {name}
    return sum(entry_hours(catalogue.records[step]) for step in graphs.order(catalogue.graph, before - given))


def running_claims(project: Project, today: date) -> tuple[Claim, ...]:
    """Claims that run on a day, both ends included."""
    return tuple(claim for claim in project.claims if first_day(claim.since) <= today <= last_day(claim.until))


def startability(catalogue: Catalogue, source: Record | Draft, today: date) -> Startability:
    """Which of the nine signs a project shows, in the order of the schema's description."""
    project = source.entry
    assert isinstance(project, Project), "only a project can be started"
    signs = dict(_signs(catalogue, project, today))
    return Startability(
        tuple(name for name, met in signs.items() if met), tuple(name for name, met in signs.items() if not met)
    )


def _signs(catalogue: Catalogue, project: Project, today: date) -> Iterator[tuple[str, bool]]:
    materials = project.materials or ()
    yield "first step tried", "first_step" in project.model_fields_set and bool(project.first_step.tried)
    yield "materials open", bool(materials) and all(material.access == "open" for material in materials)
    starts = [paper for paper in project.papers or () if paper.role == "start-here"]
    yield "what to read first", any(paper.part for paper in starts)
    targets = [catalogue.canonical(prerequisite.id) for prerequisite in project.prerequisites or ()]
    yield "prerequisites taught here", all(catalogue.teaches(target) for target in targets)
    yield "prior art within a year", _is_fresh(project, today)
    yield "when to stop", bool(project.stop_if)
    yield "baselines", bool(project.baselines) or project.type not in _NEEDS_BASELINES
    yield "pitfalls", bool(project.pitfalls)
    mentors = project.mentors or ()
    yield "someone to ask", any(last_day(mentor.until) >= today for mentor in mentors)


def _is_fresh(project: Project, today: date) -> bool:
    if project.existing_work is None or not project.as_of:
        return False
    return (today - last_day(project.as_of)).days <= _FRESH_DAYS


def _steps(catalogue: Catalogue, ordered: tuple[str, ...], goal: str) -> Iterator[Step]:
    """Each step with the first later one, or the goal, that needs it; linear in what these need."""
    wanted: dict[str, tuple[str, str]] = {}
    for wanting in (*ordered, goal):
        for prerequisite in prerequisites(catalogue.records[wanting]):
            if prerequisite.need == "before":
                wanted.setdefault(catalogue.canonical(prerequisite.id), (wanting, prerequisite.why or ""))
    for name in ordered:
        wanting, why = wanted[name]
        yield Step(id=name, hours=entry_hours(catalogue.records[name]), wanted_by=wanting, why=why)

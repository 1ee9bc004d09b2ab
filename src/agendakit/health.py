"""What a curator should see to, and how well each agenda is covered.

A line has a name, what it concerns, and the command that leads on. Nothing here is a mistake that `check` would report
as an error; it is what a catalogue needs from time to time.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from agendakit import graph as graphs
from agendakit.dates import last_day
from agendakit.model import DIFFICULTIES, Agenda, Concept, Project
from agendakit.readiness import running_claims, with_implied
from agendakit.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from agendakit.catalogue import Catalogue
    from agendakit.config import Config
    from agendakit.record import Draft, Record

SOON_DAYS = 14
WEEK_DAYS = 7
OLD_DRAFT_DAYS = 90
FIRST_LEVELS = DIFFICULTIES[:2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to see to: the entry it is about, and a few words on it."""

    id: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sort of thing to see to.

    Attributes:
        name: Short and permanent, for programs.
        title: For people.
        items: The most pressing first; empty where there is nothing to do.
        command: What to run or to open about the first of them, or about all.
    """

    name: str
    title: str
    items: tuple[Item, ...]
    command: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Projects of one agenda that are neither retired nor closed, counted by difficulty; levels without any hold 0."""

    agenda: str
    title: str
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """Lines in the order in which to work through them, and the coverage by agenda in the order of the paths."""

    lines: tuple[Line, ...]
    coverage: tuple[Coverage, ...]


def health(catalogue: Catalogue, config: Config, today: date) -> Health:
    """Look a catalogue over, as of a day."""
    lines = (
        _to_read_again(catalogue, config, today),
        _ending(catalogue, today),
        _untried(catalogue, today),
        _unaddressed(catalogue),
        _without_first(catalogue, today),
        _old_drafts(catalogue, today),
        _blocking(catalogue, config),
    )
    return Health(lines=lines, coverage=tuple(_coverage(catalogue)))


def is_live(record: Record) -> bool:
    """Whether an entry is in the default view and, being a project, can still be taken up."""
    entry = record.entry
    return entry.stage == "published" and (not isinstance(entry, Project) or entry.status in ("open", "repeatable"))


def _to_read_again(catalogue: Catalogue, config: Config, today: date) -> Line:
    limit = today - timedelta(days=config.stale_days - WEEK_DAYS)
    dated = [
        (entry.as_of, record.id)
        for record in catalogue.records.values()
        if (entry := record.entry).as_of and is_live(record) and last_day(entry.as_of) <= limit
    ]
    items = tuple(Item(id=name, words=f"state of {as_of}") for as_of, name in sorted(dated))
    return Line(
        name="to-read-again",
        title=f"To read again this week ({config.stale_after} old by its end)",
        items=items,
        command=_edit(catalogue, items, "and set `as_of`"),
    )


def _ending(catalogue: Catalogue, today: date) -> Line:
    ends = sorted(
        (until, record.id, words)
        for record in catalogue.records.values()
        for until, words in _ends(record)
        if today <= date.fromisoformat(until) <= today + timedelta(days=SOON_DAYS)
    )
    items = tuple(Item(id=name, words=f"{words} until {until}") for until, name, words in ends)
    return Line(
        name="ending",
        title=f"Claims and mentors that end within {SOON_DAYS} days",
        items=items,
        command=_edit(catalogue, items, "once they have said whether they go on"),
    )


def _ends(record: Record) -> Iterator[tuple[str, str]]:
    if isinstance(record.entry, Project):
        yield from ((claim.until, f"claimed by {claim.by}") for claim in record.entry.claims)
        yield from ((mentor.until, f"{mentor.name} answers questions") for mentor in record.entry.mentors)


def _untried(catalogue: Catalogue, today: date) -> Line:
    projects = [
        (DIFFICULTIES.index(project.difficulty), record.id, project.first_step.time)
        for record in catalogue.of_kind(Project)
        if isinstance(project := record.entry, Project)
        and is_live(record)
        and not project.first_step.tried
        and not running_claims(project, today)
    ]
    items = tuple(
        Item(id=name, words=f"{DIFFICULTIES[level].replace('-', ' ')}; first step takes {time.replace('-', '–')}")
        for level, name, time in sorted(projects)
    )
    return Line(
        name="untried",
        title="First steps that nobody has tried",
        items=items,
        command=_edit(catalogue, items, "once somebody has done it, and add `first_step.tried`"),
    )


def _unaddressed(catalogue: Catalogue) -> Line:
    addressed = {
        (agenda, question)
        for record in catalogue.of_kind(Project)
        if isinstance(project := record.entry, Project) and is_live(record)
        for question in project.addresses
        if (agenda := catalogue.agenda_of.get(record.id))
    }
    items = tuple(
        Item(id=record.id, words=f"{question.id}: {question.question}")
        for record in catalogue.of_kind(Agenda)
        if isinstance(record.entry, Agenda) and is_live(record)
        for question in record.entry.open_questions
        if (record.id, question.id) not in addressed
    )
    question = items[0].words.partition(":")[0] if items else ""
    return Line(
        name="unaddressed",
        title="Open questions without a project",
        items=items,
        command=f"agendakit new project --agenda {items[0].id} --addresses {question}" if items else "",
    )


def _without_first(catalogue: Catalogue, today: date) -> Line:
    free = {
        catalogue.agenda_of.get(record.id)
        for record in catalogue.of_kind(Project)
        if isinstance(project := record.entry, Project)
        and is_live(record)
        and project.difficulty == DIFFICULTIES[0]
        and not running_claims(project, today)
    }
    items = tuple(
        Item(id=record.id, words=record.entry.title)
        for record in catalogue.of_kind(Agenda)
        if isinstance(record.entry, Agenda)
        and is_live(record)
        and record.entry.status == "active"
        and record.id not in free
    )
    return Line(
        name="without-first-project",
        title="Active agendas without a first project that is free",
        items=items,
        command=f"agendakit new project --agenda {items[0].id} --difficulty {DIFFICULTIES[0]}" if items else "",
    )


def _old_drafts(catalogue: Catalogue, today: date) -> Line:
    limit = (today - timedelta(days=OLD_DRAFT_DAYS)).isoformat()
    dated = sorted(
        (draft.entry.created, draft.id)
        for draft in catalogue.drafts.values()
        if draft.entry.created and draft.entry.created < limit
    )
    items = tuple(Item(id=name, words=f"begun on {created}") for created, name in dated)
    path = catalogue.drafts[items[0].id].document.path if items else ""
    return Line(
        name="old-drafts",
        title=f"Drafts older than {OLD_DRAFT_DAYS} days",
        items=items,
        command=f"agendakit check --hints {path}" if items else "",
    )


def _blocking(catalogue: Catalogue, config: Config) -> Line:
    """Concepts that stand before most projects, less what every reader is taken to know."""
    given = with_implied(catalogue, config.assumes)
    counts = Counter(
        needed
        for record in catalogue.of_kind(Project)
        if is_live(record)
        for needed in graphs.ancestors(catalogue.graph, record.id)
        if isinstance(catalogue.records[needed].entry, Concept) and needed not in given
    )
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    items = tuple(Item(id=name, words=f"stands before {counted(count, 'project')}") for name, count in ordered)
    return Line(
        name="blocking",
        title="Concepts that most projects wait for",
        items=items,
        command=f"agendakit path {items[0].id}" if items else "",
    )


def _coverage(catalogue: Catalogue) -> Iterator[Coverage]:
    for record in catalogue.of_kind(Agenda):
        counts = Counter[str](
            project.entry.difficulty
            for project in catalogue.of_kind(Project)
            if isinstance(project.entry, Project)
            and is_live(project)
            and catalogue.agenda_of.get(project.id) == record.id
        )
        if is_live(record):
            levels = {level: counts[level] for level in DIFFICULTIES}
            yield Coverage(agenda=record.id, title=record.entry.title, counts=levels)


def _edit(catalogue: Catalogue, items: tuple[Item, ...], why: str) -> str:
    if not items:
        return ""
    source: Record | Draft = catalogue.records[items[0].id]
    return f"$EDITOR {source.document.path}  # {why}"

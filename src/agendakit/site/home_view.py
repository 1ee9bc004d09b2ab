"""What the first page shows: an introduction, three entries that fit a free evening, weekend or month, the agendas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit.model import BANDS, DIFFICULTIES, Agenda, Project, band_of, hours_of, summary_of
from agendakit.readiness import ready_hours
from agendakit.site.glances import BAND_WORDS, compute_order, compute_word, short_effort
from agendakit.site.prose import sections

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.record import Record
    from agendakit.site.place import Place
    from agendakit.site.prose import Section

_STARTABLE = frozenset({"open", "repeatable"})
_WEEKEND, _MONTH = 40.0, 160.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """One entry that fits a stretch of free time."""

    when: str
    title: str
    link: str
    words: str


@dataclass(frozen=True, slots=True)
class Door:
    """A way into the catalogue by the time one has."""

    words: str
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaCard:
    """An agenda with how many projects it has at each difficulty."""

    title: str
    link: str
    line: str
    counts: tuple[int, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """What the first page shows; an empty catalogue has neither picks nor agendas."""

    title: str
    intro: tuple[Section, ...]
    doors: tuple[Door, ...]
    picks: tuple[Pick, ...]
    agendas: tuple[AgendaCard, ...]
    projects: int
    concepts: int
    papers: int


def home_view(place: Place) -> HomeView:
    """Take out of the catalogue what the first page shows."""
    site = place.site
    catalogue = site.catalogue
    page = next((page for page in catalogue.pages if page.path == catalogue.root / "index.md"), None)
    heading = page.outline.headings[0] if page and page.outline.headings else None
    records = [record for record in catalogue.records.values() if record.entry.stage != "retired"]
    return HomeView(
        title=heading.title if heading and heading.level == 1 else site.config.name,
        intro=sections(page, place.around) if page else (),
        doors=tuple(_doors(place)),
        picks=tuple(picks(place)),
        agendas=tuple(_agenda(record, place) for record in records if isinstance(record.entry, Agenda)),
        projects=sum(record.kind == "project" for record in records),
        concepts=sum(record.kind == "concept" for record in records),
        papers=len(catalogue.bibliography.papers),
    )


def _doors(place: Place) -> Iterator[Door]:
    """By the time one has; where no project is that short, those with the shortest first, whose first step fits."""
    efforts = {
        band_of(record.entry.effort)
        for record in place.site.catalogue.of_kind(Project)
        if isinstance(record.entry, Project) and record.entry.stage == "published"
    }
    for number, band in enumerate(BANDS[:-1], 1):
        query = f"effort={band}" if efforts & set(BANDS[:number]) else "sort=effort"
        yield Door(BAND_WORDS[band], place.linker.to(f"catalogue/?kind=project&{query}"))


def picks(place: Place) -> list[Pick]:
    """One for an evening, one for a weekend, one for a month; if none is that short, a first step, and two weekends."""
    catalogue, assumes = place.site.catalogue, place.site.config.assumes
    startable = [
        record
        for record in catalogue.of_kind(Project)
        if record.entry.stage == "published" and getattr(record.entry, "status", "") in _STARTABLE
    ]
    easiest = sorted(
        startable, key=lambda one: (*_ease(one), _hours(one), ready_hours(catalogue, one.id, assumes), one.id)
    )
    longest = sorted(startable, key=lambda one: (-_hours(one), *_ease(one), one.id))
    evening = [one for one in easiest if _band(one) == "evening"]
    weekend = [one for one in easiest if _band(one) == "weekend"]
    month = [one for one in longest if _WEEKEND < _hours(one) <= _MONTH]
    found: list[Pick] = []
    taken: set[str] = set()
    for when, candidates in (
        ("Tonight", evening or easiest),
        ("This weekend", weekend or [one for one in easiest if _hours(one) <= _WEEKEND]),
        ("This month", month),
    ):
        record = next((one for one in candidates if one.id not in taken), None)
        if record is not None:
            taken.add(record.id)
            found.append(_pick(when, record, place))
    return found


def _pick(when: str, record: Record, place: Place) -> Pick:
    project = record.entry
    assert isinstance(project, Project)
    step = project.first_step
    if when == "Tonight" and _band(record) != "evening":
        compute = compute_word(step.compute or project.compute)
        words = f"first step: {short_effort(step.time)} · {compute}" + (" · no account" if step.needs == () else "")
    else:
        words = f"{short_effort(project.effort)} · {compute_word(project.compute)}"
    return Pick(when=when, title=project.title, link=place.linker.to(place.site.address(record)), words=words)


def _ease(record: Record) -> tuple[int, int]:
    """Difficulty, then the machine: a laptop is as good as none."""
    project = record.entry
    assert isinstance(project, Project)
    return DIFFICULTIES.index(project.difficulty), max(
        compute_order(project.first_step.compute or project.compute), compute_order("laptop")
    )


def _band(record: Record) -> str:
    assert isinstance(record.entry, Project)
    return band_of(record.entry.effort)


def _hours(record: Record) -> float:
    assert isinstance(record.entry, Project)
    return hours_of(record.entry.effort)[1]


def _agenda(record: Record, place: Place) -> AgendaCard:
    projects = [member.entry for member in place.site.members.get(record.id, ())]
    levels = [one.difficulty for one in projects if isinstance(one, Project) and one.stage != "retired"]
    return AgendaCard(
        title=record.entry.title,
        link=place.linker.to(place.site.address(record)),
        line=summary_of(record.entry),
        counts=tuple(sum(level == name for level in levels) for name in DIFFICULTIES),
        total=len(levels),
    )

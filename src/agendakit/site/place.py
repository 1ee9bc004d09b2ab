"""What every view takes: the catalogue with its day, and the page that is being written."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING

from agendakit import graph as graphs
from agendakit.addresses import page_address
from agendakit.bibtex import keys, of_paper
from agendakit.model import Agenda, Project, summary_of
from agendakit.readiness import entry_hours, with_implied
from agendakit.site.citations import Citations
from agendakit.site.glances import glances
from agendakit.site.linked_data import of_page
from agendakit.site.links import Linker
from agendakit.site.prose import inline, sections
from agendakit.site.prose_rules import Surroundings
from agendakit.site.related_view import by_theme

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import PurePosixPath

    from markupsafe import Markup

    from agendakit.catalogue import Catalogue, Source
    from agendakit.config import Config
    from agendakit.record import Record
    from agendakit.site.glances import Glances
    from agendakit.site.prose import Section


@dataclass(frozen=True, kw_only=True)
class Site:
    """What is published.

    Attributes:
        drafts: Whether drafts have pages, as while one writes.
        sources: Whether the Markdown of each entry lies beside its page.
    """

    catalogue: Catalogue
    config: Config
    today: date
    drafts: bool = False
    sources: bool = False

    @cached_property
    def themes(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """Entries by what they are about."""
        return by_theme(self.catalogue)

    @cached_property
    def members(self) -> Mapping[str, tuple[Record, ...]]:
        """Projects by agenda, in the order of their paths."""
        found: dict[str, list[Record]] = {}
        for name, agenda in self.catalogue.agenda_of.items():
            found.setdefault(self.catalogue.canonical(agenda), []).append(self.catalogue.records[name])
        return {agenda: tuple(records) for agenda, records in found.items()}

    @cached_property
    def parts(self) -> Mapping[str, tuple[Record, ...]]:
        """Agendas by the wider one that they are part of."""
        found: dict[str, list[Record]] = {}
        for record in self.catalogue.of_kind(Agenda):
            wider = getattr(record.entry, "part_of", None)
            if wider:
                found.setdefault(self.catalogue.canonical(wider), []).append(record)
        return {name: tuple(records) for name, records in found.items()}

    @cached_property
    def teaching(self) -> Mapping[str, tuple[Record, ...]]:
        """Projects by concept that one learns from them."""
        found: dict[str, list[Record]] = {}
        for record in self.catalogue.of_kind(Project):
            for name in dict.fromkeys(map(self.catalogue.canonical, getattr(record.entry, "teaches", ()))):
                found.setdefault(name, []).append(record)
        return {name: tuple(records) for name, records in found.items()}

    @cached_property
    def to_learn(self) -> Mapping[str, tuple[int, float]]:
        """For each entry the number of steps to be ready for it, and their hours, for who knows what is assumed."""
        records, graph = self.catalogue.records, self.catalogue.graph
        given = with_implied(self.catalogue, self.config.assumes)
        found = {}
        for name in records:
            missing = sorted(graphs.ancestors(graph, name) - given - {name})
            found[name] = len(missing), sum(entry_hours(records[step]) for step in missing)
        return found

    @cached_property
    def citations(self) -> Citations:
        """The works that entries name."""
        return Citations(self.catalogue.bibliography)

    @cached_property
    def bibtex(self) -> Mapping[str, str]:
        """Each paper as BibTeX, by its id."""
        papers = self.catalogue.bibliography.papers
        named = keys(papers)
        return {paper.id: of_paper(paper, named[paper.id]).rstrip("\n") for paper in papers}

    def address(self, source: Source) -> str:
        """Address of an entry's page."""
        return page_address(source, self.catalogue.root)

    def within(self, path: PurePosixPath) -> str:
        """A path relative to the catalogue's folder."""
        return path.relative_to(self.catalogue.root).as_posix()


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """An entry in a list.

    Attributes:
        line: The question, or the summary.
        glances: Of a project.
        note: What one wants to know of an entry that is no project.
        state: Only where it is not the usual one: `retired`, `solved` and the like.
    """

    id: str
    kind: str
    title: str
    link: str
    line: str
    glances: Glances | None
    note: str
    state: str


@dataclass(frozen=True, slots=True)
class Place:
    """The page that a view is made for, at an address."""

    site: Site
    linker: Linker
    around: Surroundings = field(repr=False)

    def words(self) -> dict[str, object]:
        """What every template may call."""
        about = partial(of_page, self)
        return {"text": self.text, "link": self.linker.to, "as_bibtex": self.site.bibtex, "linked_data": about}

    def text(self, words: str | None) -> Markup | str:
        """A text of the front matter as HTML."""
        return inline(words, self.around) if words else ""

    def sections(self, source: Source) -> tuple[Section, ...]:
        """The body of an entry."""
        return sections(source.document, self.around)

    def card(self, source: Source) -> Card:
        """An entry as other pages list it."""
        entry = source.entry
        project = entry if isinstance(entry, Project) else None
        return Card(
            id=source.id,
            kind=source.kind,
            title=entry.title,
            link=self.linker.to(self.site.address(source)),
            line=(project.question if project else "") or summary_of(entry),
            glances=glances(project) if project else None,
            note=_note(source, self.site),
            state=state_of(source),
        )


def place_at(site: Site, address: str, path: PurePosixPath | None = None) -> Place:
    """Place of the page at an address; relative links of its author start from a file."""
    linker = Linker(site.catalogue, address, drafts=site.drafts)
    start = path or site.catalogue.root / "index.md"
    return Place(site, linker, Surroundings(linker=linker, path=start, citations=site.citations))


def state_of(source: Source) -> str:
    """Word for the state of an entry, empty for the usual one."""
    entry = source.entry
    if entry.stage != "published":
        return entry.stage
    if isinstance(entry, Project) and entry.status != "open":
        return entry.status
    if isinstance(entry, Agenda) and entry.status != "active":
        return entry.status
    return ""


def day(moment: str) -> str:
    """A date as people write it: ``22 November 2026``, ``November 2026``, ``2026``."""
    if len(moment) == len("2026"):
        return moment
    if len(moment) == len("2026-11"):
        return f"{date.fromisoformat(f'{moment}-01'):%B %Y}"
    return f"{date.fromisoformat(moment):%-d %B %Y}" if moment else ""


def _note(source: Source, site: Site) -> str:
    entry = source.entry
    if entry.kind == "concept":
        hours = getattr(entry, "hours", None)
        return f"{hours:g} h" if hours else ""
    if entry.kind == "agenda":
        count = sum(one.entry.stage != "retired" for one in site.members.get(source.id, ()))
        return f"{count} project{'' if count == 1 else 's'}"
    return ""

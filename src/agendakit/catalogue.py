"""All entries together: ids, references, the prerequisite graph, papers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from agendakit import graph as graphs
from agendakit.model import Agenda, Concept, Project, references_of
from agendakit.record import Draft, Record, Reject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import PurePosixPath

    from agendakit.bibliography import Bibliography
    from agendakit.diagnostic import Route
    from agendakit.document import Document
    from agendakit.graph import Graph
    from agendakit.model.entry import Prerequisite

Source = Record | Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One entry naming another.

    Attributes:
        route: Where in the front matter of the source.
        relation: What the target is to the source, such as `prerequisite` or `teaches`.
        kinds: Kinds that the target may have.
    """

    source: Source
    route: Route
    target: str
    relation: str
    kinds: frozenset[str]


@dataclass(frozen=True, kw_only=True, eq=False)
class Catalogue:
    """Everything that was read, put together; two are equal where they are the same object.

    Attributes:
        records: Whole entries by id, in the order of their paths; the first of a doubled id.
        drafts: The same for drafts.
        rejects: Entries that could not be decoded.
        pages: Plain Markdown pages.
        doubles: Entries of any sort whose id an earlier path already has.
        files: Every file below the root, as the author's links may name them.
        bibliography: The papers.
        escaping: Symbolic links that lead out of the catalogue, with their targets; nothing behind them was read.
    """

    root: PurePosixPath
    records: Mapping[str, Record]
    drafts: Mapping[str, Draft]
    rejects: tuple[Reject, ...]
    pages: tuple[Document, ...]
    doubles: tuple[Record | Draft | Reject, ...]
    files: frozenset[PurePosixPath]
    bibliography: Bibliography
    escaping: Mapping[PurePosixPath, str]

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """Records and drafts in the order of their paths, doubles included."""
        doubles = (double for double in self.doubles if not isinstance(double, Reject))
        return tuple(
            sorted((*self.records.values(), *self.drafts.values(), *doubles), key=lambda one: one.document.path)
        )

    @cached_property
    def kinds(self) -> Mapping[str, str]:
        """Kind of every id, empty where it cannot be told; drafts and rejects included."""
        entries: tuple[Reject | Draft | Record, ...] = (
            *self.rejects,
            *self.drafts.values(),
            *self.records.values(),
        )
        return {entry.id: entry.kind for entry in entries}

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """All references between entries, in the order of the paths."""
        return tuple(reference for source in self.sources for reference in _references(source))

    @cached_property
    def graph(self) -> Graph:
        """What each published entry needs `before`; targets that are no published entry are left out."""
        edges = (
            (record.id, self.canonical(prerequisite.id))
            for record in self.records.values()
            for prerequisite in prerequisites(record)
            if prerequisite.need == "before"
        )
        return graphs.build(((one, other) for one, other in edges if other in self.records), self.records)

    @cached_property
    def opens(self) -> Graph:
        """The graph the other way: what each entry opens."""
        return graphs.reversed_graph(self.graph)

    @cached_property
    def aliases(self) -> Mapping[str, str]:
        """Id by earlier id; the first entry that claims one has it."""
        found: dict[str, str] = {}
        for record in self.records.values():
            for alias in record.entry.aliases:
                found.setdefault(alias, record.id)
        return found

    @cached_property
    def agenda_of(self) -> Mapping[str, str]:
        """Agenda by project: the one it names, else that of its folder or of the nearest folder above."""
        folders = {
            record.document.path.parent: record.id
            for record in self.records.values()
            if isinstance(record.entry, Agenda)
        }
        found: dict[str, str] = {}
        for record in self.records.values():
            if not isinstance(record.entry, Project):
                continue
            above = (folders[parent] for parent in record.document.path.parents if parent in folders)
            agenda = record.entry.agenda or next(above, None)
            if agenda is not None:
                found[record.id] = agenda
        return found

    def of_kind(self, kind: type[Agenda | Project | Concept]) -> Iterator[Record]:
        """Records of one kind, in the order of their paths."""
        return (record for record in self.records.values() if isinstance(record.entry, kind))

    def teaches(self, name: str) -> bool:
        """Whether something of this id is for readers: a published entry, or one that is and does not validate now."""
        return name in self.records or name in self._published_rejects

    @cached_property
    def _published_rejects(self) -> frozenset[str]:
        fronts = ((reject.id, reject.document.front) for reject in self.rejects)
        return frozenset(name for name, front in fronts if front is None or front.values.get("stage") != "draft")

    def canonical(self, name: str) -> str:
        """Id that a name leads to: itself, or the entry that once had it."""
        return name if name in self.kinds else self.aliases.get(name, name)


def prerequisites(record: Source) -> tuple[Prerequisite, ...]:
    """Prerequisites of an entry; an agenda has none."""
    return () if isinstance(record.entry, Agenda) else record.entry.prerequisites or ()


def assemble(
    decoded: Iterable[tuple[Document, Record | Draft | Reject | None]],
    root: PurePosixPath,
    bibliography: Bibliography,
    files: frozenset[PurePosixPath],
    escaping: Mapping[PurePosixPath, str] | None = None,
) -> Catalogue:
    """Put decoded documents together; linear in their number."""
    records: dict[str, Record] = {}
    drafts: dict[str, Draft] = {}
    rejects: list[Reject] = []
    doubles: list[Record | Draft | Reject] = []
    pages: list[Document] = []
    seen: set[str] = set()
    for document, outcome in sorted(decoded, key=lambda pair: pair[0].path):
        if outcome is None:
            pages.append(document)
            continue
        if outcome.id in seen:
            doubles.append(outcome)
            continue
        seen.add(outcome.id)
        match outcome:
            case Record():
                records[outcome.id] = outcome
            case Draft():
                drafts[outcome.id] = outcome
            case Reject():
                rejects.append(outcome)
    return Catalogue(
        root=root,
        records=records,
        drafts=drafts,
        rejects=tuple(rejects),
        pages=tuple(pages),
        doubles=tuple(doubles),
        files=files,
        bibliography=bibliography,
        escaping=escaping or {},
    )


def _references(source: Source) -> Iterator[Reference]:
    for route, target, relation, kinds in references_of(source.entry):
        yield Reference(source=source, route=route, target=target, relation=relation, kinds=kinds)

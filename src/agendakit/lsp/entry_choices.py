"""Ids of entries as choices, the likeliest first."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lsprotocol import types

from agendakit.lsp.choice import Choice
from agendakit.lsp.describing import entry_page
from agendakit.model import Agenda
from agendakit.record import Draft, entry_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.catalogue import Catalogue, Source
    from agendakit.document import Document
    from agendakit.lsp.session import Session
    from agendakit.model.reflect import FieldInfo
    from agendakit.record import Record
    from agendakit.text import Span

_PREREQUISITE = "prerequisite"


def entry_choices(
    session: Session, document: Document, info: FieldInfo | None, span: Span, lead: str = ""
) -> Iterator[Choice]:
    """Entries of the kinds that a field takes, or all for a link in prose.

    Left out are the entry itself and, among prerequisites, what needs it. First comes what neighbours name in the same
    way, then what shares tags, then what many name; what is named here already and drafts come last.
    """
    catalogue = session.catalogue
    own = entry_id(document)
    left_out = {own}
    if info is not None and info.relation == _PREREQUISITE:
        left_out |= _needing(catalogue, own)
    ranking = _ranking(catalogue, document, info.relation if info else "")
    entries: tuple[Source, ...] = (*catalogue.records.values(), *catalogue.drafts.values())
    fitting = [
        source for source in entries if source.id not in left_out and (info is None or source.kind in info.kinds)
    ]
    for source in sorted(fitting, key=ranking.key):
        is_draft = isinstance(source, Draft)
        yield Choice(
            label=source.id,
            text=f"{lead}{source.id}",
            span=span,
            detail=f"{source.entry.title}{' (draft)' if is_draft else ''}",
            documentation=entry_page(source),
            sought=f"{source.id} {source.entry.title}",
            kind=types.CompletionItemKind.Reference,
        )


def agenda_of(catalogue: Catalogue, document: Document) -> Record | None:
    """The agenda that a project belongs to, whether or not the project validates."""
    named = document.front.values.get("agenda") if document.front else None
    if isinstance(named, str):
        return catalogue.records.get(catalogue.canonical(named))
    folders = {record.document.path.parent: record for record in catalogue.of_kind(Agenda)}
    return next((folders[parent] for parent in document.path.parents if parent in folders), None)


def _needing(catalogue: Catalogue, name: str) -> set[str]:
    """Entries that need one, directly or through others; that one itself may be broken just now."""
    opens: defaultdict[str, list[str]] = defaultdict(list)
    for reference in catalogue.references:
        if reference.relation == _PREREQUISITE:
            opens[catalogue.canonical(reference.target)].append(reference.source.id)
    found: set[str] = set()
    waiting = [name]
    while waiting:
        new = set(opens[waiting.pop()]) - found
        found |= new
        waiting += new
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ranking:
    """What makes an entry a likely choice in a document."""

    named: frozenset[str]
    near: Counter[str]
    often: Counter[str]
    tags: frozenset[str]

    def key(self, source: Source) -> tuple[bool, bool, int, int, int, str]:
        """Sort key: smaller is likelier."""
        return (
            source.id in self.named,
            isinstance(source, Draft),
            -self.near[source.id],
            -len(self.tags & set(source.entry.tags)),
            -self.often[source.id],
            source.id,
        )


def _ranking(catalogue: Catalogue, document: Document, relation: str) -> _Ranking:
    named: set[str] = set()
    near: Counter[str] = Counter()
    often: Counter[str] = Counter()
    for reference in catalogue.references:
        if relation and reference.relation != relation:
            continue
        path = reference.source.document.path
        if path == document.path:
            named.add(reference.target)
            continue
        near[reference.target] += path.parent == document.path.parent
        often[reference.target] += 1
    tags = document.front.values.get("tags") if document.front else None
    own = frozenset(str(tag) for tag in tags) if isinstance(tags, list) else frozenset()
    return _Ranking(named=frozenset(named), near=near, often=often, tags=own)

"""Values of fields as choices: words with their meanings, ids, papers, tags, days."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from lsprotocol import types

from agendakit.lsp.choice import Choice
from agendakit.lsp.describing import byline, paper_page
from agendakit.lsp.entry_choices import agenda_of, entry_choices
from agendakit.model import KINDS, Agenda, paper_refs_of
from agendakit.model.reflect import field_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.document import Document
    from agendakit.lsp.cursor import Value
    from agendakit.lsp.session import Session
    from agendakit.lsp.snippets import Style
    from agendakit.model.reflect import FieldInfo
    from agendakit.text import Span

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def value_choices(session: Session, document: Document, wanted: Value, style: Style) -> Iterator[Choice]:
    """What a field, or an item of it, may hold, as far as there is something to choose from."""
    if wanted.names == ("kind",):
        yield from _kinds(wanted)
    info = _field(session.kind(document.path), wanted.names, is_item=wanted.is_item)
    if info is None or (info.many and not wanted.is_item):
        return
    if info.meanings:
        yield from _words(info, wanted)
    elif "paper" in info.kinds:
        yield from paper_choices(session, document, wanted.span, wanted.lead)
    elif "question" in info.kinds:
        yield from _questions(session, document, wanted)
    elif info.kinds:
        yield from entry_choices(session, document, info, wanted.span, wanted.lead)
    elif info.route == ("tags",):
        yield from _tags(session, wanted)
    elif isinstance(info.example, str) and _DAY.fullmatch(info.example):
        yield Choice(label=style.today, text=f"{wanted.lead}{style.today}", span=wanted.span, detail="today")


def paper_choices(session: Session, document: Document, span: Span, lead: str = "") -> Iterator[Choice]:
    """The papers of the bibliography, those that neighbours name first."""
    known = session.catalogue.bibliography
    near: Counter[str] = Counter()
    for source in session.catalogue.sources:
        if source.document.path.parent == document.path.parent:
            found = (known.find(ref) for _, ref in paper_refs_of(source.entry))
            near.update(paper.id for paper in found if paper)
    for paper in sorted(known.papers, key=lambda paper: (-near[paper.id], paper.id)):
        yield Choice(
            label=paper.id,
            text=f"{lead}{paper.id}",
            span=span,
            detail=f"{byline(paper)}: {paper.item.title}".removeprefix(": "),
            documentation=paper_page(paper),
            sought=f"{paper.id} {byline(paper)} {paper.item.title}",
            kind=types.CompletionItemKind.Reference,
        )


def _field(kind: str, names: tuple[str, ...], *, is_item: bool) -> FieldInfo | None:
    info = field_at(kind, names) if kind in KINDS else None
    if info is not None and info.shorthand and is_item:
        return next(child for child in info.children if child.name == info.shorthand)
    return info


def _kinds(wanted: Value) -> Iterator[Choice]:
    for kind, model in KINDS.items():
        detail = " ".join((model.__doc__ or "").split())
        yield Choice(label=kind, text=f"{wanted.lead}{kind}", span=wanted.span, detail=detail)


def _words(info: FieldInfo, wanted: Value) -> Iterator[Choice]:
    for word, meaning in info.meanings.items():
        yield Choice(
            label=word,
            text=f"{wanted.lead}{word}",
            span=wanted.span,
            detail=meaning,
            kind=types.CompletionItemKind.EnumMember,
        )


def _questions(session: Session, document: Document, wanted: Value) -> Iterator[Choice]:
    agenda = agenda_of(session.catalogue, document)
    if agenda is None or not isinstance(agenda.entry, Agenda):
        return
    for question in agenda.entry.open_questions:
        yield Choice(
            label=question.id,
            text=f"{wanted.lead}{question.id}",
            span=wanted.span,
            detail=question.question,
            sought=f"{question.id} {question.question}",
            kind=types.CompletionItemKind.Reference,
        )


def _tags(session: Session, wanted: Value) -> Iterator[Choice]:
    counts = Counter(tag for source in session.catalogue.sources for tag in source.entry.tags)
    for tag, number in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        detail = f"{number} entries" if number > 1 else "1 entry"
        yield Choice(label=tag, text=f"{wanted.lead}{tag}", span=wanted.span, detail=detail)

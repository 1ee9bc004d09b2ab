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
from agendakit.model.reflect import field_at, fields_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.document import Document
    from agendakit.lsp.cursor import Value
    from agendakit.lsp.desk import Desk
    from agendakit.lsp.snippets import Style
    from agendakit.model.reflect import FieldInfo
    from agendakit.text import Span

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def value_choices(desk: Desk, document: Document, wanted: Value, style: Style) -> Iterator[Choice]:
    """What a field, or an item of it, may hold, as far as there is something to choose from."""
    info = _field(document, wanted)
    if info is None or (info.many and not wanted.is_item):
        return
    if info.meanings:
        yield from _words(info, wanted)
    elif "paper" in info.kinds:
        yield from paper_choices(desk, document, wanted.span, wanted.lead)
    elif "question" in info.kinds:
        yield from _questions(desk, document, wanted)
    elif info.kinds:
        yield from entry_choices(desk, document, info, wanted.span, wanted.lead)
    elif info.route == ("tags",):
        yield from _tags(desk, wanted)
    elif isinstance(info.example, str) and _DAY.fullmatch(info.example):
        yield Choice(label=style.today, text=f"{wanted.lead}{style.today}", span=wanted.span, detail="today")


def paper_choices(desk: Desk, document: Document, span: Span, lead: str = "") -> Iterator[Choice]:
    """The papers of the bibliography, those that neighbours name first."""
    known = desk.catalogue.bibliography
    near: Counter[str] = Counter()
    for source in desk.catalogue.sources:
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


def _field(document: Document, wanted: Value) -> FieldInfo | None:
    kind = document.kind
    if kind not in KINDS:
        return (
            next((info for info in fields_of("project") if info.name in wanted.names[:1]), None)
            if _opens(wanted)
            else None
        )
    info = field_at(kind, wanted.names)
    if info is not None and info.shorthand and wanted.is_item:
        return next(child for child in info.children if child.name == info.shorthand)
    return info


def _opens(wanted: Value) -> bool:
    """Whether it is a field that can be written before the kind is known."""
    return wanted.names in (("kind",), ("stage",))


def _words(info: FieldInfo, wanted: Value) -> Iterator[Choice]:
    for word, meaning in info.meanings.items():
        yield Choice(
            label=word,
            text=f"{wanted.lead}{word}",
            span=wanted.span,
            detail=meaning,
            kind=types.CompletionItemKind.EnumMember,
        )


def _questions(desk: Desk, document: Document, wanted: Value) -> Iterator[Choice]:
    agenda = agenda_of(desk.catalogue, document)
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


def _tags(desk: Desk, wanted: Value) -> Iterator[Choice]:
    counts = Counter(tag for source in desk.catalogue.sources for tag in source.entry.tags)
    for tag, number in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        detail = f"{number} entries" if number > 1 else "1 entry"
        yield Choice(label=tag, text=f"{wanted.lead}{tag}", span=wanted.span, detail=detail)

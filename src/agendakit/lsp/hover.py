"""What a thing under the cursor is: an entry, a paper, a question, a field, a word of a vocabulary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from agendakit.lsp.describing import entry_page, field_page, paper_page, plain
from agendakit.lsp.lookup import paper_behind, question_behind, source_behind
from agendakit.lsp.mentioned import Mention, field_for, mention_at
from agendakit.lsp.positions import range_of
from agendakit.model import KINDS
from agendakit.model.reflect import field_at

if TYPE_CHECKING:
    from agendakit.document import Document
    from agendakit.lsp.session import Session
    from agendakit.text import Span


def hover(session: Session, document: Document, offset: int) -> types.Hover | None:
    """A few lines of Markdown about what is at an offset."""
    mention = mention_at(document, offset)
    page = _behind(session, document, mention) if mention else ""
    span = mention.span if mention else None
    if not page or span is None:
        found = _field(document, offset)
        if found is None:
            return None
        page, span = found
    content = types.MarkupContent(kind=types.MarkupKind.Markdown, value=page)
    return types.Hover(contents=content, range=range_of(document.lines, span))


def _behind(session: Session, document: Document, mention: Mention) -> str:
    source, paper = source_behind(session, mention), paper_behind(session, mention)
    if source is not None:
        return entry_page(source)
    if paper is not None:
        return paper_page(paper)
    question = question_behind(session, document, mention)
    return plain(question.words) if question else ""


def _field(document: Document, offset: int) -> tuple[str, Span] | None:
    """The field whose key is at an offset, or the meaning of the word that is its value."""
    front = document.front
    if front is None or document.kind not in KINDS or not front.source.start <= offset <= front.source.end:
        return None
    for route, value, key, span in front.nodes():
        if not route:
            continue
        if isinstance(route[-1], str) and key.start <= offset <= key.end:
            info = field_at(document.kind, route)
            return (field_page(info), key) if info else None
        if not isinstance(value, dict | list) and span.start <= offset <= span.end:
            info = field_for(document.kind, route)
            meaning = info.meanings.get(str(value), "") if info else ""
            return (f"`{value}`: {meaning}", span) if meaning else None
    return None

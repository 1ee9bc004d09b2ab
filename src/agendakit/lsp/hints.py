"""Titles behind ids and papers, shown in the line without being in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from agendakit.lsp.describing import byline
from agendakit.lsp.lookup import paper_behind, question_behind, source_behind
from agendakit.lsp.positions import position_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.document import Document
    from agendakit.lsp.mentioned import Mention
    from agendakit.lsp.session import Session
    from agendakit.text import Span

_LONGEST = 60


def inlay_hints(session: Session, document: Document, shown: Span) -> Iterator[types.InlayHint]:
    """Hints for the names in the front matter that lie in a part of the document; prose has words of its own."""
    for mention in session.mentions(document.path):
        if mention.in_prose or not shown.start <= mention.span.end <= shown.end:
            continue
        title = _title(session, document, mention)
        if title:
            yield types.InlayHint(
                position=position_of(document.lines, mention.span.end),
                label=title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1].rstrip()}…",
                tooltip=title,
                padding_left=True,
            )


def _title(session: Session, document: Document, mention: Mention) -> str:
    source, paper = source_behind(session, mention), paper_behind(session, mention)
    if source is not None:
        return source.entry.title
    if paper is not None:
        return f"{byline(paper)}: {paper.item.title}".removeprefix(": ")
    question = question_behind(session, document, mention)
    return question.words if question else ""

"""Choices in the body of an entry: ids in links, papers in citations, headings of sections."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lsprotocol import types

from agendakit.destinations import SCHEME_OF_ENTRIES
from agendakit.lsp.choice import Choice
from agendakit.lsp.entry_choices import entry_choices
from agendakit.lsp.value_choices import paper_choices
from agendakit.model import SECTIONS
from agendakit.sections import LEVEL
from agendakit.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.document import Document
    from agendakit.lsp.session import Session

_LINK = re.compile(rf"\]\((?:{SCHEME_OF_ENTRIES}:)?(?P<typed>[a-z0-9-]*)$")
_CITATION = re.compile(r"\[(?:@[^\[\]\s;]+;\s*)*@(?P<typed>[^\[\]\s;]*)$")
_HEADING = re.compile(r"(?P<typed>#{1,2}[^#]*)$")
_REST = {"link": re.compile(r"[a-z0-9-]*"), "citation": re.compile(r"[^\[\]\s;]*")}


def prose_choices(session: Session, document: Document, offset: int) -> Iterator[Choice]:
    """Choices at an offset of the body."""
    line = document.lines.line_span(document.lines.position(offset).line)
    typed = document.text[line.start : offset]
    link, citation = _LINK.search(typed), _CITATION.search(typed)
    if link is not None:
        span = _span(document, offset, link["typed"], _REST["link"])
        scheme = "" if typed[: link.start("typed")].endswith(":") else f"{SCHEME_OF_ENTRIES}:"
        yield from entry_choices(session, document, None, span, scheme)
    elif citation is not None:
        yield from paper_choices(session, document, _span(document, offset, citation["typed"], _REST["citation"]))
    elif _HEADING.fullmatch(typed):
        yield from _sections(document, session.kind(document.path), line)


def _span(document: Document, offset: int, typed: str, rest: re.Pattern[str]) -> Span:
    behind = rest.match(document.text, offset)
    return Span(offset - len(typed), behind.end() if behind else offset)


def _sections(document: Document, kind: str, line: Span) -> Iterator[Choice]:
    """Sections that the body does not have yet, in their order."""
    present = {heading.title for heading in document.outline.headings if heading.span.start < line.start}
    present |= {heading.title for heading in document.outline.headings if heading.span.start > line.end}
    for section in SECTIONS[kind]:
        if section.title not in present:
            text = f"{'#' * LEVEL} {section.title}"
            yield Choice(
                label=text,
                text=text,
                span=line,
                detail="needed" if section.required else "optional",
                sought=f"{text} {'#' * (LEVEL - 1)} {section.title}",
                kind=types.CompletionItemKind.Text,
            )

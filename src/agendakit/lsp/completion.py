"""Choices at the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from agendakit import frontmatter
from agendakit.lsp.choice import Choice
from agendakit.lsp.cursor import Key, Value, wanted_at
from agendakit.lsp.field_choices import field_choices
from agendakit.lsp.positions import range_of
from agendakit.lsp.prose_choices import prose_choices
from agendakit.lsp.snippets import Style, entry_snippet
from agendakit.lsp.value_choices import value_choices
from agendakit.model import KINDS
from agendakit.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.document import Document
    from agendakit.lsp.session import Session

TRIGGERS = (":", " ", "[", "@", "#", "-", ",")


def complete(session: Session, document: Document, offset: int, style: Style) -> list[types.CompletionItem]:
    """Choices at an offset of a document, best first; none in Markdown that is no entry."""
    source, body = frontmatter.split(document.text)
    if source is None:
        found = _first_lines(document, style)
    elif source.start <= offset <= source.end:
        found = _in_front_matter(session, document, source, offset, style)
    elif offset >= body and session.kind(document.path):
        found = prose_choices(session, document, offset)
    else:
        found = iter(())
    return [_item(document, choice, number, style) for number, choice in enumerate(found)]


def _in_front_matter(session: Session, document: Document, source: Span, offset: int, style: Style) -> Iterator[Choice]:
    for wanted in wanted_at(document.lines, source, offset):
        match wanted:
            case Key():
                yield from field_choices(session, document, wanted, style)
            case Value():
                yield from value_choices(session, document, wanted, style)


def _first_lines(document: Document, style: Style) -> Iterator[Choice]:
    begun = document.text.strip()
    for kind, model in KINDS.items() if any(kind.startswith(begun) for kind in KINDS) else ():
        yield Choice(
            label=kind,
            text=entry_snippet(kind, style),
            span=Span(0, len(document.text)),
            detail="a new entry",
            documentation=" ".join((model.__doc__ or "").split()),
            kind=types.CompletionItemKind.Snippet,
            is_snippet=True,
        )


def _item(document: Document, choice: Choice, number: int, style: Style) -> types.CompletionItem:
    is_snippet = choice.is_snippet and style.is_snippet
    return types.CompletionItem(
        label=choice.label,
        kind=choice.kind,
        detail=choice.detail or None,
        documentation=types.MarkupContent(types.MarkupKind.Markdown, choice.documentation)
        if choice.documentation
        else None,
        sort_text=f"{number:05}",
        filter_text=choice.sought or choice.label,
        insert_text_format=types.InsertTextFormat.Snippet if is_snippet else types.InsertTextFormat.PlainText,
        insert_text_mode=types.InsertTextMode.AdjustIndentation,
        text_edit=types.TextEdit(range=range_of(document.lines, choice.span), new_text=choice.text),
    )

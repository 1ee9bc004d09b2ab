"""What a file and the catalogue consist of, for outlines and for search by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from agendakit.lsp.positions import range_of
from agendakit.places import value_place
from agendakit.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.document import Document
    from agendakit.lsp.session import Session
    from agendakit.outline import Heading

_KINDS = {
    "agenda": types.SymbolKind.Namespace,
    "project": types.SymbolKind.Class,
    "concept": types.SymbolKind.Interface,
}
_LONGEST = 60


def document_symbols(document: Document) -> list[types.DocumentSymbol]:
    """The entry with its fields, then its sections; headings lie below the headings they belong to."""
    front = document.front
    if front is None or not front.readable:
        return _sections(document, document.outline.headings)
    title = front.values.get("title")
    whole = Span(0, max(front.body - 1, front.source.end))
    entry = types.DocumentSymbol(
        name=str(title) if title else document.path.name,
        detail=document.kind,
        kind=_KINDS.get(document.kind, types.SymbolKind.File),
        range=range_of(document.lines, whole),
        selection_range=range_of(document.lines, _inside(value_place(document, ("title",)).span, whole)),
        children=list(_fields(document)),
    )
    return [entry, *_sections(document, document.outline.headings)]


def flattened(document: Document, uri: str, symbols: list[types.DocumentSymbol]) -> list[types.SymbolInformation]:
    """The same in a row, for editors that know no tree."""
    flat: list[types.SymbolInformation] = []
    for symbol in symbols:
        location = types.Location(uri=uri, range=symbol.range)
        flat.append(types.SymbolInformation(name=symbol.name, kind=symbol.kind, location=location))
        flat += flattened(document, uri, list(symbol.children or ()))
    return flat


def workspace_symbols(session: Session, query: str) -> Iterator[types.WorkspaceSymbol]:
    """Entries whose id, title or other names hold every word of a query."""
    words = query.casefold().split()
    for source in session.catalogue.sources:
        entry = source.entry
        sought = " ".join((source.id, entry.title, *entry.also_called, *entry.aliases)).casefold()
        if all(word in sought for word in words):
            place = value_place(source.document, ("title",))
            yield types.WorkspaceSymbol(
                name=entry.title,
                kind=_KINDS[source.kind],
                location=types.Location(
                    uri=session.uri_of(place.path), range=range_of(source.document.lines, place.span)
                ),
                container_name=source.id,
            )


def _fields(document: Document) -> Iterator[types.DocumentSymbol]:
    front = document.front
    assert front is not None, "only called for entries"
    for name, value in front.values.items():
        key, span = front.key_span((name,)), front.value_span((name,))
        shown = "" if isinstance(value, dict | list) else " ".join(str(value).split())
        yield types.DocumentSymbol(
            name=name or "?",
            detail=shown[:_LONGEST],
            kind=types.SymbolKind.Property,
            range=range_of(document.lines, Span(key.start, max(key.end, span.end))),
            selection_range=range_of(document.lines, key),
        )


def _sections(document: Document, headings: tuple[Heading, ...]) -> list[types.DocumentSymbol]:
    found: list[types.DocumentSymbol] = []
    rest = headings
    while rest:
        first = rest[0]
        inner = tuple(heading for heading in rest[1:] if heading.span.start < first.content.end)
        found.append(
            types.DocumentSymbol(
                name=first.title or "?",
                kind=types.SymbolKind.String,
                range=range_of(document.lines, Span(first.span.start, max(first.content.end, first.span.end))),
                selection_range=range_of(document.lines, first.span),
                children=_sections(document, inner),
            )
        )
        rest = rest[1 + len(inner) :]
    return found


def _inside(span: Span, whole: Span) -> Span:
    """A span cut to another, as the protocol asks of what is to be selected."""
    return Span(max(span.start, whole.start), max(min(span.end, whole.end), whole.start))

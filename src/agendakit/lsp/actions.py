"""What can be done about diagnostics: apply a fix, create the entry that is named, add the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from agendakit.diagnostic import Level, Safety
from agendakit.fix import fix
from agendakit.lsp.commands import ADD_PAPER, registered_name
from agendakit.lsp.entry_choices import agenda_of
from agendakit.lsp.lookup import paper_behind
from agendakit.lsp.mentioned import Sort, field_at_offset
from agendakit.lsp.new_entry import draft_text
from agendakit.lsp.positions import text_edits
from agendakit.lsp.publishing import converted
from agendakit.lsp.renaming import can
from agendakit.model import KINDS
from agendakit.scaffold import path_of
from agendakit.text import Edit, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from agendakit.check import Checked
    from agendakit.diagnostic import Diagnostic
    from agendakit.document import Document
    from agendakit.lsp.mentioned import Mention
    from agendakit.lsp.session import Session

FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.agendakit"
_IN_PROSE = frozenset({"concept", "project"})


def code_actions(
    session: Session, document: Document, span: Span, only: Iterable[str] | None, capabilities: types.ClientCapabilities
) -> Iterator[types.CodeAction]:
    """Actions for a part of a document, of the kinds that are asked for."""
    session.catch_up(document.path)
    if _asked(types.CodeActionKind.QuickFix.value, only):
        for diagnostic in session.diagnostics.get(document.path, ()):
            at = diagnostic.place.span
            if at.start <= span.end and span.start <= at.end:
                yield from _for_fix(session, document, diagnostic)
        for mention in session.mentions(document.path):
            if mention.span.start <= span.end and span.start <= mention.span.end:
                yield from _for_mention(session, document, mention, capabilities)
    if only is not None and _asked(FIX_ALL, only):
        yield from _fix_all(session, document)


def _asked(kind: str, only: Iterable[str] | None) -> bool:
    """Whether a kind is wanted; a client that asks for `source` means all that begins with it."""
    return only is None or any(kind == wanted or kind.startswith(f"{wanted}.") or not wanted for wanted in only)


def _for_fix(session: Session, document: Document, diagnostic: Diagnostic) -> Iterator[types.CodeAction]:
    found = diagnostic.finding.fix
    if found is not None:
        yield types.CodeAction(
            title=found.title,
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[converted(session, document.lines, diagnostic)],
            is_preferred=found.safety is Safety.SAFE,
            edit=_edit(session, document, found.edits),
        )


def _for_mention(
    session: Session, document: Document, mention: Mention, capabilities: types.ClientCapabilities
) -> Iterator[types.CodeAction]:
    about = [
        converted(session, document.lines, one)
        for one in session.diagnostics.get(document.path, ())
        if one.level is not Level.HINT and one.place.span.start <= mention.span.start <= one.place.span.end
    ]
    if mention.sort is Sort.PAPER and registered_name(mention.name) and paper_behind(session, mention) is None:
        name = registered_name(mention.name)
        yield types.CodeAction(
            title=f"Add {name} to the bibliography",
            kind=types.CodeActionKind.QuickFix,
            diagnostics=about,
            command=types.Command(
                title="Add paper", command=ADD_PAPER, arguments=[session.uri_of(document.path), name]
            ),
        )
    is_unknown = mention.sort is Sort.ENTRY and session.catalogue.canonical(mention.name) not in session.catalogue.kinds
    if is_unknown and can(capabilities, types.ResourceOperationKind.Create):
        info = field_at_offset(document, mention.span.start)
        for kind in sorted(info.kinds & KINDS.keys() if info else _IN_PROSE):
            yield types.CodeAction(
                title=f"Create the {kind} {mention.name}",
                kind=types.CodeActionKind.QuickFix,
                diagnostics=about,
                edit=_creation(session, document, kind, mention.name),
            )


def _creation(session: Session, document: Document, kind: str, name: str) -> types.WorkspaceEdit:
    agenda = agenda_of(session.catalogue, document)
    uri = session.uri_of(path_of(session.catalogue, kind, name, agenda.id if agenda else ""))
    start = types.Range(start=types.Position(0, 0), end=types.Position(0, 0))
    text = types.TextEdit(range=start, new_text=draft_text(kind, name, session.today.isoformat()))
    identifier = types.OptionalVersionedTextDocumentIdentifier(uri=uri)
    return types.WorkspaceEdit(
        document_changes=[
            types.CreateFile(uri=uri, options=types.CreateFileOptions(ignore_if_exists=True)),
            types.TextDocumentEdit(text_document=identifier, edits=[text]),
        ]
    )


def _fix_all(session: Session, document: Document) -> Iterator[types.CodeAction]:
    """Every safe fix of a file, tried against the whole catalogue as `check --fix` does."""

    def wanted(checked: Checked) -> Iterator[Diagnostic]:
        return (one for one in checked.diagnostics if one.place.path == document.path)

    text = fix(session.sources, session.checking(), wanted).texts.get(document.path)
    if text is not None:
        yield types.CodeAction(
            title="Apply all safe fixes",
            kind=FIX_ALL,
            edit=_edit(session, document, (Edit(Span(0, len(document.text)), text),)),
        )


def _edit(session: Session, document: Document, edits: Iterable[Edit]) -> types.WorkspaceEdit:
    return types.WorkspaceEdit(changes={session.uri_of(document.path): text_edits(document, edits)})

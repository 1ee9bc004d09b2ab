"""A rename of an id as one edit of the whole workspace: texts, then the file or folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from agendakit.lsp.lookup import source_of
from agendakit.lsp.mentioned import Sort, mention_at
from agendakit.lsp.navigation import own_id_at
from agendakit.lsp.positions import range_of, text_edits
from agendakit.places import value_place
from agendakit.rename import RenameError, Renaming, in_configuration, plan
from agendakit.text import LineIndex, Span

if TYPE_CHECKING:
    from agendakit.document import Document
    from agendakit.lsp.session import Session

Change = types.TextDocumentEdit | types.CreateFile | types.RenameFile | types.DeleteFile


def renamable_at(session: Session, document: Document, offset: int) -> tuple[str, Span] | None:
    """The id of an entry that an offset is on, with its span; on an entry's `kind` or `title` it is its own."""
    mention = mention_at(document, offset)
    if mention is not None and mention.sort is Sort.ENTRY and source_of(session.catalogue, mention.name):
        return mention.name, mention.span
    own = own_id_at(document, offset)
    if own is None:
        return None
    at_title = value_place(document, ("title",)).span
    return own, at_title if at_title.start <= offset <= at_title.end else value_place(document, ("kind",)).span


def rename(session: Session, old: str, new: str, capabilities: types.ClientCapabilities) -> types.WorkspaceEdit:
    """Edits that give an entry another id.

    Raises:
        RenameError: the id cannot be had, or the editor cannot rename files.
    """
    if not can(capabilities, types.ResourceOperationKind.Rename):
        raise RenameError(f"This editor cannot rename files. Run `agendakit rename {old} {new}`.")
    old = session.catalogue.canonical(old)
    renaming = plan(session.catalogue, session.documents, old, new.strip())
    return types.WorkspaceEdit(
        document_changes=[*_edits(session, renaming), *_moves(session, renaming, old, new.strip())]
    )


def can(capabilities: types.ClientCapabilities, operation: types.ResourceOperationKind) -> bool:
    """Whether an editor can create, rename or delete files as part of an edit.

    Neovim lists the operations and forgets to say `documentChanges`, which they are part of.
    """
    workspace = capabilities.workspace
    edit = workspace.workspace_edit if workspace else None
    return bool(edit and operation in (edit.resource_operations or ()))


def _edits(session: Session, renaming: Renaming) -> list[Change]:
    documents = session.documents
    return [
        types.TextDocumentEdit(
            text_document=types.OptionalVersionedTextDocumentIdentifier(uri=session.uri_of(path)),
            edits=[*text_edits(documents[path], edits)],
        )
        for path, edits in renaming.edits.items()
    ]


def _moves(session: Session, renaming: Renaming, old: str, new: str) -> list[Change]:
    moves: list[Change] = [
        types.RenameFile(old_uri=session.uri_of(before), new_uri=session.uri_of(after))
        for before, after in renaming.moves.items()
    ]
    return [*_configuration(session, old, new), *moves]


def _configuration(session: Session, old: str, new: str) -> list[Change]:
    """The edit of the configuration, where it names the entry."""
    path = session.workspace.config_path
    if path is None or old not in session.workspace.config.assumes:
        return []
    text = path.read_bytes().decode("utf-8")
    edit = types.TextEdit(
        range=range_of(LineIndex(text), Span(0, len(text))), new_text=in_configuration(text, old, new)
    )
    identifier = types.OptionalVersionedTextDocumentIdentifier(uri=path.as_uri())
    return [types.TextDocumentEdit(text_document=identifier, edits=[edit])]

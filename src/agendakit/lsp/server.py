"""The server: what the editor asks, answered by the modules beside this one."""

from __future__ import annotations

import typing
from typing import TYPE_CHECKING, TypeVar

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from agendakit import __version__
from agendakit.lsp.actions import FIX_ALL, code_actions
from agendakit.lsp.commands import ADD_PAPER, add_paper
from agendakit.lsp.completion import TRIGGERS, complete
from agendakit.lsp.hints import inlay_hints
from agendakit.lsp.hover import hover
from agendakit.lsp.navigation import definition, references
from agendakit.lsp.positions import offset_of, range_of
from agendakit.lsp.protocol import Protocol, in_words
from agendakit.lsp.renaming import renamable_at, rename
from agendakit.lsp.sessions import CONFIGURATIONS, path_of
from agendakit.lsp.snippets import Style
from agendakit.lsp.symbols import document_symbols, flattened, workspace_symbols
from agendakit.lsp.upkeep import Upkeep
from agendakit.rename import RenameError
from agendakit.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from agendakit.document import Document
    from agendakit.lsp.session import Session

P = TypeVar("P")
R = TypeVar("R")
NAME = "agendakit"


class _AtPlace(typing.Protocol):
    """Parameters of a request about a place."""

    @property
    def text_document(self) -> types.TextDocumentIdentifier: ...

    @property
    def position(self) -> types.Position: ...


def make_server() -> LanguageServer:
    """A server with all its features, ready to be started on a pair of streams."""
    # Full texts: pygls takes characters for line ends that the protocol does not, so changes of parts would go astray.
    server = LanguageServer(
        NAME, __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full, protocol_cls=Protocol
    )
    upkeep = Upkeep(server)
    _follow_texts(server, upkeep)
    _answer_about_places(server, upkeep)
    _answer_about_files(server, upkeep)
    _change_texts(server, upkeep)
    return server


def _follow_texts(server: LanguageServer, upkeep: Upkeep) -> None:
    def initialized(_: types.InitializedParams) -> None:
        _watch_files(server)
        paths = (path_of(uri) for uri in server.workspace.folders or [server.workspace.root_uri or ""])
        upkeep.started([path for path in paths if path is not None])

    def opened(params: types.DidOpenTextDocumentParams) -> None:
        upkeep.opened(params.text_document.uri, params.text_document.text)

    def changed(params: types.DidChangeTextDocumentParams) -> None:
        document = server.workspace.get_text_document(params.text_document.uri)
        upkeep.changed(params.text_document.uri, document.source)

    def saved(params: types.DidSaveTextDocumentParams) -> None:
        # For editors that do not watch files: others may have changed since the last save.
        upkeep.disk_changed([params.text_document.uri])

    def closed(params: types.DidCloseTextDocumentParams) -> None:
        upkeep.closed(params.text_document.uri)

    def watched(params: types.DidChangeWatchedFilesParams) -> None:
        upkeep.disk_changed([change.uri for change in params.changes])

    told = _telling(server, upkeep)
    told(types.INITIALIZED, initialized)
    told(types.TEXT_DOCUMENT_DID_OPEN, opened)
    told(types.TEXT_DOCUMENT_DID_CHANGE, changed)
    told(types.TEXT_DOCUMENT_DID_SAVE, saved)
    told(types.TEXT_DOCUMENT_DID_CLOSE, closed)
    told(types.WORKSPACE_DID_CHANGE_WATCHED_FILES, watched)


def _answer_about_places(server: LanguageServer, upkeep: Upkeep) -> None:
    asked = _asking(server, upkeep)

    def completed(params: types.CompletionParams) -> list[types.CompletionItem]:
        found = _place(upkeep, params)
        return complete(*found, _style(server, found[0])) if found else []

    def hovered(params: types.HoverParams) -> types.Hover | None:
        found = _place(upkeep, params)
        return hover(*found) if found and found[0].entry(found[1].path) else None

    def defined(params: types.DefinitionParams) -> types.Location | None:
        found = _place(upkeep, params)
        return definition(*found) if found else None

    def referred(params: types.ReferenceParams) -> list[types.Location]:
        found = _place(upkeep, params)
        return references(*found, with_definition=params.context.include_declaration) if found else []

    triggers = types.CompletionOptions(trigger_characters=list(TRIGGERS))
    asked(types.TEXT_DOCUMENT_COMPLETION, completed, triggers)
    asked(types.TEXT_DOCUMENT_HOVER, hovered)
    asked(types.TEXT_DOCUMENT_DEFINITION, defined)
    asked(types.TEXT_DOCUMENT_REFERENCES, referred)


def _answer_about_files(server: LanguageServer, upkeep: Upkeep) -> None:
    asked = _asking(server, upkeep)

    def outlined(
        params: types.DocumentSymbolParams,
    ) -> list[types.DocumentSymbol] | list[types.SymbolInformation]:
        found = _entry(upkeep, params.text_document.uri)
        symbols = document_symbols(found[1]) if found else []
        capabilities = server.client_capabilities.text_document
        known = capabilities.document_symbol if capabilities else None
        is_tree = known is not None and known.hierarchical_document_symbol_support
        return symbols if is_tree else flattened(found[1], params.text_document.uri, symbols) if found else []

    def sought(params: types.WorkspaceSymbolParams) -> list[types.WorkspaceSymbol]:
        return [symbol for session in upkeep.sessions for symbol in workspace_symbols(session, params.query)]

    def hinted(params: types.InlayHintParams) -> list[types.InlayHint]:
        found = _entry(upkeep, params.text_document.uri)
        return list(inlay_hints(*found, _span(found[1], params.range))) if found else []

    asked(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, outlined)
    asked(types.WORKSPACE_SYMBOL, sought)
    asked(types.TEXT_DOCUMENT_INLAY_HINT, hinted)


def _change_texts(server: LanguageServer, upkeep: Upkeep) -> None:
    asked = _asking(server, upkeep)

    def acted(params: types.CodeActionParams) -> list[types.CodeAction]:
        found = _document(upkeep, params.text_document.uri)
        if found is None:
            return []
        only = [str(kind) for kind in params.context.only] if params.context.only is not None else None
        return list(code_actions(*found, _span(found[1], params.range), only, server.client_capabilities))

    def offered(params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
        found = _place(upkeep, params)
        named = renamable_at(*found) if found else None
        if found is None or named is None:
            return None
        return types.PrepareRenamePlaceholder(range=range_of(found[1].lines, named[1]), placeholder=named[0])

    def renamed(params: types.RenameParams) -> types.WorkspaceEdit:
        found = _place(upkeep, params)
        named = renamable_at(*found) if found else None
        if found is None or named is None:
            raise RenameError("No id of an entry stands here.")
        return rename(found[0], named[0], params.new_name, server.client_capabilities)

    async def added(uri: str, name: str) -> None:
        found = _document(upkeep, uri)
        words = await add_paper(found[0].workspace, name) if found else ""
        if words:
            server.window_show_message(types.ShowMessageParams(type=types.MessageType.Error, message=words))
        upkeep.disk_changed([uri])

    kinds = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix, FIX_ALL])
    asked(types.TEXT_DOCUMENT_CODE_ACTION, acted, kinds)
    asked(types.TEXT_DOCUMENT_PREPARE_RENAME, offered)
    asked(types.TEXT_DOCUMENT_RENAME, renamed, types.RenameOptions(prepare_provider=True))
    server.command(ADD_PAPER)(added)


def _telling(server: LanguageServer, upkeep: Upkeep) -> Callable[[str, Callable[[P], None]], None]:
    """Registers what follows a notification; an error is shown as a sentence."""

    def register(method: str, handler: Callable[[P], None]) -> None:
        def guarded(params: P) -> None:
            try:
                handler(params)
            except Exception as error:  # noqa: BLE001  # the last line of defence
                upkeep.tell(error)

        server.feature(method)(guarded)

    return register


def _asking(server: LanguageServer, upkeep: Upkeep) -> Callable[..., None]:
    """Registers what answers a request; an error is answered as a sentence."""

    def register(method: str, handler: Callable[[P], R], options: object = None) -> None:
        async def guarded(params: P) -> R:
            try:
                await upkeep.ready()
                return handler(params)
            except Exception as error:  # noqa: BLE001  # the last line of defence
                raise in_words(error) from None

        server.feature(method, options)(guarded)

    return register


def _document(upkeep: Upkeep, uri: str) -> tuple[Session, Document] | None:
    """A file of a catalogue, with its session."""
    found = upkeep.sessions.of(uri)
    document = found[0].document(found[1]) if found else None
    return (found[0], document) if found and document else None


def _entry(upkeep: Upkeep, uri: str) -> tuple[Session, Document] | None:
    """The same for an entry; `None` for other Markdown."""
    found = _document(upkeep, uri)
    return found if found and found[0].entry(found[1].path) else None


def _place(upkeep: Upkeep, params: _AtPlace) -> tuple[Session, Document, int] | None:
    found = _document(upkeep, params.text_document.uri)
    return (*found, offset_of(found[1].lines, params.position)) if found else None


def _span(document: Document, asked: types.Range) -> Span:
    start = offset_of(document.lines, asked.start)
    return Span(start, max(start, offset_of(document.lines, asked.end)))


def _style(server: LanguageServer, session: Session) -> Style:
    text = server.client_capabilities.text_document
    item = text.completion.completion_item if text and text.completion else None
    return Style(today=session.today.isoformat(), is_snippet=bool(item and item.snippet_support))


def _watch_files(server: LanguageServer) -> None:
    """Ask the editor to say when files change outside of it."""
    workspace = server.client_capabilities.workspace
    watching = workspace.did_change_watched_files if workspace else None
    if watching is None or not watching.dynamic_registration:
        return
    watchers = [types.FileSystemWatcher(glob_pattern=f"**/{name}") for name in ("*.md", "papers.json", *CONFIGURATIONS)]
    options = types.DidChangeWatchedFilesRegistrationOptions(watchers=watchers)
    registration = types.Registration(
        id="files", method=types.WORKSPACE_DID_CHANGE_WATCHED_FILES, register_options=options
    )
    server.client_register_capability(types.RegistrationParams(registrations=[registration]))

"""How we speak the protocol: UTF-16 columns, and errors in words rather than tracebacks."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING
from urllib.parse import unquote

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.protocol import LanguageServerProtocol, lsp_method

from agendakit import __version__
from agendakit.config import ConfigError
from agendakit.rename import RenameError
from agendakit.workspace import WorkspaceError

if TYPE_CHECKING:
    from collections.abc import Generator

_LOG = logging.getLogger(__name__)
_DEBUG = "AGENDAKIT_DEBUG"


class Protocol(LanguageServerProtocol):
    """pygls's protocol, in which columns count UTF-16 code units whatever else a client offers."""

    @lsp_method(types.INITIALIZE)
    def lsp_initialize(self, params: types.InitializeParams) -> Generator[object, object, types.InitializeResult]:
        """Agree on UTF-16, which every client speaks and our line index knows."""
        if params.capabilities.general is not None:
            params.capabilities.general.position_encodings = [types.PositionEncodingKind.Utf16]
        return (yield from super().lsp_initialize(params))

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(
        self, params: types.DidChangeTextDocumentParams
    ) -> Generator[object, object, None]:
        """Take a text, but not of a file that is closed: Helix 25.01 sends one after it has renamed the file."""
        if unquote(params.text_document.uri) in self.workspace.text_documents:
            yield from super().lsp_text_document__did_change(params)


def in_words(error: Exception) -> JsonRpcException:
    """An error as the client shows it: one sentence; what is ours to mend is written to the log besides."""
    if isinstance(error, JsonRpcException):
        return error
    if isinstance(error, ConfigError | WorkspaceError | RenameError):
        return JsonRpcException(str(error), code=types.LSPErrorCodes.RequestFailed.value)
    _LOG.error("%s: %s", type(error).__name__, error, exc_info=bool(os.environ.get(_DEBUG)))
    return JsonRpcException(
        f"This is a bug in agendakit {__version__}, not in your files: {type(error).__name__}: {error}",
        code=types.ErrorCodes.InternalError.value,
    )

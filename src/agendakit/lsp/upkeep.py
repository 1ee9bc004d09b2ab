"""Diagnostics kept up with what is typed: one file at once, the whole catalogue in the next pause."""

from __future__ import annotations

import asyncio
import gc
import logging
from collections import defaultdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types

from agendakit.config import ConfigError
from agendakit.lsp.protocol import in_words
from agendakit.lsp.publishing import of_configuration, published
from agendakit.lsp.sessions import CONFIGURATIONS, Sessions, path_of
from agendakit.workspace import WorkspaceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import PurePosixPath

    from pygls.lsp.server import LanguageServer

    from agendakit.lsp.session import Session

_LOG = logging.getLogger(__name__)
AFTER_A_KEY = 0.05
"""Seconds after a keystroke until the file itself is judged; so a fast typist costs one judgement a word."""
IN_A_PAUSE = 0.3
"""Seconds after that until the whole catalogue is."""


class Upkeep:
    """Follows the texts of one editor and publishes what is found."""

    def __init__(self, server: LanguageServer) -> None:
        self.sessions = Sessions()
        self._server = server
        self._waiting: dict[Session, asyncio.TimerHandle] = {}
        self._running: set[asyncio.Task[None]] = set()
        self._turns: defaultdict[Session, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._told: set[str] = set()

    def started(self, folders: Iterable[Path]) -> None:
        """Open the catalogues of the folders that the editor shows."""
        for folder in folders:
            session = self.sessions.at(folder)
            self._report_problems()
            if session is not None:
                self._later(session, 0, partial(self._begin_whole, session))

    def opened(self, uri: str, text: str) -> None:
        """Take a file that the editor opened."""
        found = self.sessions.of(uri)
        self._report_problems()
        if found is not None:
            session, path = found
            session.lay(path, text)
            self._publish(session, path)
            self._later(session, 0, partial(self._begin_whole, session))

    def changed(self, uri: str, text: str) -> None:
        """Take a new text."""
        found = self.sessions.of(uri)
        if found is not None:
            session, path = found
            session.lay(path, text)
            self._later(session, AFTER_A_KEY, partial(self._judge_one, session, path))

    def closed(self, uri: str) -> None:
        """Go back to what is on the disk."""
        found = self.sessions.of(uri)
        if found is not None:
            session, path = found
            session.lift(path)
            self._publish(session, path)
            self._later(session, 0, partial(self._begin_whole, session))

    def disk_changed(self, uris: Iterable[str]) -> None:
        """Read again what may have changed outside of the editor."""
        paths = [path for uri in uris if (path := path_of(uri)) is not None]
        if any(path.name in CONFIGURATIONS for path in paths):
            self._begin_anew()
            return
        for session in self.sessions:
            if any(path.is_relative_to(session.workspace.folder) for path in paths):
                session.is_stale = True
                self._later(session, 0, partial(self._begin_whole, session))

    async def ready(self) -> None:
        """Wait until every catalogue has been read for the first time."""
        for session in tuple(self.sessions):
            if not session.is_loaded:
                async with self._turns[session]:
                    await self._read_if_stale(session)

    def _begin_anew(self) -> None:
        """Read the configurations again, with all texts that the editor has open."""
        for handle in self._waiting.values():
            handle.cancel()
        for session in self.sessions:
            for path in session.diagnostics:
                self._send(session.uri_of(path), [])
        folders = [session.workspace.folder for session in self.sessions]
        for error in self.sessions.problems.values():
            if isinstance(error, ConfigError):
                self._send(Path(error.path).absolute().as_uri(), [])
        self._told.clear()
        self._waiting.clear()
        self.sessions.forget()
        self.started(folders)
        for document in self._server.workspace.text_documents.values():
            self.opened(document.uri, document.source)

    def _judge_one(self, session: Session, path: PurePosixPath) -> None:
        for each in {path, *session.behind()}:
            session.catch_up(each)
            self._publish(session, each)
        self._later(session, IN_A_PAUSE, partial(self._begin_whole, session))

    def _begin_whole(self, session: Session) -> None:
        task = asyncio.get_running_loop().create_task(self._judge_whole(session))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def _judge_whole(self, session: Session) -> None:
        """Check everything in another thread, one check at a time."""
        async with self._turns[session]:
            await self._read_if_stale(session)
            if session.is_stale or session.judged_version == session.version:
                return
            try:
                changed = await _judge(session)
            except Exception as error:  # noqa: BLE001  # the last line of defence, as in the command line
                self.tell(error)
                return
            for path in changed:
                self._publish(session, path)

    async def _read_if_stale(self, session: Session) -> None:
        """Read the disk in another thread; where that fails, it is said, and tried again the next time."""
        if not session.is_stale:
            return
        session.is_stale = False
        try:
            session.take(await asyncio.to_thread(session.reading()))
        except Exception as error:  # noqa: BLE001  # as above
            session.is_stale = True
            self.tell(error)

    def _later(self, session: Session, seconds: float, work: Callable[[], None]) -> None:
        """Do something for a session after a while, unless something else is put off for it before."""
        waiting = self._waiting.pop(session, None)
        if waiting is not None:
            waiting.cancel()

        def guarded() -> None:
            try:
                work()
            except Exception as error:  # noqa: BLE001  # as above
                self.tell(error)

        self._waiting[session] = asyncio.get_running_loop().call_later(seconds, guarded)

    def tell(self, error: Exception) -> None:
        """Show an error as one sentence, once."""
        words = in_words(error).message
        if words not in self._told:
            self._told.add(words)
            self._server.window_show_message(types.ShowMessageParams(type=types.MessageType.Error, message=words))

    def _report_problems(self) -> None:
        for error in self.sessions.problems.values():
            match error:
                case ConfigError():
                    self._send(Path(error.path).absolute().as_uri(), [of_configuration(error)])
                    self.tell(error)
                case WorkspaceError():
                    self.tell(error)

    def _publish(self, session: Session, path: PurePosixPath) -> None:
        self._send(session.uri_of(path), published(session, path))

    def _send(self, uri: str, diagnostics: list[types.Diagnostic]) -> None:
        self._server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri=uri, diagnostics=diagnostics))


async def _judge(session: Session) -> frozenset[PurePosixPath]:
    """Files whose diagnostics changed; none where a keystroke has overtaken the check."""
    version = session.version
    checked = await asyncio.to_thread(session.judgement())
    if not gc.get_freeze_count():
        # What was parsed stays: the collector need not walk over all of it after each keystroke.
        gc.freeze()
    return session.accept(checked) if session.version == version else frozenset()

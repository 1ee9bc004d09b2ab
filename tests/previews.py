"""A preview as an author runs it: `agendakit serve` in a program of its own, asked over HTTP."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE = 60
"""Seconds after which a preview counts as stuck; a busy machine is no finding."""
PROJECT = "agendas/probing/probe-transfer.md"


@dataclass(frozen=True)
class Preview:
    """A running preview.

    Attributes:
        address: Of its first page.
        folder: Of the catalogue that it shows.
        log: What it has said so far.
    """

    address: str
    folder: Path
    log: Path

    @property
    def said(self) -> str:
        """What stands in the terminal."""
        return self.log.read_text(encoding="utf-8")

    def page(self, path: str) -> tuple[int, str]:
        """Status and content of a page."""
        parts = urlsplit(self.address)
        connection = HTTPConnection(parts.netloc, timeout=PATIENCE)
        connection.request("GET", f"{parts.path}{path}")
        answer = connection.getresponse()
        text = answer.read().decode("utf-8", "replace")
        connection.close()
        return answer.status, text

    def edit(self, name: str, before: str, after: str) -> None:
        """Replace words in a file of the catalogue."""
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        assert before in text
        path.write_text(text.replace(before, after), encoding="utf-8")

    def wait_for(self, words: str, *, path: str | None = None) -> str:
        """Wait until words stand on a page, or in the terminal; gives all that stands there."""
        end = time.monotonic() + PATIENCE
        while words not in (found := self.said if path is None else self.page(path)[1]):
            assert time.monotonic() < end, found
            time.sleep(0.1)
        return found


@contextmanager
def previewing(folder: Path, *options: str) -> Iterator[Preview]:
    """Run `agendakit serve` in a folder until the end of the block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "agendakit", "serve", *options, "--dev-addr", f"127.0.0.1:{port}"]
    log = folder.parent / f"{folder.name}.log"
    with (
        log.open("w") as said,
        subprocess.Popen(command, cwd=folder, stdout=said, stderr=subprocess.STDOUT, start_new_session=True) as running,
    ):
        preview = Preview(f"http://127.0.0.1:{port}/agendas/", folder, log)
        try:
            _wait_until_it_answers(preview, running)
            yield preview
        finally:
            _stop(running)


def _wait_until_it_answers(preview: Preview, running: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while "Serving on" not in preview.said:
        assert running.poll() is None, preview.said
        assert time.monotonic() < end, preview.said
        time.sleep(0.1)


def _stop(running: subprocess.Popen[bytes]) -> None:
    """As Ctrl-C does: the command and MkDocs, which it started, both hear it."""
    if running.poll() is None:
        os.killpg(running.pid, signal.SIGINT)
    running.wait(PATIENCE)

"""What one keystroke costs the language server in a catalogue of 1,000 entries: `python -m bench.lsp`.

Measured is the processor time of the server as a program, from the change until diagnostics arrive (the file itself),
and until it is idle again (the whole catalogue). Linux only: other systems do not tell it in nanoseconds.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import IO, Self

from bench.corpus import write_corpus

ENTRIES = 1_000
KEYSTROKES = 8
_LINES = {
    "the body": "\n## Motivation\n\n",
    "a reason": "\ndifficulty_reason: ",
    "a title": "\ntitle: ",
    "a word of a list": "\ndifficulty: ",
}
_IDLE = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Milliseconds of processor time for one keystroke, and where it was made."""

    place: str
    until_diagnostics: float
    until_idle: float


def measure(entries: int = ENTRIES, keystrokes: int = KEYSTROKES) -> list[Cost]:
    """Type into one file of a catalogue, a letter at a time, at four places, each time from the text as it was."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_corpus(folder, entries)
        path = max((folder / "agendas").rglob("*.md"), key=lambda one: "kind: project" in one.read_text("utf-8"))
        with Server(folder) as server:
            return list(_typing(server, path, keystrokes))


def _typing(server: Server, path: Path, keystrokes: int) -> list[Cost]:
    original = path.read_text("utf-8")
    document = {"uri": path.as_uri(), "languageId": "markdown", "version": 0, "text": original}
    server.tell("textDocument/didOpen", {"textDocument": document})
    server.wait_for_diagnostics(path)
    server.wait_until_idle()
    versions = count(1)
    costs = []
    for place, line in _LINES.items():
        at = original.index(line) + len(line)
        for typed in range(1, keystrokes + 1):
            before = server.processor_time()
            server.change(path, next(versions), f"{original[:at]}{'x' * typed}{original[at:]}")
            server.wait_for_diagnostics(path)
            shown = server.processor_time()
            server.wait_until_idle()
            cost = Cost(place=place, until_diagnostics=shown - before, until_idle=server.processor_time() - before)
            costs.append(cost)
        server.change(path, next(versions), original)
        server.wait_until_idle()
    return costs


class Server:
    """The language server as a program, with as much of the protocol as is needed here."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __enter__(self) -> Self:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "agendakit", "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        folders = [{"uri": self.folder.as_uri(), "name": "catalogue"}]
        parameters: dict[str, object] = {
            "processId": None,
            "rootUri": None,
            "capabilities": {},
            "workspaceFolders": folders,
        }
        self.said: SimpleQueue[dict[str, object]] = SimpleQueue()
        Thread(target=self._listen, daemon=True).start()
        self._send({"id": 1, "method": "initialize", "params": parameters})
        while self.said.get().get("id") != 1:
            pass
        self.tell("initialized", {})
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()

    def tell(self, method: str, parameters: object) -> None:
        self._send({"method": method, "params": parameters})

    def change(self, path: Path, version: int, text: str) -> None:
        """Say that an open file has another text now."""
        identifier = {"uri": path.as_uri(), "version": version}
        self.tell("textDocument/didChange", {"textDocument": identifier, "contentChanges": [{"text": text}]})

    def wait_for_diagnostics(self, path: Path) -> None:
        """Wait for the next diagnostics of a file."""
        while True:
            message = self.said.get()
            if message.get("method") == "textDocument/publishDiagnostics":
                parameters = message["params"]
                assert isinstance(parameters, dict)
                if parameters["uri"] == path.as_uri():
                    return

    def wait_until_idle(self) -> None:
        """Wait until nothing is done any more; what was said meanwhile is forgotten."""
        before = -1.0
        while self.processor_time() - before > 1:
            before = self.processor_time()
            time.sleep(_IDLE)
        while not self.said.empty():
            self.said.get()

    def processor_time(self) -> float:
        """Milliseconds of all threads since the start."""
        tasks = Path(f"/proc/{self.process.pid}/task").iterdir()
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e6

    def _send(self, message: dict[str, object]) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stream = self._stream(self.process.stdin)
        stream.write(f"Content-Length: {len(content)}\r\n\r\n".encode() + content)
        stream.flush()

    def _listen(self) -> None:
        with suppress(ValueError):  # the server was killed
            while True:
                self.said.put(self._read())

    def _read(self) -> dict[str, object]:
        stream, length = self._stream(self.process.stdout), 0
        while (line := stream.readline()).strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        message = json.loads(stream.read(length))
        assert isinstance(message, dict)
        return message

    def _stream(self, stream: IO[bytes] | None) -> IO[bytes]:
        assert stream is not None, "both streams are pipes"
        return stream


def main() -> None:
    costs = measure()
    print(f"One keystroke in a catalogue of {ENTRIES:,} entries, processor time in ms at the median (at most):")
    print(f"{'in':17}{'the file':>16}{'the catalogue':>18}")
    for place in (*_LINES, "any"):
        some = [cost for cost in costs if place in (cost.place, "any")]
        shown = _figures([cost.until_diagnostics for cost in some])
        print(f"{place:17}{shown:>16}{_figures([cost.until_idle for cost in some]):>18}")


def _figures(costs: list[float]) -> str:
    return f"{statistics.median(costs):.0f} ({max(costs):.0f})"


if __name__ == "__main__":
    main()

"""`python -m bench.preview [SIZE …]`: from the write of an entry to its new page, in `agendakit serve --only`."""

from __future__ import annotations

import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import TYPE_CHECKING

from bench.corpus import write_corpus

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZES = (1_000,)
EDITS = 7
SETTINGS = "site_name: Made up\ndocs_dir: agendas\ntheme: {name: material, font: false}\nplugins: [agendakit]\n"
TICKS = os.sysconf("SC_CLK_TCK")


def main() -> None:
    print("| entries | `--only` | pages | seconds, median | slowest | of processor time |")
    print("|---|---|---|---|---|---|")
    for size in [int(word) for word in sys.argv[1:]] or SIZES:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / "catalogue"
            folder.mkdir()
            write_corpus(folder, size)
            (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
            projects = (path for path in folder.rglob("*.md") if path.name != "index.md")
            entry = min(path for path in projects if path.parent.name != "concepts")
            for what, only in (("a project", entry.stem), ("an agenda's folder", f"agendas/{entry.parent.name}")):
                _row(folder, size, entry, what, only)


def _row(folder: Path, size: int, entry: Path, what: str, only: str) -> None:
    with _preview(folder, only) as (port, server, log):
        shown = next(line for line in log.read_text().splitlines() if line.startswith("The preview shows"))
        runs = [_edit(entry, folder, port, server) for _ in range(EDITS)]
    wall, process = [run[0] for run in runs], [run[1] for run in runs]
    pages = shown.removeprefix("The preview shows ").removesuffix(".")
    middle = statistics.median(wall), max(wall), statistics.median(process)
    print(f"| {size:,} | {what} | {pages} | {' | '.join(f'{number:.2f}' for number in middle)} |", flush=True)


def _edit(entry: Path, folder: Path, port: int, server: int) -> tuple[float, float]:
    """Seconds until the page is new, by the clock and of the server's processor time."""
    time.sleep(1.3)  # MkDocs looks for changes twice a second: edits fall anywhere between
    address = f"/{entry.relative_to(folder / 'agendas').with_suffix('').as_posix()}/"
    mark = f"Edited at {time.time_ns()}."
    before, start = _processor_time(server), time.perf_counter()
    with entry.open("a", encoding="utf-8") as stream:
        stream.write(f"\n{mark}\n")
    while mark not in _page(port, address):
        time.sleep(0.05)
    return time.perf_counter() - start, _processor_time(server) - before


@contextmanager
def _preview(folder: Path, only: str) -> Iterator[tuple[int, int, Path]]:
    """Port of a preview, number of MkDocs' process, and what it says."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "agendakit", "serve", "--only", only, "--dev-addr", f"127.0.0.1:{port}"]
    log = folder.parent / "log"
    with (
        log.open("w") as said,
        subprocess.Popen(command, cwd=folder, stdout=said, stderr=said, start_new_session=True) as running,
    ):
        try:
            while "Serving on" not in log.read_text():
                if running.poll() is not None:
                    raise RuntimeError(log.read_text())
                time.sleep(0.1)
            children = Path(f"/proc/{running.pid}/task/{running.pid}/children").read_text().split()
            yield port, int(children[0]), log
        finally:
            os.killpg(running.pid, signal.SIGINT)


def _processor_time(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / TICKS


def _page(port: int, address: str) -> str:
    connection = HTTPConnection("127.0.0.1", port)
    connection.request("GET", address)
    text = connection.getresponse().read().decode("utf-8", "replace")
    connection.close()
    return text


if __name__ == "__main__":
    main()

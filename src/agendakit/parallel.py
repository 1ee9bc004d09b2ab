"""Files parsed and judged by several processes at once, where there are so many that it pays.

Each file is worked on alone, so the result is that of one process. The helpers are forks that see the files already
read; each writes what it made into a file without a name. This process works as well, and does in the end what a
helper that died left undone.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from agendakit.asking import NO_CATALOGUE, Panel, keep_all
from agendakit.check import all_rules, parse_file
from agendakit.extension import Context
from agendakit.packing import Batch, pack, unpack

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import PurePosixPath

    from agendakit.config import Config
    from agendakit.extra_schema import ExtraSchema

Files = Sequence[tuple[bytes, "PurePosixPath", bytes | str]]
"""Digest of name and content, name, content."""

LEAST = 200
"""Files below which starting processes costs more than it saves."""
_MOST_HELPERS = 7
_PIECES = 255
"""Pieces that the files are cut into at most; the number of each is one byte."""
_SMALLEST = 20
_SIZE = 8
"""Bytes that say how long the piece behind them is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What has to be known to work on Markdown files; forks inherit it."""

    files: Files
    config: Config
    today: date
    extra: ExtraSchema | None


def work_on(work: Work) -> Iterator[Batch]:
    """Files parsed and judged, in pieces of any order; in this process alone where others would not pay."""
    pieces = _pieces(work)
    helpers = _helpers(len(work.files))
    if not helpers:
        yield from (_worked(work, piece) for piece in pieces)
        return
    queue = _queue_of(len(pieces))
    started: list[tuple[int, IO[bytes]]] = []
    # Without room for a file or another process, this one does the work alone.
    with suppress(OSError):
        started.extend(_start(work, pieces, queue) for _ in range(helpers))
    done = set()
    for number in _taken(queue):
        done.add(number)
        yield _worked(work, pieces[number])
    os.close(queue)
    for helper, results in started:
        os.waitpid(helper, 0)
        with results:
            for number, data in _read(results):
                done.add(number)
                yield unpack(data, {key: content for key, _, content in pieces[number]})
    for number in set(range(len(pieces))) - done:
        yield _worked(work, pieces[number])


def _pieces(work: Work) -> list[Files]:
    size = max(_SMALLEST, -(-len(work.files) // _PIECES))
    return [work.files[start : start + size] for start in range(0, len(work.files), size)]


def _helpers(files: int) -> int:
    """How many processes to start besides this one."""
    # A fork of a process with threads may inherit a lock that nobody opens again; elsewhere than on Linux, libraries
    # of the system do not survive a fork.
    if files < LEAST or sys.platform != "linux" or threading.active_count() > 1:
        return 0
    return min(len(os.sched_getaffinity(0)) - 1, _MOST_HELPERS)


def _queue_of(count: int) -> int:
    """A pipe from which every process takes the number of its next piece; it ends behind the last."""
    reader, writer = os.pipe()
    os.write(writer, bytes(range(count)))
    os.close(writer)
    return reader


def _taken(queue: int) -> Iterator[int]:
    while number := os.read(queue, 1):
        yield number[0]


def _start(work: Work, pieces: list[Files], queue: int) -> tuple[int, IO[bytes]]:
    """Fork a helper; its process number, and the file that holds its results when it has ended."""
    results = tempfile.TemporaryFile()  # noqa: SIM115  # read and closed by the caller
    helper = os.fork()
    if helper:
        return helper, results
    code = 1
    try:
        for number in _taken(queue):
            data = pack(_worked(work, pieces[number]))
            results.write(bytes([number]) + len(data).to_bytes(_SIZE, "big") + data)
        results.flush()
        code = 0
    finally:
        # Nothing that the other process has begun (buffers, exit handlers) is this one's to end.
        os._exit(code)


def _read(results: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """Pieces that a helper wrote whole."""
    results.seek(0)
    while len(head := results.read(1 + _SIZE)) == 1 + _SIZE:
        size = int.from_bytes(head[1:], "big")
        data = results.read(size)
        if len(data) == size:
            yield head[0], data


def _worked(work: Work, piece: Files) -> Batch:
    found = Batch({}, {})
    panel = Panel(all_rules())
    context = Context(catalogue=NO_CATALOGUE, config=work.config, today=work.today, extra=work.extra)
    files = [parse_file(path, data, key) for key, path, data in piece]
    kept = keep_all([(file.document, file.outcome) for file in files], panel, context)
    for file, one in zip(files, kept, strict=True):
        found.parsed[file.key], found.kept[file.key] = file, one
        file.document.slim()
    return found

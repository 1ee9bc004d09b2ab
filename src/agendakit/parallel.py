"""Jobs shared by several processes, where there is so much to do that it pays.

Each job is done by itself, so the results are those of one process. The helpers are forks that see all that was read;
each writes what it made into a file without a name. This process works as well, and does in the end what a helper that
died left undone.
"""

from __future__ import annotations

import os
import pickle
import sys
import tempfile
import threading
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")

LEAST = 200
"""Files below which starting processes costs more than it saves."""
MOST_JOBS = 255
"""The number of a job is one byte."""
_MOST_HELPERS = 7
_SIZE = 8
"""Bytes that say how long the result behind them is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Jobs(Generic[T]):
    """What is to be done, by number; what takes longest is best done first.

    Attributes:
        count: How many jobs there are, at most `MOST_JOBS`.
        do: Does one.
        pack: Makes bytes of a result.
        unpack: Makes the result of a job of bytes that `pack` made.
    """

    count: int
    do: Callable[[int], T]
    pack: Callable[[T], bytes] = pickle.dumps
    unpack: Callable[[int, bytes], T] = lambda _, data: pickle.loads(data)  # noqa: S301  # written by a fork of this process


def done(jobs: Jobs[T], files: int) -> Iterator[tuple[int, T]]:
    """Numbers and results in any order; done by this process alone where others would not pay.

    Args:
        jobs: What is to be done.
        files: How many files the jobs are about.
    """
    helpers = _helpers(files)
    if not helpers:
        yield from ((number, jobs.do(number)) for number in range(jobs.count))
        return
    assert jobs.count <= MOST_JOBS
    queue = _queue_of(jobs.count)
    started: list[_Helper] = []
    left = set(range(jobs.count))
    with ExitStack() as files_of_results:
        try:
            # Without room for a file or another process, this one does the work alone.
            with suppress(OSError):
                for _ in range(helpers):
                    results = files_of_results.enter_context(tempfile.TemporaryFile())
                    started.append(_Helper(_start(jobs, queue, results), results))
            for number in _taken(queue):
                left.remove(number)
                yield number, jobs.do(number)
                # What a helper has done is read while it goes on, so that in the end little is left to read.
                yield from _finished(jobs, started, left)
        finally:
            # Where a job failed here, the helpers find nothing more to do.
            for _ in _taken(queue):
                pass
            os.close(queue)
            for helper in started:
                # A program that was started to ignore the end of its children has none to wait for.
                with suppress(ChildProcessError):
                    os.waitpid(helper.process, 0)
        yield from _finished(jobs, started, left)
    yield from ((number, jobs.do(number)) for number in sorted(left))


def _helpers(files: int) -> int:
    """How many processes to start besides this one."""
    # A fork of a process with threads may inherit a lock that nobody opens again; elsewhere than on Linux, libraries
    # of the system do not survive a fork.
    if files < LEAST or sys.platform != "linux" or threading.active_count() > 1:
        return 0
    return min(len(os.sched_getaffinity(0)) - 1, _MOST_HELPERS)


def _queue_of(count: int) -> int:
    """A pipe from which every process takes the number of its next job; it ends behind the last."""
    reader, writer = os.pipe()
    os.write(writer, bytes(range(count)))
    os.close(writer)
    return reader


def _taken(queue: int) -> Iterator[int]:
    while number := os.read(queue, 1):
        yield number[0]


@dataclass(slots=True)
class _Helper:
    """A fork at work.

    Attributes:
        process: Its number.
        results: The file that it writes to.
        read: How much of that was read.
    """

    process: int
    results: IO[bytes]
    read: int = 0


def _start(jobs: Jobs[T], queue: int, results: IO[bytes]) -> int:
    """Fork a helper, which writes what it has done into a file; the number of its process."""
    process = os.fork()
    if process:
        return process
    code = 1
    try:
        for number in _taken(queue):
            data = jobs.pack(jobs.do(number))
            results.write(bytes([number]) + len(data).to_bytes(_SIZE, "big") + data)
            results.flush()
        code = 0
    finally:
        # Nothing that the other process has begun (buffers, exit handlers) is this one's to end.
        os._exit(code)


def _finished(jobs: Jobs[T], helpers: Iterable[_Helper], left: set[int]) -> Iterator[tuple[int, T]]:
    """Results that helpers have written since the last time."""
    for helper in helpers:
        for number, data in _written(helper):
            left.remove(number)
            yield number, jobs.unpack(number, data)


def _written(helper: _Helper) -> Iterator[tuple[int, bytes]]:
    """Results that stand whole in the file, without moving the place where its writer goes on."""
    file, length = helper.results.fileno(), 1 + _SIZE
    while len(head := os.pread(file, length, helper.read)) == length:
        size = int.from_bytes(head[1:], "big")
        data = os.pread(file, size, helper.read + length)
        if len(data) < size:
            return
        helper.read += length + size
        yield head[0], data

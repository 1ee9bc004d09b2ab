"""One program run and measured from outside."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

MIB = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What a run cost, with all processes that it started.

    Attributes:
        wall: Seconds on the clock.
        process: Seconds of processor time.
        memory: MiB at the peak of the largest process.
    """

    wall: float
    process: float
    memory: float


def measure(commands: Sequence[Sequence[str]], folder: Path, environment: Mapping[str, str]) -> Run:
    """Run commands one after the other; each must end with 0."""
    start = time.perf_counter()
    process, memory = 0.0, 0.0
    for command in commands:
        with subprocess.Popen(
            command, cwd=folder, env={**os.environ, **environment}, stdout=subprocess.DEVNULL
        ) as running:
            _, status, usage = os.wait4(running.pid, 0)
            running.returncode = os.waitstatus_to_exitcode(status)
        if running.returncode:
            raise RuntimeError(f"{command[:4]} ended with {running.returncode}")
        process += usage.ru_utime + usage.ru_stime
        memory = max(memory, usage.ru_maxrss / MIB)
    return Run(wall=time.perf_counter() - start, process=process, memory=memory)


def best(times: int, run: Callable[[], Run]) -> Run:
    """The quickest of several runs: what disturbs a run only makes it slower."""
    return min((run() for _ in range(times)), key=lambda one: one.process)

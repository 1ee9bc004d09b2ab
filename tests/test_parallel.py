"""Jobs shared by processes; in a program of their own each, for the one that runs the tests may have threads."""

from __future__ import annotations

import subprocess
import sys

import pytest

BEGIN = """
import os, signal, time
from unittest.mock import patch
from agendakit import parallel

own = os.getpid()
cores = patch.object(os, "sched_getaffinity", lambda _: range(3))
"""
FAILING = """
def do(number):
    time.sleep(0.01)
    if os.getpid() == own:
        raise ValueError("a job failed")
    return number

with cores:
    try:
        list(parallel.done(parallel.Jobs(count=100, do=do), parallel.LEAST))
    except ValueError as error:
        print(error)
try:
    os.waitpid(-1, os.WNOHANG)
    print("a helper is left")
except ChildProcessError:
    print("no helper is left")
"""
IGNORED = """
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
with cores:
    jobs = parallel.Jobs(count=100, do=lambda number: (number, os.getpid() == own) if not time.sleep(0.005) else None)
    found = dict(parallel.done(jobs, parallel.LEAST))
print(sorted(found) == list(range(100)), {here for _, here in found.values()} == {True, False})
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere one process does the work")
@pytest.mark.parametrize(
    ("program", "said"),
    [(FAILING, "a job failed\nno helper is left\n"), (IGNORED, "True True\n")],
    ids=["failing", "ignored"],
)
def test_helpers_end_with_the_work(program, said):
    # A file that nobody closed is complained of.
    command = [sys.executable, "-W", "always::ResourceWarning", "-c", BEGIN + program]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert (done.stdout, done.stderr) == (said, "")

"""Output that goes nowhere, or cannot go where it should."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(sys.executable).parent / "agendakit"


def started(desk, command):
    # Python without buffers would never have anything left to write when it ends.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    line = f'"{PROGRAM}" {command}'
    return subprocess.run(
        ["bash", "-c", line], cwd=desk.folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("--version >&-", 0),
        ("--version 2>&-", 0),
        ("check --hints >&-", 0),
        ("check --select nothing >&-", 2),
        ("export csv >&-", 0),
        ("check --stdin-filename agendas/probing/index.md <&-", 0),
        ("check >&- 2>&- <&-", 0),
    ],
)
def test_a_stream_that_is_closed_changes_no_exit_code(desk, command, code):
    done = started(desk, command)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert "bug" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
@pytest.mark.parametrize("command", ["check", "export csv", "explain", "--version"])
def test_what_cannot_be_written_is_told(desk, command):
    done = started(desk, f"{command} >/dev/full")
    assert done.returncode == 2
    assert done.stderr == "Error: A file or folder cannot be used: no space left on device.\n"


def test_a_reader_who_goes_away_is_no_error(desk):
    done = started(desk, 'export json | head -c 10; echo "${PIPESTATUS[0]}"')
    assert done.stdout.endswith("0\n")
    assert done.stderr == ""


@pytest.mark.parametrize(("debug", "said"), [("", ""), ("1", "the end\n")])
def test_python_ends_in_its_own_way_only_for_those_who_measure(desk, debug, said):
    program = "import atexit, sys; atexit.register(print, 'the end'); from agendakit.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", program, "--version"],
        cwd=desk.folder,
        env={**os.environ, "AGENDAKIT_DEBUG": debug},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.partition("\n")[2] == said

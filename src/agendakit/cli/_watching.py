"""Run again whenever a file changes."""

from __future__ import annotations

import sys
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING

import click

from agendakit.cli import CLEAN
from agendakit.config import ConfigError
from agendakit.inert import printable
from agendakit.workspace import Workspace, WorkspaceError, find, stamps

if TYPE_CHECKING:
    from collections.abc import Callable

INTERVAL = 0.5
"""Seconds between two looks."""
_CLEAR = "\x1b[2J\x1b[3J\x1b[H"


def watch(config: Path | None, run: Callable[[Workspace], object]) -> int:
    """Run for the workspace now and after each change, until Ctrl-C; mistakes in the configuration are shown."""
    before: object = None
    workspace: Workspace | None = None
    try:
        while True:
            problem = ""
            try:
                workspace = find(Path.cwd(), config)
            except (ConfigError, WorkspaceError) as error:
                problem = str(error)
            now = (problem, workspace and stamps(workspace), workspace and workspace.config)
            if now != before:
                before = now
                _show(workspace, problem, run)
            sleep(INTERVAL)
    except KeyboardInterrupt:
        return CLEAN


def _show(workspace: Workspace | None, problem: str, run: Callable[[Workspace], object]) -> None:
    if sys.stdout.isatty():
        sys.stdout.write(_CLEAR)
    try:
        if workspace is not None and not problem:
            run(workspace)
    except WorkspaceError as error:
        problem = str(error)
    if problem:
        click.echo(f"Error: {printable(problem)}", err=True)
    click.echo("Waiting for a change; Ctrl-C stops.", err=True)

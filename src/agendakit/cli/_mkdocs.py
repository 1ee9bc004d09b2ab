"""MkDocs as a program of its own, so that nothing here imports it."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import click

from agendakit.cli import UNUSABLE
from agendakit.workspace import WorkspaceError, find

CONFIG_VARIABLE = "AGENDAKIT_CONFIG"
"""Environment variable by which the plugin learns of `--config`."""


def run_mkdocs(name: str, options: tuple[str, ...], config: str | None) -> int:
    """Run a command of MkDocs in the workspace's folder and return its exit code."""
    if importlib.util.find_spec("mkdocs") is None or importlib.util.find_spec("material") is None:
        raise WorkspaceError("The site needs MkDocs and its theme. Install them with `pip install 'agendakit[site]'`.")
    workspace = find(Path.cwd(), Path(config) if config else None)
    if not (workspace.folder / "mkdocs.yml").is_file():
        raise WorkspaceError(f"There is no `mkdocs.yml` beside the catalogue, in `{workspace.folder}`.")
    environment = dict(os.environ)
    environment["NO_MKDOCS_2_WARNING"] = "true"  # Material's notice about MkDocs 2 says nothing to our users
    if workspace.config_path is not None:
        environment[CONFIG_VARIABLE] = str(workspace.config_path)
    command = [sys.executable, "-m", "mkdocs", name, *options]
    try:
        finished = subprocess.run(command, cwd=workspace.folder, env=environment, check=False)  # noqa: S603  # our own words
    except KeyboardInterrupt:
        click.echo(err=True)
        return 0
    return finished.returncode if finished.returncode in (0, 1) else UNUSABLE

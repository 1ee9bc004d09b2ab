"""MkDocs as a program of its own, so that nothing here imports it."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from agendakit.cli import CLEAN, FINDINGS, UNUSABLE
from agendakit.handover import Handover, handed_over
from agendakit.workspace import WorkspaceError, find

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agendakit.site.preview_choice import Wish


def run_mkdocs(name: str, options: tuple[str, ...], config: str | None, wishes: Sequence[Wish] = ()) -> int:
    """Run a command of MkDocs in the workspace's folder and return its exit code.

    Args:
        name: The command.
        options: Options of MkDocs, as typed.
        config: The configuration to use instead of the nearest.
        wishes: What a preview is to show; empty for all.
    """
    if importlib.util.find_spec("mkdocs") is None or importlib.util.find_spec("material") is None:
        raise WorkspaceError("The site needs MkDocs and its theme. Install them with `pip install 'agendakit[site]'`.")
    workspace = find(Path.cwd(), Path(config) if config else None)
    if not (workspace.folder / "mkdocs.yml").is_file():
        raise WorkspaceError(f"There is no `mkdocs.yml` beside the catalogue, in `{workspace.folder}`.")
    with tempfile.TemporaryDirectory(prefix="agendakit-") as folder:
        started = Path(folder) / "started"
        told = handed_over(Handover(config=workspace.config_path, wishes=tuple(wishes), started=started))
        # Material's notice about MkDocs 2 says nothing to our users.
        environment = {**os.environ, **told, "NO_MKDOCS_2_WARNING": "true"}
        command = [sys.executable, "-m", "mkdocs", name, *options]
        try:
            code = subprocess.run(command, cwd=workspace.folder, env=environment, check=False).returncode  # noqa: S603  # our own words
        except KeyboardInterrupt:
            click.echo(err=True)
            return CLEAN
        return _as_ours(code, read_its_configuration=started.exists())


def _as_ours(code: int, *, read_its_configuration: bool) -> int:
    """Our exit code for one of MkDocs, which has the same for a broken configuration as for everything else."""
    if code == CLEAN:
        return CLEAN
    return FINDINGS if code == FINDINGS and read_its_configuration else UNUSABLE

"""git, run as a program in a folder."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from agendakit.workspace import WorkspaceError

if TYPE_CHECKING:
    from pathlib import Path

    from agendakit.workspace import Workspace

_PATIENCE = 20
"""Seconds; for what a command can do without."""


def run_git(workspace: Workspace, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run git and give back what it said, whether it succeeded or not.

    Raises:
        WorkspaceError: git is not installed.
    """
    try:
        return subprocess.run(  # noqa: S603  # no shell, and the callers see that no name can be an option
            ["git", "-C", str(workspace.folder), *arguments],  # noqa: S607  # the git that the user has
            input=given,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise WorkspaceError("This needs `git`, which is not installed.") from None


def said_by_git(folder: Path, *arguments: str) -> str:
    """What git says of a folder, without white space around; empty where it fails, is missing or takes too long."""
    try:
        done = subprocess.run(  # noqa: S603  # no shell, and what is passed are words of ours
            ["git", "-C", str(folder), *arguments],  # noqa: S607  # the git that the user has
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def see_repository(workspace: Workspace) -> subprocess.CompletedProcess[bytes]:
    """See that the folder lies in a repository; the answer says whether its history is shallow.

    Raises:
        WorkspaceError: it does not, or git refuses to read it.
    """
    inside = run_git(workspace, "rev-parse", "--is-shallow-repository")
    if inside.returncode:
        reason = inside.stderr.decode("utf-8", "replace").strip().splitlines()
        raise WorkspaceError(f"`git` cannot read this folder: {(reason or ['it gives no reason'])[0]}.")
    return inside

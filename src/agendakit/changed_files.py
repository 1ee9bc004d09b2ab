"""Files of the catalogue that differ from the last commit."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from agendakit.git_program import run_git, see_repository

if TYPE_CHECKING:
    from agendakit.workspace import Workspace


def changed_files(workspace: Workspace) -> frozenset[PurePosixPath]:
    """Paths of files that are new, gone or changed since the last commit; what git ignores is left out.

    Raises:
        WorkspaceError: git is not installed, or the folder lies in no repository.
    """
    see_repository(workspace)
    folder = os.fsdecode(run_git(workspace, "rev-parse", "--show-prefix").stdout.rstrip(b"\n"))
    # Without the locks, looking never changes the repository.
    about = ("--no-optional-locks", "--literal-pathspecs", "status", "--porcelain=v1", "-z", "--no-renames")
    answer = run_git(workspace, *about, "--untracked-files=all", "--", workspace.config.catalogue)
    lines = (os.fsdecode(line) for line in answer.stdout.split(b"\0") if line)
    return frozenset(PurePosixPath(line[len("XY ") :].removeprefix(folder)) for line in lines)


def commit_log(workspace: Workspace) -> Path | None:
    """File that changes with every commit, switch and reset; `None` before the first commit.

    Raises:
        WorkspaceError: git is not installed, or the folder lies in no repository.
    """
    see_repository(workspace)
    said = run_git(workspace, "rev-parse", "--git-path", "logs/HEAD").stdout
    path = workspace.folder / os.fsdecode(said.rstrip(b"\n"))
    return path if path.is_file() else None

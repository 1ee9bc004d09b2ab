"""A catalogue as it was at a git revision, read with `git` as a program; nothing is checked out."""

from __future__ import annotations

import os
import posixpath
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from agendakit.check import Sources
from agendakit.document import content_of
from agendakit.git_program import run_git, see_repository
from agendakit.workspace import MAX_BIBLIOGRAPHY, WorkspaceError, extra_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from agendakit.workspace import Workspace

_LINK, _SUBMODULE = b"120000", b"160000"
_MAX_LINKS = 8


def read_revision(workspace: Workspace, revision: str) -> Sources:
    """The catalogue's files at a revision, by the paths that they had there.

    The schema for `extra` is today's: what changed in the files is asked, not what changed in their judge.

    Raises:
        WorkspaceError: `git` or the revision is missing.
    """
    commit = _commit(workspace, revision)
    blobs, links = _tree(workspace, commit)
    escaping = _follow(blobs, links, workspace)
    wanted = {path: blob for path, blob in blobs.items() if _is_read(path, workspace)}
    contents = _contents(workspace, set(wanted.values()))
    return Sources(
        files={path: content_of(contents[blob]) for path, blob in wanted.items()},
        others=frozenset(blobs.keys() - wanted.keys()),
        escaping=escaping,
        extra=extra_of(workspace),
    )


def _commit(workspace: Workspace, revision: str) -> str:
    answer = run_git(workspace, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if answer.returncode == 0:
        return answer.stdout.decode().strip()
    if see_repository(workspace).stdout.strip() == b"true":
        raise WorkspaceError(
            f"The revision `{revision}` is not in this clone, which is shallow. Fetch the rest with"
            " `git fetch --unshallow`, or give `fetch-depth: 0` to `actions/checkout`."
        )
    raise WorkspaceError(
        f"There is no revision `{revision}` here. Name a commit, a branch or a tag; fetch it first if it is elsewhere."
    )


def _tree(workspace: Workspace, commit: str) -> tuple[dict[PurePosixPath, bytes], dict[PurePosixPath, bytes]]:
    """Object names of files and of symbolic links by path, without hidden and without monstrous files."""
    listed = run_git(workspace, "ls-tree", "-r", "-l", "-z", commit, "--", f"{workspace.config.catalogue}/")
    blobs: dict[PurePosixPath, bytes] = {}
    links: dict[PurePosixPath, bytes] = {}
    for line in listed.stdout.split(b"\0")[:-1]:
        about, _, name = line.partition(b"\t")
        mode, _, blob, size = about.split()
        path = PurePosixPath(os.fsdecode(name))
        hidden = any(part.startswith(".") for part in path.relative_to(workspace.config.root).parts)
        if not hidden and mode != _SUBMODULE and int(size) <= MAX_BIBLIOGRAPHY:
            (links if mode == _LINK else blobs)[path] = blob
    return blobs, links


def _follow(
    blobs: dict[PurePosixPath, bytes], links: Mapping[PurePosixPath, bytes], workspace: Workspace
) -> dict[PurePosixPath, str]:
    """Add what links inside the catalogue lead to; the others are given back with their targets."""
    escaping = {}
    targets = _contents(workspace, set(links.values()))
    leading = {path: os.fsdecode(targets[blob]) for path, blob in links.items()}
    for path, target in leading.items():
        place = _joined(path, target)
        for _ in range(_MAX_LINKS):
            if place in leading:
                place = _joined(place, leading[place])
        below = {other: blob for other, blob in blobs.items() if other.is_relative_to(place)}
        if not place.is_relative_to(workspace.config.root) or not below:
            escaping[path] = target
        blobs.update({path / other.relative_to(place): blob for other, blob in below.items()})
    return escaping


def _joined(path: PurePosixPath, target: str) -> PurePosixPath:
    return PurePosixPath(posixpath.normpath(path.parent / target))


def _is_read(path: PurePosixPath, workspace: Workspace) -> bool:
    return path.suffix == ".md" or path == workspace.config.bibliography


def _contents(workspace: Workspace, blobs: Iterable[bytes]) -> dict[bytes, bytes]:
    """Contents by object name."""
    answer = run_git(workspace, "cat-file", "--batch", given=b"".join(blob + b"\n" for blob in blobs))
    found: dict[bytes, bytes] = {}
    position = 0
    while position < len(answer.stdout):
        end = answer.stdout.index(b"\n", position)
        about = answer.stdout[position:end].split()
        if len(about) != 3:
            raise WorkspaceError("This clone lacks files of the revision. Fetch them with `git fetch --refetch`.")
        blob, _, size = about
        found[blob] = answer.stdout[end + 1 : end + 1 + int(size)]
        position = end + 1 + int(size) + 1
    return found

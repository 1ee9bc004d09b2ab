"""A folder that holds what was generated, and nothing else.

A list of what was written stands in it, so that the next run takes away what is no longer generated and never touches a
file that somebody else put there. What did not change is not written, so that whoever watches the folder stays calm.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from agendakit.workspace import WorkspaceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LIST = ".agendakit-generated.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """Counts of files."""

    written: int
    unchanged: int
    removed: int


def fill(folder: Path, contents: Mapping[str, bytes]) -> Filled:
    """Write files by their paths in the folder, which is made where there is none, and remove those of the last run.

    Raises:
        WorkspaceError: the folder holds files of somebody else, leads elsewhere by a link, or cannot be written.
    """
    before = _listed(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # The list comes first: should the run be cut short, the next one still knows what is generated.
        (folder / LIST).write_text(json.dumps(sorted({*before, *contents}), indent=1) + "\n", encoding="utf-8")
        written = sum(_wrote(folder, path, data) for path, data in contents.items())
        removed = sum(_removed(folder, path) for path in before - contents.keys())
        (folder / LIST).write_text(json.dumps(sorted(contents), indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        name = error.filename or folder
        raise WorkspaceError(f"`{name}` cannot be written: {(error.strerror or str(error)).lower()}.") from None
    return Filled(written=written, unchanged=len(contents) - written, removed=removed)


def _listed(folder: Path) -> set[str]:
    """Paths that the last run wrote; empty for a new or empty folder."""
    if folder.exists() and not folder.is_dir():
        raise WorkspaceError(f"`{folder}` is not a folder. Name another one.")
    if not folder.is_dir() or not any(folder.iterdir()):
        return set()
    try:
        data: object = json.loads((folder / LIST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        data = None
    if not isinstance(data, list):
        raise WorkspaceError(f"`{folder}` holds files that agendakit did not write. Name an empty folder or a new one.")
    return {path for path in data if isinstance(path, str) and _is_within(PurePosixPath(path))}


def _is_within(path: PurePosixPath) -> bool:
    return not path.is_absolute() and ".." not in path.parts and bool(path.parts)


def _wrote(folder: Path, path: str, data: bytes) -> bool:
    """Whether the file had to be written."""
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_symlink() or not target.parent.resolve().is_relative_to(folder.resolve()):
        raise WorkspaceError(f"`{target}` leads somewhere else. Remove the link, or name another folder.")
    if target.is_file() and target.read_bytes() == data:
        return False
    target.write_bytes(data)
    return True


def _removed(folder: Path, path: str) -> bool:
    """Whether there was a file to remove; folders that it leaves empty go with it."""
    target = folder / path
    if target.is_symlink() or not target.is_file() or not target.parent.resolve().is_relative_to(folder.resolve()):
        return False
    target.unlink()
    for parent in _between(folder, target):
        if any(parent.iterdir()):
            break
        parent.rmdir()
    return True


def _between(folder: Path, target: Path) -> Iterable[Path]:
    """Folders above a file up to, and without, the folder of all."""
    return (parent for parent in target.parents if parent != folder and parent.is_relative_to(folder))

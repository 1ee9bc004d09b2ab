"""The sessions of one server: which one a file belongs to, and what keeps a catalogue from having one."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from pygls.uris import to_fs_path

from agendakit.config import FILE_NAME, ConfigError
from agendakit.lsp.session import Session, workspace_of
from agendakit.workspace import Workspace, WorkspaceError, find

if TYPE_CHECKING:
    from collections.abc import Iterator

CONFIGURATIONS = (FILE_NAME, "pyproject.toml")


class Sessions:
    """Sessions by folder, opened when a file of theirs is.

    Attributes:
        problems: What was wrong with configurations and folders when they were looked at, by file.
    """

    def __init__(self) -> None:
        self.problems: dict[Path, ConfigError | WorkspaceError] = {}
        self._by_folder: dict[Path, Session] = {}
        self._of_parent: dict[Path, Session | None] = {}

    def __iter__(self) -> Iterator[Session]:
        return iter(self._by_folder.values())

    def of(self, uri: str) -> tuple[Session, PurePosixPath] | None:
        """Session and name of a file that a check reads; `None` for every other file."""
        path = path_of(uri)
        if path is None:
            return None
        if path.parent not in self._of_parent:
            self._of_parent[path.parent] = self._opened(path)
        session = self._of_parent[path.parent]
        name = session.name_of(path) if session else None
        return (session, name) if session and name and session.reads(name) else None

    def forget(self) -> None:
        """Drop everything, as after a change of a configuration."""
        self.problems.clear()
        self._by_folder.clear()
        self._of_parent.clear()

    def at(self, folder: Path) -> Session | None:
        """The session of a folder that the editor shows; `None` where it holds no catalogue."""
        try:
            workspace = find(folder)
            if workspace.config_path is None and not workspace.catalogue.is_dir():
                return None
            return self._in(workspace)
        except (ConfigError, WorkspaceError) as error:
            self.problems[folder] = error
            return None

    def _opened(self, path: Path) -> Session | None:
        try:
            workspace = workspace_of(path)
            return self._in(workspace) if workspace else None
        except (ConfigError, WorkspaceError) as error:
            self.problems[path.parent] = error
            return None

    def _in(self, workspace: Workspace) -> Session:
        if workspace.folder not in self._by_folder:
            self._by_folder[workspace.folder] = Session(workspace)
        return self._by_folder[workspace.folder]


def path_of(uri: str) -> Path | None:
    """The file that an address of the editor means; `None` for what lies on no disk."""
    name = to_fs_path(uri)
    return Path(name) if name else None

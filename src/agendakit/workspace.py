"""The disk: find the configuration, read a catalogue, write a file atomically."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from agendakit import config as configuration
from agendakit import extra_schema
from agendakit.check import Sources, check_rule_names
from agendakit.config import Config, ConfigError
from agendakit.document import MAX_BYTES, content_of
from agendakit.extra_schema import ExtraSchema, ExtraSchemaError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_NAMES = (configuration.FILE_NAME, "pyproject.toml")
MAX_BIBLIOGRAPHY = 64 * MAX_BYTES


class WorkspaceError(Exception):
    """Files that cannot be read or written; the message is one plain sentence with what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """A folder with a configuration and a catalogue.

    Attributes:
        folder: Absolute; all paths of sources and diagnostics are relative to it.
        config_path: File that the configuration came from, `None` where there is none.
    """

    folder: Path
    config: Config
    config_path: Path | None = None

    @property
    def catalogue(self) -> Path:
        """Folder of the entries."""
        return self.folder / self.config.catalogue


def find(start: Path, named: Path | None = None) -> Workspace:
    """The workspace of a folder: the nearest configuration upward, or the one that is named.

    Raises:
        ConfigError: the configuration cannot be used.
        WorkspaceError: the named file cannot be read.
    """
    if named is not None:
        config = _config(named.absolute(), named)
        return Workspace(folder=named.absolute().parent, config=config or Config(), config_path=named.absolute())
    for folder in (start.absolute(), *start.absolute().parents):
        for path in (folder / name for name in _NAMES):
            config = _config(path, path) if _is_file(path) else None
            if config is not None:
                return Workspace(folder=folder, config=config, config_path=path)
    return Workspace(folder=start.absolute(), config=Config())


def read(workspace: Workspace, overlay: Mapping[PurePosixPath, bytes | str] | None = None) -> Sources:
    """Read every file of the catalogue that matters; texts of the overlay stand for what is on the disk.

    Raises:
        WorkspaceError: the folder or a file cannot be read.
    """
    root = workspace.catalogue
    try:
        there = "" if root.is_dir() else "is not a folder" if root.exists() else "does not exist"
    except OSError as error:
        raise WorkspaceError(f"The folder `{_shown(root)}` cannot be read: {_reason(error)}.") from None
    if there:
        raise WorkspaceError(
            f"The catalogue folder `{_shown(root)}` {there}. Create it, or name another with `catalogue` in"
            f" {configuration.FILE_NAME}; `agendakit init DIR` begins a new catalogue."
        )
    files: dict[PurePosixPath, bytes | str] = {}
    others: set[PurePosixPath] = set()
    escaping: dict[PurePosixPath, str] = {}
    inside = root.resolve()
    above = os.path.join(workspace.folder, "")  # noqa: PTH118  # the separator at its end is what is wanted
    for path in _files(root, inside, escaping, workspace.folder):
        name = PurePosixPath(os.fspath(path).removeprefix(above).replace(os.sep, "/"))
        if name.suffix == ".md" or name == workspace.config.bibliography:
            files[name] = content_of(_bytes(path))
        else:
            others.add(name)
    files.update(overlay or {})
    return Sources(files=files, others=frozenset(others), escaping=escaping, extra=extra_of(workspace))


def stamps(workspace: Workspace) -> dict[Path, tuple[int, int, int]]:
    """Time, size and number of each file that a check reads or links may name; different after any change."""
    found: dict[Path, tuple[int, int, int]] = {}
    extra = workspace.config.extra_schema
    named = [workspace.config_path, workspace.folder / extra if extra else None]
    try:
        below = list(_files(workspace.catalogue, workspace.catalogue.resolve(), {}, workspace.folder))
    except WorkspaceError:
        below = []
    for path in (*filter(None, named), *below):
        with suppress(OSError):
            status = path.stat()
            found[path] = (status.st_mtime_ns, status.st_size, status.st_ino)
    return found


def write(path: Path, data: bytes, *, lasting: bool = True) -> None:
    """Replace a file in one step: write beside it, keep its mode, rename. A reader sees the old or the new text whole.

    A pipe or a device, such as `/dev/stdout`, is written to and stays what it is.

    Args:
        path: The file, or a link to it.
        data: Its new content.
        lasting: Whether to wait until it would outlast a loss of power.

    Raises:
        WorkspaceError: the folder is not writable, or the disk is full; the file is then as it was.
    """
    target = path.resolve()
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return
        mode = target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask()
        descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    except OSError as error:
        raise WorkspaceError(f"`{_shown(path)}` cannot be written: {_reason(error)}.") from None
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            if lasting:
                os.fsync(stream.fileno())
        beside.chmod(mode)
        beside.replace(target)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise WorkspaceError(f"`{_shown(path)}` cannot be written: {_reason(error)}.") from None


def write_back(workspace: Workspace, changes: Mapping[PurePosixPath, tuple[bytes, bytes]]) -> None:
    """Replace files of the catalogue, each from what was read to what it shall be; all are looked at before the first.

    Raises:
        WorkspaceError: a file changed since it was read, lies behind a link out of the catalogue, or cannot be written.
    """
    for name, (before, after) in changes.items():
        _see_unchanged(workspace, name, before, after)
    for name, (before, after) in changes.items():
        if _see_unchanged(workspace, name, before, after):
            write(workspace.folder / name, after)


def create(path: Path, data: bytes) -> None:
    """Write a file that does not exist yet, with the folders above it.

    Raises:
        WorkspaceError: something has that name already, or the folder is not writable.
    """
    if path.exists() or path.is_symlink():
        raise WorkspaceError(f"`{_shown(path)}` exists already. Nothing was written to it.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WorkspaceError(f"`{_shown(path.parent)}` cannot be made: {_reason(error)}.") from None
    write(path, data)


def move(before: Path, after: Path) -> None:
    """Give a file or folder another name.

    Raises:
        WorkspaceError: something has that name already, or the folder is not writable; all is then as it was.
    """
    if after.exists() or after.is_symlink():
        raise WorkspaceError(f"`{_shown(after)}` exists already. Move it out of the way first.")
    try:
        before.rename(after)
    except OSError as error:
        raise WorkspaceError(f"`{_shown(before)}` cannot be renamed: {_reason(error)}.") from None


def _see_unchanged(workspace: Workspace, name: PurePosixPath, before: bytes, after: bytes) -> bool:
    """Whether a file still has to be written; two names of one file are written once."""
    path = workspace.folder / name
    if not _leads_inside(path, workspace.catalogue.resolve()):
        raise WorkspaceError(f"`{_shown(path)}` is no longer inside the catalogue. Nothing was written to it.")
    found = _bytes(path)
    if found not in (before, after):
        raise WorkspaceError(f"`{_shown(path)}` was changed by another program meanwhile. Run the command again.")
    return found != after


def extra_of(workspace: Workspace) -> ExtraSchema | None:
    """The catalogue's own schema, where it has one.

    Raises:
        WorkspaceError: it cannot be read, or is none.
    """
    if workspace.config.extra_schema is None:
        return None
    path = workspace.folder / workspace.config.extra_schema
    try:
        return extra_schema.parse(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise WorkspaceError(f"The schema `{_shown(path)}` cannot be read: {_reason(error)}.") from None
    except (ExtraSchemaError, UnicodeDecodeError) as error:
        raise WorkspaceError(f"The schema `{_shown(path)}` cannot be used: {error}.") from None


def _config(path: Path, shown: Path) -> Config | None:
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise WorkspaceError(f"The configuration `{_shown(shown)}` cannot be read: {_reason(error)}.") from None
    except UnicodeDecodeError:
        raise ConfigError("This file is not UTF-8; save it as UTF-8.", PurePosixPath(_shown(path))) from None
    name = PurePosixPath(_shown(path))
    config = configuration.parse(text, name)
    if config is not None:
        check_rule_names(config, name, text)
    return config


def _files(
    folder: Path, inside: Path, escaping: dict[PurePosixPath, str], base: Path, seen: frozenset[Path] = frozenset()
) -> Iterator[Path]:
    """Files below a folder in the order of their names; hidden ones and links that leave the catalogue are left out."""
    try:
        with os.scandir(folder) as found:
            entries = sorted((entry for entry in found if not entry.name.startswith(".")), key=lambda entry: entry.name)
        for entry in entries:
            path = folder / entry.name
            if entry.is_symlink() and not _leads_inside(path, inside):
                escaping[PurePosixPath(path.relative_to(base).as_posix())] = path.readlink().as_posix()
            elif entry.is_dir():
                here = path.resolve()
                if here not in seen:
                    yield from _files(path, inside, escaping, base, seen | {folder.resolve(), here})
            elif entry.is_file():
                yield path
    except OSError as error:
        raise WorkspaceError(f"The folder `{_shown(folder)}` cannot be read: {_reason(error)}.") from None


def _is_file(path: Path) -> bool:
    """Whether a path is a file; one that may not be looked at is none."""
    try:
        return path.is_file()
    except OSError:
        return False


def _leads_inside(path: Path, inside: Path) -> bool:
    try:
        return path.resolve(strict=True).is_relative_to(inside)
    except (OSError, RuntimeError):
        return False


def _bytes(path: Path) -> bytes:
    """Content of a file, cut where it is long enough to show that it is too large."""
    limit = MAX_BIBLIOGRAPHY if path.suffix == ".json" else MAX_BYTES
    try:
        with path.open("rb", buffering=0) as stream:
            # Without a number, room is made for the file as it is, not for the largest that may be.
            return stream.read() if os.fstat(stream.fileno()).st_size <= limit else stream.read(limit + 1)
    except OSError as error:
        raise WorkspaceError(f"`{_shown(path)}` cannot be read: {_reason(error)}.") from None


def _shown(path: Path) -> str:
    """Path as the user would write it: relative where it lies below the current folder."""
    try:
        return path.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def _reason(error: OSError) -> str:
    words = error.strerror or str(error)
    return words[:1].lower() + words[1:]


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

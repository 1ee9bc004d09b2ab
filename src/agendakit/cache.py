"""What earlier runs made of the same files, kept in the user's cache folder; it saves time and changes no result.

Every name in it holds all that the content depends on: the code, the libraries, and for findings the configuration, the
day and the extension schema. What cannot be read is made anew without a word. A folder that others can write to is not
trusted, for reading a pickle runs what is in it.
"""

from __future__ import annotations

import os
import pickle
import shutil
import sys
from contextlib import suppress
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from agendakit import __version__
from agendakit.check import Known, content_key
from agendakit.packing import Packed, pack, unpack
from agendakit.parallel import Work, work_on
from agendakit.workspace import WorkspaceError, write

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date
    from pathlib import PurePosixPath

    from agendakit.check import Parsed, Sources
    from agendakit.judging import Kept
    from agendakit.workspace import Workspace

_VARIABLE = "AGENDAKIT_CACHE"
_LIBRARIES = ("pydantic", "pydantic-core", "PyYAML", "markdown-it-py")
_DIGEST = 16
_UNREADABLE = (
    OSError,
    pickle.UnpicklingError,
    ValueError,
    TypeError,
    AttributeError,
    ImportError,
    EOFError,
    LookupError,
)


class Cache:
    """The cache of one workspace on one day.

    Attributes:
        known: What a check of the sources can start from; complete, so that nothing is left for it to parse.
    """

    def __init__(self, workspace: Workspace, sources: Sources, today: date, *, kept: bool = True) -> None:
        self.known = Known()
        self._folder = _folder(workspace) if kept else None
        self._conditions = _digest(repr((workspace.config, today, sources.extra)))
        self._kept = self.known.memo.under(workspace.config, today, sources.extra)
        files = {content_key(path, data): (path, data) for path, data in sources.files.items()}
        self._shards = _shards(files)
        self._stale = [name for name, keys in self._shards.items() if not self._load(name, keys, files)]
        missing = [file for key, file in files.items() if key not in self.known.parsed]
        work = Work(files=missing, config=workspace.config, today=today, extra=sources.extra)
        for packed in work_on(work):
            self._take(packed)

    def save(self) -> None:
        """Write what changed; where that cannot be done, nothing is written."""
        if self._folder is None:
            return
        with suppress(OSError, WorkspaceError):
            if not self._folder.is_dir():
                shutil.rmtree(self._folder.parent, ignore_errors=True)
                self._folder.mkdir(mode=0o700, parents=True)
            for name in self._stale:
                data = pack({key: self._pair(key) for key in self._shards[name] if key in self.known.parsed})
                write(self._folder / name, self._conditions + _digest(data) + data)

    def _load(self, name: str, keys: Collection[bytes], files: dict[bytes, tuple[PurePosixPath, bytes | str]]) -> bool:
        """Read a shard; whether it holds just what is wanted."""
        if self._folder is None:
            return False
        try:
            if not _is_private(self._folder):
                return False
            data = (self._folder / name).read_bytes()
            conditions, digest, body = data[:_DIGEST], data[_DIGEST : 2 * _DIGEST], data[2 * _DIGEST :]
            if digest != _digest(body):
                return False
            packed = unpack(body, {key: files[key][1] for key in keys})
        except _UNREADABLE:
            return False
        same = conditions == self._conditions
        self._take(packed if same else {key: (parsed, None) for key, (parsed, _) in packed.items()})
        return same and packed.keys() == set(keys)

    def _take(self, packed: Packed) -> None:
        for key, (parsed, kept) in packed.items():
            self.known.parsed[key] = parsed
            if kept is not None:
                self._kept[parsed.document.path] = kept

    def _pair(self, key: bytes) -> tuple[Parsed, Kept | None]:
        parsed = self.known.parsed[key]
        kept = self._kept.get(parsed.document.path)
        return parsed, kept if kept is not None and kept.document is parsed.document else None


def _folder(workspace: Workspace) -> Path:
    """Where the cache of a workspace lies, made by this code."""
    base = os.environ.get(_VARIABLE) or os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    place = str(workspace.folder.resolve()).encode("utf-8", "surrogateescape")
    return Path(base) / "agendakit" / _digest(place.decode("latin-1")).hex() / _code().hex()


def _code() -> bytes:
    """Digest of everything that makes results: this package, the libraries and Python."""
    package = Path(__file__).parent
    stats = ((path, path.stat()) for path in sorted(package.rglob("*.py")))
    files = [(str(path), status.st_size, status.st_mtime_ns) for path, status in stats]
    return _digest(repr((__version__, sys.version, [version(name) for name in _LIBRARIES], files)))


def _is_private(folder: Path) -> bool:
    """Whether nobody but the user could have written here."""
    status = folder.stat()
    return not hasattr(os, "getuid") or (status.st_uid == os.getuid() and not status.st_mode & 0o022)


def _shards(keys: Iterable[bytes]) -> dict[str, list[bytes]]:
    """Digests by shard. There are about as many shards as files in each, so that one change rewrites few."""
    keys = list(keys)
    digits = 1 if len(keys) < 2_000 else 2
    found: dict[str, list[bytes]] = {}
    for key in keys:
        found.setdefault(key.hex()[:digits], []).append(key)
    return found


def _digest(content: bytes | str) -> bytes:
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    return blake2b(data, digest_size=_DIGEST).digest()

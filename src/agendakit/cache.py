"""What earlier runs made of the same files, kept in the user's cache folder; it saves time and changes no result.

The name of its folder holds the code and the libraries that made it; with the findings stands under which
configuration, day and extension schema they hold. What cannot be read is made anew without a word. A folder that others
can write to is not trusted, for reading a pickle runs what is in it.
"""

from __future__ import annotations

import os
import pickle
import shutil
import sys
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from agendakit import __version__
from agendakit.batches import Work, work_on
from agendakit.check import Known
from agendakit.packing import Batch, pack, unpack
from agendakit.standing import Memo, Remembered
from agendakit.workspace import WorkspaceError, write

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from agendakit.asking import Kept
    from agendakit.check import Parsed, Sources
    from agendakit.standing import Standing
    from agendakit.workspace import Workspace

_VARIABLE = "AGENDAKIT_CACHE"
_LIBRARIES = ("pydantic", "pydantic_core", "yaml", "markdown_it", "jsonschema")
_DIGEST = 16
_INDEX = "index"
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
        known: What a check of the sources can start from; what is new in them is parsed and judged already.
    """

    def __init__(self, workspace: Workspace, sources: Sources, today: date, *, kept: bool = True) -> None:
        self._folder = _folder(workspace) if kept else None
        lasting = self._folder is not None
        self.known = Known(self._recall, Memo(lasting=lasting))
        self._contents = {key: sources.files[path] for path, key in sources.keys.items()}
        self._shards = _shards(self._contents)
        conditions = (workspace.config, today, sources.extra)
        self._conditions = _digest(repr(conditions))
        self._before = self._load()
        same = self._before.conditions == self._conditions
        kept_before = dict(self._before.kept) if same else {}
        standing = self._before.standing if same else None
        self.known.memo.last = Remembered(conditions=conditions, kept=kept_before, standing=standing)
        missing = [
            (key, path, sources.files[path])
            for path, key in sources.keys.items()
            if path.suffix == ".md" and key not in kept_before
        ]
        work = Work(files=missing, config=workspace.config, today=today, extra=sources.extra, lasting=lasting)
        for batch in work_on(work):
            self.known.parsed |= batch.parsed
            kept_before.update(batch.kept)

    def save(self) -> None:
        """Write what changed; where that cannot be done, nothing is written."""
        memo = self.known.memo.last
        if self._folder is None or memo is None:
            return
        with suppress(OSError, WorkspaceError):
            if not self._folder.is_dir():
                shutil.rmtree(self._folder.parent, ignore_errors=True)
                self._folder.mkdir(mode=0o700, parents=True)
            for name, keys in self._shards.items():
                if self._before.shards.get(name) != keys:
                    self._write(name, pack(self._batch(name, keys)))
            after = Index(self._conditions, memo.kept, memo.standing, self._shards)
            if after != self._before:
                self._write(_INDEX, pickle.dumps(after, protocol=pickle.HIGHEST_PROTOCOL))

    def _load(self) -> Index:
        with suppress(*_UNREADABLE):
            index = pickle.loads(self._read(_INDEX))  # noqa: S301  # read from a folder that only the user can write
            if isinstance(index, Index):
                return index
        return Index(b"", {}, None, {})

    def _recall(self) -> dict[bytes, Parsed]:
        """All parsed files that the shards hold of the sources."""
        found: dict[bytes, Parsed] = {}
        for name in self._before.shards:
            found |= self._shard(name)
        return found

    def _batch(self, name: str, keys: frozenset[bytes]) -> Batch:
        """A shard as it is to be written: what this run made, and what the file has of the rest."""
        known = {**self._shard(name), **self.known.parsed}
        return Batch({key: known[key] for key in keys if key in known}, {})

    def _shard(self, name: str) -> dict[bytes, Parsed]:
        contents = {key: self._contents[key] for key in self._shards.get(name, ())}
        try:
            return unpack(self._read(name), contents).parsed
        except _UNREADABLE:
            return {}

    def _read(self, name: str) -> bytes:
        """Content of a file of the cache.

        Raises:
            OSError: there is none that can be trusted.
        """
        if self._folder is None or not _is_private(self._folder):
            raise FileNotFoundError(name)
        data = (self._folder / name).read_bytes()
        if data[:_DIGEST] != _digest(data[_DIGEST:]):
            raise FileNotFoundError(name)
        return data[_DIGEST:]

    def _write(self, name: str, data: bytes) -> None:
        assert self._folder is not None
        write(self._folder / name, _digest(data) + data, lasting=False)


@dataclass(frozen=True, slots=True)
class Index:
    """What is known of the files of one catalogue.

    Attributes:
        conditions: Digest of configuration, day and extension schema, under which the findings hold.
        kept: By the digest of name and content.
        standing: What the rules that look at several files found.
        shards: Which files each shard holds, parsed.
    """

    conditions: bytes
    kept: dict[bytes, Kept]
    standing: Standing | None
    shards: dict[str, frozenset[bytes]]


def _folder(workspace: Workspace) -> Path | None:
    """Where the cache of a workspace lies, made by this code; `None` for a user without a home, as in a container."""
    named = os.environ.get(_VARIABLE) or os.environ.get("XDG_CACHE_HOME")
    try:
        base = Path(named) if named else Path.home() / ".cache"
    except RuntimeError:
        return None
    place = str(workspace.folder.resolve()).encode("utf-8", "surrogateescape")
    return base / "agendakit" / _digest(place.decode("latin-1")).hex() / _code().hex()


def _code() -> bytes:
    """Digest of everything that makes results: this package, the libraries and Python."""
    files = sorted(_modules(os.path.dirname(__file__)))  # noqa: PTH120  # `scandir` gives strings, in half the time
    # A library's first file changes with its version; to ask for the version itself means to parse its metadata.
    files += [_stamp(spec.origin) for spec in map(find_spec, _LIBRARIES) if spec and spec.origin]
    return _digest(repr((__version__, sys.version, files)))


def _modules(folder: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir():
                yield from _modules(entry.path)
            elif entry.name.endswith(".py"):
                yield _stamp(entry.path)


def _stamp(file: str) -> tuple[str, int, int]:
    status = os.stat(file)  # noqa: PTH116  # as above
    return file, status.st_size, status.st_mtime_ns


def _is_private(folder: Path) -> bool:
    """Whether nobody but the user could have written here."""
    status = folder.stat()
    return not hasattr(os, "getuid") or (status.st_uid == os.getuid() and not status.st_mode & 0o022)


def _shards(keys: Iterable[bytes]) -> dict[str, frozenset[bytes]]:
    """Digests by shard. There are about as many shards as files in each, so that one change rewrites few."""
    keys = list(keys)
    digits = 1 if len(keys) < 2_000 else 2
    found: dict[str, set[bytes]] = {}
    for key in keys:
        found.setdefault(key.hex()[:digits], set()).add(key)
    return {name: frozenset(some) for name, some in found.items()}


def _digest(content: bytes | str) -> bytes:
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    return blake2b(data, digest_size=_DIGEST).digest()

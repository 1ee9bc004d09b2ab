"""One catalogue as the editor sees it: the disk with unsaved texts laid over it, kept parsed and judged."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from agendakit.check import Checked, Sources, all_rules, check_parsed, parse_file, put_together
from agendakit.config import Config
from agendakit.extension import Context, Subject
from agendakit.judging import judge_alone
from agendakit.lsp.drift import moved_along
from agendakit.lsp.mentioned import Mention, mentions_of
from agendakit.silencing import UNUSED
from agendakit.standing import Memo
from agendakit.workspace import Workspace, find, read

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from agendakit.catalogue import Catalogue
    from agendakit.check import Parsed
    from agendakit.diagnostic import Diagnostic
    from agendakit.document import Document


def workspace_of(path: Path) -> Workspace | None:
    """The workspace whose catalogue a file belongs to; `None` for any other file.

    Raises:
        ConfigError, WorkspaceError: there is a configuration, but it cannot be used.
    """
    found = find(path.parent)
    if found.config_path is None:
        root = next((folder for folder in path.parents if folder.name == Config().catalogue), None)
        if root is None:
            return None
        found = Workspace(folder=root.parent, config=Config())
    return found if path.is_relative_to(found.catalogue) else None


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read of a catalogue, and what was parsed of that."""

    sources: Sources
    parsed: Mapping[PurePosixPath, Parsed]


class Session:
    """A workspace with what was made of it.

    Attributes:
        workspace: Where the catalogue lies.
        version: Grows with every change of a text.
        judged_version: The version that the last whole judgement was about.
        is_stale: Whether the disk has to be read again, as it has at first.
        is_loaded: Whether it was read once.
        diagnostics: By path, as of the last judgement.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.version = 0
        self.judged_version = -1
        self.is_stale = True
        self.is_loaded = False
        self.diagnostics: dict[PurePosixPath, tuple[Diagnostic, ...]] = {}
        self._overlay: dict[PurePosixPath, str] = {}
        self._sources = Sources(files={})
        self._parsed: dict[PurePosixPath, Parsed] = {}
        self._judged: Mapping[PurePosixPath, Document] = {}
        self._memo = Memo()
        self._mentions: dict[PurePosixPath, tuple[Document, tuple[Mention, ...]]] = {}
        self._catalogue: tuple[int, Catalogue] | None = None

    @property
    def today(self) -> date:
        """The author's own day."""
        return date.today()  # noqa: DTZ011  # as in `check`

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue with all unsaved texts; put together where a text changed since it was last asked for."""
        if self._catalogue is None or self._catalogue[0] != self.version:
            made = put_together(self._parsed, self._sources, self.workspace.config)
            self._catalogue = (self.version, made)
        return self._catalogue[1]

    @property
    def documents(self) -> dict[PurePosixPath, Document]:
        """Every file by path, with all unsaved texts."""
        return {path: parsed.document for path, parsed in self._parsed.items()}

    @property
    def open_paths(self) -> frozenset[PurePosixPath]:
        """Files that the editor has open."""
        return frozenset(self._overlay)

    def name_of(self, path: Path) -> PurePosixPath:
        """A path as sources and diagnostics name it."""
        return PurePosixPath(path.relative_to(self.workspace.folder).as_posix())

    def uri_of(self, path: PurePosixPath) -> str:
        """Address of a file, as the editor names it."""
        return (self.workspace.folder / path).as_uri()

    def document(self, path: PurePosixPath) -> Document | None:
        """A file of the catalogue that is read as text."""
        parsed = self._parsed.get(path)
        return parsed.document if parsed else None

    def entry(self, path: PurePosixPath) -> Document | None:
        """The document of a file that is an entry, whether or not it validates."""
        parsed = self._parsed.get(path)
        return parsed.document if parsed and parsed.outcome is not None else None

    def kind(self, path: PurePosixPath) -> str:
        """Kind of an entry as far as it can be told, even where its YAML is broken; empty for other files."""
        parsed = self._parsed.get(path)
        return parsed.outcome.kind if parsed and parsed.outcome else ""

    def reads(self, path: PurePosixPath) -> bool:
        """Whether a file's text matters to a check, rather than only its name."""
        config = self.workspace.config
        return path == config.bibliography or (path.suffix == ".md" and path.is_relative_to(config.root))

    def mentions(self, path: PurePosixPath) -> tuple[Mention, ...]:
        """Everything that a file names; kept while its text is the same."""
        document = self._parsed[path].document
        known = self._mentions.get(path)
        if known is None or known[0] is not document:
            known = self._mentions[path] = (document, tuple(mentions_of(document)))
        return known[1]

    def lay(self, path: PurePosixPath, text: str) -> None:
        """Take an editor's text for what is on the disk."""
        self._overlay[path] = text
        self._sources = replace(self._sources, files={**self._sources.files, path: text})
        self._parse(path, text)

    def lift(self, path: PurePosixPath) -> None:
        """Go back to the disk for a file that the editor has closed, as soon as it is read again."""
        self._overlay.pop(path, None)
        self.is_stale = True

    def reading(self) -> Callable[[], Loaded]:
        """Reading the disk again, to be run in another thread; only files that changed are parsed.

        Raises, when it is run:
            WorkspaceError: the catalogue cannot be read.
        """
        before, parsed, overlay = self._sources.files, dict(self._parsed), dict(self._overlay)

        def load() -> Loaded:
            sources = read(self.workspace, overlay)
            same = {path for path, data in sources.files.items() if path in parsed and before.get(path) == data}
            files = sources.files.items()
            return Loaded(sources, {p: parsed[p] if p in same else parse_file(p, data) for p, data in files})

        return load

    def take(self, loaded: Loaded) -> None:
        """Take over what was read; texts that the editor has changed meanwhile stay."""
        self._sources = replace(loaded.sources, files={**loaded.sources.files, **self._overlay})
        self._parsed = {**loaded.parsed, **{path: self._parsed[path] for path in self._overlay}}
        self.is_loaded = True
        self.version += 1

    def reread(self) -> None:
        """Read the disk again, and wait for it."""
        self.is_stale = False
        self.take(self.reading()())

    def judge_now(self, path: PurePosixPath) -> None:
        """Judge one file at once by what it says itself.

        What only a look over the catalogue can tell is kept from the last judgement, moved with the text.
        """
        parsed = self._parsed[path]
        document = parsed.document
        context = Context(
            catalogue=self.catalogue, config=self.workspace.config, today=self.today, extra=self._sources.extra
        )
        found = judge_alone(context, all_rules(), document, parsed.key, self._memo) if path.suffix == ".md" else ()
        before = self._judged.get(path)
        if before is not None:
            kept = (one for one in self.diagnostics.get(path, ()) if one.rule in _needing_all())
            found = (*found, *moved_along(kept, before.text, document.text))
        self.diagnostics[path] = tuple(sorted(found, key=lambda one: one.place.span))
        self._judged = {**self._judged, path: document}

    def behind(self) -> tuple[PurePosixPath, ...]:
        """Open files whose diagnostics are about an earlier text."""
        return tuple(path for path in self._overlay if self._judged.get(path) is not self._parsed[path].document)

    def catch_up(self, path: PurePosixPath) -> None:
        """See to it that a file's diagnostics are about its text as it is now."""
        if path in self._parsed and self._judged.get(path) is not self._parsed[path].document:
            self.judge_now(path)

    def judgement(self) -> Callable[[], Checked]:
        """The whole check of the texts as they are now, to be run in another thread."""
        parsed, sources = dict(sorted(self._parsed.items())), self._sources
        config, today, memo = self.workspace.config, self.today, self._memo
        return lambda: check_parsed(parsed, sources, config, today, memo)

    def checking(self) -> Callable[[Sources], Checked]:
        """A check of sources that differ little from those at hand, as trying a fix needs it."""

        def check(sources: Sources) -> Checked:
            files = sorted(sources.files.items())
            parsed = {path: self._known(path, data) for path, data in files}
            return check_parsed(parsed, sources, self.workspace.config, self.today, self._memo)

        return check

    @property
    def sources(self) -> Sources:
        """Everything that was read, with all unsaved texts."""
        return self._sources

    def accept(self, checked: Checked) -> frozenset[PurePosixPath]:
        """Take over the outcome of a judgement; gives the files whose diagnostics are others than before."""
        found: dict[PurePosixPath, tuple[Diagnostic, ...]] = {}
        for one in checked.diagnostics:
            found[one.place.path] = (*found.get(one.place.path, ()), one)
        paths = {*found, *self.diagnostics}
        changed = frozenset(path for path in paths if found.get(path, ()) != self.diagnostics.get(path, ()))
        self.diagnostics = found
        self.judged_version = self.version
        self._judged = checked.documents
        return changed

    def _known(self, path: PurePosixPath, data: bytes | str) -> Parsed:
        if self._sources.files.get(path) == data:
            return self._parsed[path]
        return parse_file(path, data)

    def _parse(self, path: PurePosixPath, data: bytes | str) -> None:
        self.version += 1
        self._parsed[path] = parse_file(path, data)


def _needing_all() -> frozenset[str]:
    """Names of the rules that look over the whole catalogue, or at what all others found."""
    return frozenset({UNUSED, *(rule.name for rule in all_rules() if rule.subject is Subject.CATALOGUE)})

"""Texts and configuration in, catalogue and diagnostics out; no disk, no clock, no network."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING

from agendakit import bibliography, catalogue, rules
from agendakit.asking import NO_CATALOGUE, Decoded
from agendakit.config import ConfigError, place_of
from agendakit.document import Document, parse, parse_bytes
from agendakit.extension import Context, Rule, collect
from agendakit.judging import Case, judge
from agendakit.nearest import did_you_mean, nearest
from agendakit.record import decode
from agendakit.standing import Memo

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from pathlib import PurePosixPath

    from agendakit.bibliography import Bibliography
    from agendakit.catalogue import Catalogue
    from agendakit.config import Config
    from agendakit.diagnostic import Diagnostic
    from agendakit.extra_schema import ExtraSchema


@dataclass(frozen=True, kw_only=True)
class Sources:
    """What was read, before anything was made of it.

    Attributes:
        files: Content by path, as bytes from the disk or as text from an editor; Markdown and the bibliography.
        others: Paths of all other files in the catalogue, which links may name.
        escaping: Symbolic links that lead out of the catalogue, with their target; they were not read.
        extra: The catalogue's own schema for the field `extra`.
    """

    files: Mapping[PurePosixPath, bytes | str]
    others: frozenset[PurePosixPath] = frozenset()
    escaping: Mapping[PurePosixPath, str] | None = None
    extra: ExtraSchema | None = None

    @cached_property
    def keys(self) -> Mapping[PurePosixPath, bytes]:
        """Digest of the name and content of each file, in the order of their paths."""
        return {path: content_key(path, data) for path, data in sorted(self.files.items())}


@dataclass(frozen=True, kw_only=True)
class Parsed:
    """One file, parsed.

    Attributes:
        key: Digest of its name and content.
        outcome: What it was decoded to; `None` for a plain page and for a file that is no Markdown.
    """

    key: bytes
    document: Document
    outcome: Decoded

    @cached_property
    def bibliography(self) -> Bibliography:
        """The file's content as a bibliography."""
        return bibliography.parse(self.document.text)


class Known:
    """Parsed files by content, and findings about them; filled by each check that it is given to.

    Attributes:
        recall: Gives parsed files that lie elsewhere; called at most once, when the first is asked for.
    """

    def __init__(self, recall: Callable[[], Mapping[bytes, Parsed]] = dict, memo: Memo | None = None) -> None:
        self.parsed: dict[bytes, Parsed] = {}
        self.memo = memo or Memo()
        self._recall: Callable[[], Mapping[bytes, Parsed]] | None = recall

    def of(self, path: PurePosixPath, data: bytes | str, key: bytes) -> Parsed:
        """A file, parsed now or before."""
        if key not in self.parsed and self._recall is not None:
            recall, self._recall = self._recall, None
            self.parsed = {**recall(), **self.parsed}
        found = self.parsed.get(key)
        if found is None:
            found = self.parsed[key] = parse_file(path, data, key)
        return found

    def document(self, path: PurePosixPath, data: bytes | str, key: bytes) -> Document:
        """A file that need not be parsed."""
        found = self.parsed.get(key)
        return found.document if found is not None else _document(path, data)


@dataclass(frozen=True, kw_only=True)
class Checked:
    """Outcome of a check.

    Attributes:
        documents: Every file that diagnostics may point into, by path.
        diagnostics: Sorted by path, place and rule.
        entries: Number of entries, drafts and such as do not validate included.
        rejects: Number of those that do not validate.
        assembled: Gives the catalogue.
    """

    documents: Mapping[PurePosixPath, Document]
    diagnostics: tuple[Diagnostic, ...]
    entries: int
    rejects: int
    assembled: Callable[[], Catalogue]

    @cached_property
    def catalogue(self) -> Catalogue:
        """The catalogue; made when it is asked for, since a check that finds everything as it was does not need it."""
        return self.assembled()


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by name."""
    return collect(rules, Rule)


def check(
    sources: Sources,
    config: Config,
    today: date,
    known: Known | None = None,
    *,
    rules: tuple[Rule, ...] | None = None,
) -> Checked:
    """Run rules over a catalogue; linear in its size, apart from what a rule's manual says of itself.

    Args:
        sources: What was read.
        config: The configuration.
        today: The day to judge dates by.
        known: What earlier checks made of files with the same content; it saves time and changes no result.
        rules: The rules to run, `None` for all; what was known of other rules must not be given with them.
    """
    known = known or Known(memo=Memo(lasting=False))
    files, keys = sources.files, sources.keys
    return _checked(
        keys,
        {path: known.document(path, files[path], key) for path, key in keys.items()},
        lambda path: known.of(path, files[path], keys[path]),
        Inquiry(sources=sources, config=config, today=today, memo=known.memo, rules=rules),
    )


def check_parsed(
    parsed: Mapping[PurePosixPath, Parsed], sources: Sources, config: Config, today: date, memo: Memo | None = None
) -> Checked:
    """Run every rule over files that are parsed already, in the order of their paths."""
    return _checked(
        {path: one.key for path, one in parsed.items()},
        {path: one.document for path, one in parsed.items()},
        parsed.__getitem__,
        Inquiry(sources=sources, config=config, today=today, memo=memo or Memo(lasting=False)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Inquiry:
    """What a check goes by."""

    sources: Sources
    config: Config
    today: date
    memo: Memo
    rules: tuple[Rule, ...] | None = None


def _checked(
    keys: Mapping[PurePosixPath, bytes],
    documents: Mapping[PurePosixPath, Document],
    parsed: Callable[[PurePosixPath], Parsed],
    inquiry: Inquiry,
) -> Checked:
    sources, config = inquiry.sources, inquiry.config

    @cache
    def assembled() -> Catalogue:
        return put_together({path: parsed(path) for path in keys}, sources, config)

    def decoded(path: PurePosixPath) -> tuple[Document, Decoded]:
        one = parsed(path)
        return one.document, one.outcome

    entries = {path: key for path, key in keys.items() if path.suffix == ".md"}
    case = Case(
        keys=entries,
        documents={path: documents[path] for path in entries},
        parsed=decoded,
        context=Context(catalogue=NO_CATALOGUE, config=config, today=inquiry.today, extra=sources.extra),
        catalogue=assembled,
        around=_around(sources, {path: key for path, key in keys.items() if path not in entries}),
    )
    judgement = judge(case, all_rules() if inquiry.rules is None else inquiry.rules, inquiry.memo)
    return Checked(
        documents=documents,
        diagnostics=judgement.diagnostics,
        entries=judgement.entries,
        rejects=judgement.rejects,
        assembled=assembled,
    )


def _around(sources: Sources, others: Mapping[PurePosixPath, bytes]) -> bytes:
    """Digest of what counts besides the Markdown files."""
    names = sorted(map(str, (*sources.files, *sources.others)))
    escaping = sorted((str(path), target) for path, target in (sources.escaping or {}).items())
    contents = sorted((str(path), key) for path, key in others.items())
    return blake2b(repr((names, escaping, contents)).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def content_key(path: PurePosixPath, data: bytes | str) -> bytes:
    """Digest of a file's name and content."""
    # A text from an editor may hold what bytes from the disk cannot, so it is another content.
    content = b"t" + data.encode("utf-8", "surrogatepass") if isinstance(data, str) else b"b" + data
    name = str(path).encode("utf-8", "surrogateescape")
    return blake2b(name + b"\0" + content, digest_size=16).digest()


def parse_file(path: PurePosixPath, data: bytes | str, key: bytes | None = None) -> Parsed:
    """Read one file of the catalogue; what comes out depends on nothing else.

    Args:
        path: Its name.
        data: Its content.
        key: The `content_key` of both, where the caller knows it.
    """
    document = _document(path, data)
    outcome = decode(document) if path.suffix == ".md" else None
    return Parsed(key=key or content_key(path, data), document=document, outcome=outcome)


def _document(path: PurePosixPath, data: bytes | str) -> Document:
    if path.suffix != ".md":
        return Document(path=path, text=data if isinstance(data, str) else data.decode("utf-8", "replace"))
    return parse(path, data) if isinstance(data, str) else parse_bytes(path, data)


def put_together(parsed: Mapping[PurePosixPath, Parsed], sources: Sources, config: Config) -> Catalogue:
    """Make a catalogue of parsed files."""
    papers = parsed.get(config.bibliography)
    return catalogue.assemble(
        ((one.document, one.outcome) for path, one in parsed.items() if path.suffix == ".md"),
        config.root,
        papers.bibliography if papers else bibliography.Bibliography(),
        frozenset((*sources.files, *sources.others)),
        sources.escaping,
    )


def check_rule_names(config: Config, path: PurePosixPath, text: str) -> None:
    """See that the configuration names only rules that exist.

    Raises:
        ConfigError: it names another.
    """
    known = [rule.name for rule in all_rules()]
    for name in config.rule_names():
        if name not in known:
            suggestion = did_you_mean(nearest(name, known)) or "`agendakit explain` lists the rules."
            raise ConfigError(f"`{name}` is no rule. {suggestion}", path, text, place_of(text, ("levels", name)))

"""Texts and configuration in, catalogue and diagnostics out; no disk, no clock, no network."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING

from agendakit import bibliography, catalogue, rules
from agendakit.config import ConfigError, place_of
from agendakit.document import Document, parse, parse_bytes
from agendakit.extension import Context, Rule, collect
from agendakit.judging import Memo, judge
from agendakit.nearest import did_you_mean, nearest
from agendakit.record import decode

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import PurePosixPath

    from agendakit.bibliography import Bibliography
    from agendakit.catalogue import Catalogue
    from agendakit.config import Config
    from agendakit.diagnostic import Diagnostic
    from agendakit.extra_schema import ExtraSchema
    from agendakit.record import Draft, Record, Reject


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, kw_only=True)
class Parsed:
    """One file, parsed.

    Attributes:
        outcome: What it was decoded to; `None` for a plain page and for a file that is no Markdown.
    """

    document: Document
    outcome: Record | Draft | Reject | None

    @cached_property
    def bibliography(self) -> Bibliography:
        """The file's content as a bibliography."""
        return bibliography.parse(self.document.text)


class Known:
    """Parsed files by content, and findings about them; filled by each check that it is given to."""

    def __init__(self) -> None:
        self.parsed: dict[bytes, Parsed] = {}
        self.memo = Memo()

    def of(self, path: PurePosixPath, data: bytes | str) -> Parsed:
        """A file, parsed now or before."""
        key = content_key(path, data)
        found = self.parsed.get(key)
        if found is None:
            found = self.parsed[key] = parse_file(path, data)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """Outcome of a check.

    Attributes:
        documents: Every file that diagnostics may point into, by path.
        diagnostics: Sorted by path, place and rule.
    """

    catalogue: Catalogue
    documents: Mapping[PurePosixPath, Document]
    diagnostics: tuple[Diagnostic, ...]


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by name."""
    return collect(rules, Rule)


def check(sources: Sources, config: Config, today: date, known: Known | None = None) -> Checked:
    """Run every rule over a catalogue; linear in its size, apart from what a rule's manual says of itself.

    Args:
        sources: What was read.
        config: The configuration.
        today: The day to judge dates by.
        known: What earlier checks made of files with the same content; it saves time and changes no result.
    """
    files = sorted(sources.files.items())
    if known is None:
        return check_parsed({path: parse_file(path, data) for path, data in files}, sources, config, today)
    return check_parsed({path: known.of(path, data) for path, data in files}, sources, config, today, known.memo)


def check_parsed(
    parsed: Mapping[PurePosixPath, Parsed], sources: Sources, config: Config, today: date, memo: Memo | None = None
) -> Checked:
    """Run every rule over files that are parsed already, in the order of their paths."""
    assembled = put_together(parsed, sources, config)
    context = Context(catalogue=assembled, config=config, today=today, extra=sources.extra)
    documents = {path: one.document for path, one in parsed.items()}
    entries = {path: document for path, document in documents.items() if path.suffix == ".md"}
    diagnostics = judge(context, all_rules(), entries, memo)
    return Checked(catalogue=assembled, documents=documents, diagnostics=diagnostics)


def content_key(path: PurePosixPath, data: bytes | str) -> bytes:
    """Digest of a file's name and content."""
    # A text from an editor may hold what bytes from the disk cannot, so it is another content.
    content = b"t" + data.encode("utf-8", "surrogatepass") if isinstance(data, str) else b"b" + data
    name = str(path).encode("utf-8", "surrogateescape")
    return blake2b(name + b"\0" + content, digest_size=16).digest()


def parse_file(path: PurePosixPath, data: bytes | str) -> Parsed:
    """Read one file of the catalogue; what comes out depends on nothing else."""
    if path.suffix != ".md":
        text = data if isinstance(data, str) else data.decode("utf-8", "replace")
        return Parsed(document=Document(path=path, text=text), outcome=None)
    document = parse(path, data) if isinstance(data, str) else parse_bytes(path, data)
    return Parsed(document=document, outcome=decode(document))


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

"""Texts and configuration in, catalogue and diagnostics out; no disk, no clock, no network."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from agendakit import bibliography, catalogue, rules
from agendakit.config import ConfigError, place_of
from agendakit.document import Document, parse, parse_bytes
from agendakit.extension import Context, Rule, collect
from agendakit.judging import judge
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
    from agendakit.judging import Memo
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


def check(sources: Sources, config: Config, today: date) -> Checked:
    """Run every rule over a catalogue; linear in its size, apart from what a rule's manual says of itself."""
    parsed = {path: parse_file(path, data) for path, data in sorted(sources.files.items())}
    return check_parsed(parsed, sources, config, today)


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

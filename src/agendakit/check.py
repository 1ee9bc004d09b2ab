"""Texts and configuration in, catalogue and diagnostics out; no disk, no clock, no network."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from agendakit import bibliography, catalogue, rules, silencing
from agendakit.config import ConfigError, place_of
from agendakit.diagnostic import Diagnostic, Finding, Level
from agendakit.document import Document, parse, parse_bytes
from agendakit.extension import Context, Rule, Subject, collect
from agendakit.nearest import did_you_mean, nearest
from agendakit.record import Draft, Record, Reject, decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import PurePosixPath

    from agendakit.catalogue import Catalogue
    from agendakit.config import Config
    from agendakit.extra_schema import ExtraSchema

MANUAL = "contribute/rules"
"""Folder of the rules' manual pages on the site."""


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
    documents = {path: _document(path, data) for path, data in sorted(sources.files.items())}
    papers = documents.get(config.bibliography)
    entries = {path: document for path, document in documents.items() if path.suffix == ".md"}
    assembled = catalogue.assemble(
        ((document, decode(document)) for document in entries.values()),
        config.root,
        bibliography.parse(papers.text) if papers else bibliography.Bibliography(),
        frozenset((*sources.files, *sources.others)),
        sources.escaping,
    )
    context = Context(catalogue=assembled, config=config, today=today, extra=sources.extra)
    found = list(_found(tuple(entries.values()), context))
    diagnostics = silencing.apply(found, entries, {rule.name: rule for rule in all_rules()})
    stamped = (_levelled(diagnostic, context) for diagnostic in diagnostics)
    ordered = sorted((one for one in stamped if one is not None), key=_order)
    return Checked(catalogue=assembled, documents=documents, diagnostics=tuple(ordered))


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


def _document(path: PurePosixPath, data: bytes | str) -> Document:
    if path.suffix != ".md":
        text = data if isinstance(data, str) else data.decode("utf-8", "replace")
        return Document(path=path, text=text)
    return parse(path, data) if isinstance(data, str) else parse_bytes(path, data)


def _found(documents: tuple[Document, ...], context: Context) -> Iterator[Diagnostic]:
    known = context.catalogue
    everything = (*known.sources, *known.rejects, *(one for one in known.doubles if isinstance(one, Reject)))
    ids = {one.document.path: one.id for one in everything}
    whole = [one for one in everything if isinstance(one, Record | Draft)]
    subjects: Mapping[Subject, Iterable[object]] = {
        Subject.DOCUMENT: documents,
        Subject.REJECT: everything,
        Subject.ENTRY: whole,
        Subject.CATALOGUE: (known,),
    }
    for rule in all_rules():
        for subject in subjects[rule.subject]:
            for finding in rule.check(subject, context):
                yield _stamped(rule, finding, ids, context)


def _stamped(rule: Rule, finding: Finding, ids: Mapping[PurePosixPath, str], context: Context) -> Diagnostic:
    return Diagnostic(
        rule=rule.name,
        level=finding.level or rule.level,
        finding=finding,
        entry=ids.get(finding.place.path, ""),
        url=context.config.page_url(f"{MANUAL}/{rule.name}/"),
    )


def _levelled(diagnostic: Diagnostic, context: Context) -> Diagnostic | None:
    """The same at the level that counts, `None` where the rule is off: configuration first, then the entry's stage."""
    level = context.config.level_of(diagnostic.rule, diagnostic.place.path) or diagnostic.level
    if level == "off":
        return None
    entry = diagnostic.entry
    known = context.catalogue
    if entry in known.drafts and known.drafts[entry].document.path == diagnostic.place.path:
        level = Level.HINT
    record = known.records.get(entry)
    if record is not None and record.entry.stage == "retired" and not _stays(diagnostic.rule):
        level = Level.HINT
    return replace(diagnostic, level=level)


def _stays(name: str) -> bool:
    """Whether a rule keeps its level in a retired entry: those about text, schema and safety do."""
    rule = next(rule for rule in all_rules() if rule.name == name)
    return not rule.allowable or rule.subject in (Subject.DOCUMENT, Subject.REJECT)


def _order(diagnostic: Diagnostic) -> tuple[PurePosixPath, int, int, str, str]:
    span = diagnostic.place.span
    return diagnostic.place.path, span.start, span.end, diagnostic.rule, diagnostic.finding.message

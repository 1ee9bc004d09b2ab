"""What the rules say of a catalogue: findings stamped, less those that are allowed, at the level that counts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from agendakit import silencing
from agendakit.diagnostic import Diagnostic, Finding, Level
from agendakit.extension import Context, Rule, Subject
from agendakit.record import Draft, Record, Reject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import PurePosixPath

    from agendakit.catalogue import Catalogue
    from agendakit.config import Config
    from agendakit.document import Document
    from agendakit.extra_schema import ExtraSchema

MANUAL = "contribute/rules"
"""Folder of the rules' manual pages on the site."""


class Memo:
    """Findings kept from one check to the next, for files that are the same object still.

    Kept is what a rule found without a look at the catalogue; what depends on other files is always asked anew.
    """

    def __init__(self) -> None:
        self._kept: dict[PurePosixPath, Kept] = {}
        self._conditions: tuple[Config, date, ExtraSchema | None] | None = None

    def of(self, context: Context) -> dict[PurePosixPath, Kept]:
        """What is kept, by path; emptied where configuration, day or extension schema are others than before."""
        return self.under(context.config, context.today, context.extra)

    def under(self, config: Config, today: date, extra: ExtraSchema | None) -> dict[PurePosixPath, Kept]:
        """The same, to be filled from elsewhere."""
        conditions = (config, today, extra)
        if conditions != self._conditions:
            self._kept = {}
            self._conditions = conditions
        return self._kept


class Panel:
    """The rules that are asked about one file at a time, by what they can be asked about."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        asked = [rule for rule in rules if rule.subject is not Subject.CATALOGUE]
        self._named = {rule.name: rule for rule in asked}
        self._for_page = tuple(rule for rule in asked if rule.subject is Subject.DOCUMENT)
        self._for_reject = tuple(rule for rule in asked if rule.subject is not Subject.ENTRY)
        self._for_entry = tuple(asked)

    def about(self, entry: Record | Draft | Reject | None) -> tuple[Rule, ...]:
        """The rules that an entry, or a plain page, concerns."""
        if entry is None:
            return self._for_page
        return self._for_reject if isinstance(entry, Reject) else self._for_entry

    def named(self, names: Iterable[str]) -> tuple[Rule, ...]:
        """The rules of some names."""
        return tuple(self._named[name] for name in names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What rules found in one file without a look at any other, and the names of the rules that looked."""

    document: Document
    found: tuple[Diagnostic, ...]
    looking: tuple[str, ...]


def judge(
    context: Context, rules: tuple[Rule, ...], documents: Mapping[PurePosixPath, Document], memo: Memo | None = None
) -> tuple[Diagnostic, ...]:
    """Ask every rule about all files of a catalogue; sorted by path, place and rule."""
    found = [*_alone(context, rules, documents, memo), *_together(context, rules)]
    return _settled(found, context, rules, documents)


def judge_alone(
    context: Context, rules: Iterable[Rule], documents: Mapping[PurePosixPath, Document], memo: Memo
) -> tuple[Diagnostic, ...]:
    """Ask, about some files, the rules that look at one file at a time; so comments without use are not found."""
    asked = tuple(rule for rule in rules if rule.subject is not Subject.CATALOGUE and rule.name != silencing.UNUSED)
    return _settled(_alone(context, asked, documents, memo), context, asked, documents)


def _alone(
    context: Context, rules: Iterable[Rule], documents: Mapping[PurePosixPath, Document], memo: Memo | None
) -> Iterator[Diagnostic]:
    panel = Panel(rules)
    entries = {one.document.path: one for one in _entries(context.catalogue)}
    if memo is None:
        for path, document in documents.items():
            entry = entries.get(path)
            yield from _about(document, entry, panel.about(entry), context)
        return
    kept, blind = memo.of(context), blinded(context)
    for path, document in documents.items():
        known, entry = kept.get(path), entries.get(path)
        if known is None or known.document is not document:
            known = kept[path] = keep(document, entry, panel, blind)
        yield from known.found
        yield from _about(document, entry, panel.named(known.looking), context)


def _together(context: Context, rules: tuple[Rule, ...]) -> Iterator[Diagnostic]:
    ids = {one.document.path: one.id for one in _entries(context.catalogue)}
    for rule in rules:
        if rule.subject is Subject.CATALOGUE:
            for finding in rule.check(context.catalogue, context):
                yield _stamped(rule, finding, ids.get(finding.place.path, ""), context)


def _entries(catalogue: Catalogue) -> tuple[Record | Draft | Reject, ...]:
    doubles = (one for one in catalogue.doubles if isinstance(one, Reject))
    return (*catalogue.sources, *catalogue.rejects, *doubles)


def _about(
    document: Document, entry: Record | Draft | Reject | None, rules: Iterable[Rule], context: Context
) -> Iterator[Diagnostic]:
    for rule in rules:
        for finding in rule.check(document if rule.subject is Subject.DOCUMENT else entry, context):
            yield _stamped(rule, finding, entry.id if entry else "", context)


class _LookedBeyondError(Exception):
    """A rule about one file looked at the catalogue."""


class _Curtain:
    """Stands for a catalogue to learn whether a rule looks at it."""

    def __getattr__(self, name: str) -> object:
        raise _LookedBeyondError(name)


def blinded(context: Context) -> Context:
    """The same with the catalogue out of sight, for `keep`."""
    return replace(context, catalogue=cast("Catalogue", _Curtain()))


def keep(document: Document, entry: Record | Draft | Reject | None, panel: Panel, blind: Context) -> Kept:
    """Ask the rules about one file, with the catalogue out of sight."""
    found: list[Diagnostic] = []
    looking: list[str] = []
    for rule in panel.about(entry):
        try:
            found += tuple(_about(document, entry, (rule,), blind))
        except _LookedBeyondError:
            looking.append(rule.name)
    return Kept(document=document, found=tuple(found), looking=tuple(looking))


def _stamped(rule: Rule, finding: Finding, entry: str, context: Context) -> Diagnostic:
    return Diagnostic(
        rule=rule.name,
        level=finding.level or rule.level_on(context.today),
        finding=finding,
        entry=entry,
        url=context.config.page_url(f"{MANUAL}/{rule.name}/"),
    )


def _settled(
    found: Iterable[Diagnostic],
    context: Context,
    rules: tuple[Rule, ...],
    documents: Mapping[PurePosixPath, Document],
) -> tuple[Diagnostic, ...]:
    named = {rule.name: rule for rule in rules}
    ids = {one.document.path: one.id for one in _entries(context.catalogue)}
    stages = {entry.document.path: _stage(entry) for entry in _entries(context.catalogue)}
    undecided = {one.document.path for one in _entries(context.catalogue) if isinstance(one, Reject)}
    heard = silencing.apply(found, documents, named, undecided)
    unused = named.get(silencing.UNUSED)
    late = (_stamped(unused, finding, ids.get(finding.place.path, ""), context) for finding in heard.unused if unused)
    levelled = (_levelled(diagnostic, context, named, stages) for diagnostic in (*heard.diagnostics, *late))
    return tuple(sorted((one for one in levelled if one is not None), key=_order))


def _stage(entry: Record | Draft | Reject) -> object:
    """Stage that the author wrote, of an entry that does not validate too: a draft may be anything."""
    if not isinstance(entry, Reject):
        return entry.entry.stage
    return entry.document.front.values.get("stage") if entry.document.front else None


def _levelled(
    diagnostic: Diagnostic, context: Context, rules: Mapping[str, Rule], stages: Mapping[PurePosixPath, object]
) -> Diagnostic | None:
    """The same at the level that counts, `None` where the rule is off: configuration first, then the entry's stage."""
    level = context.config.level_of(diagnostic.rule, diagnostic.place.path) or diagnostic.level
    if level == "off":
        return None
    stage = stages.get(diagnostic.place.path)
    if stage == "draft" or (stage == "retired" and not _stays(rules[diagnostic.rule])):
        level = Level.HINT
    return replace(diagnostic, level=level)


def _stays(rule: Rule) -> bool:
    """Whether a rule keeps its level in a retired entry: those about text, schema and safety do."""
    return not rule.allowable or rule.subject in (Subject.DOCUMENT, Subject.REJECT)


def _order(diagnostic: Diagnostic) -> tuple[PurePosixPath, int, int, str, str]:
    span = diagnostic.place.span
    return diagnostic.place.path, span.start, span.end, diagnostic.rule, diagnostic.finding.message

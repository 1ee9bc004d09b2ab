"""What the rules about one file say of it without a look at any other, so that it can be kept as long as the file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from agendakit.diagnostic import Diagnostic, Finding
from agendakit.extension import Context, Rule, Subject
from agendakit.facts import Facts, facts_of
from agendakit.record import Draft, Record, Reject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from agendakit.catalogue import Catalogue
    from agendakit.document import Document

MANUAL = "contribute/rules"
"""Folder of the rules' manual pages on the site."""

Decoded = Record | Draft | Reject | None
"""What a file was decoded to; `None` for a plain page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What is known of one file alone.

    Attributes:
        id: Id of the entry, empty for a plain page.
        stage: As the author wrote it, of an entry that does not validate too; empty where it is not written.
        is_entry: Whether it is no plain page.
        is_reject: Whether it does not validate, so that not every rule could be asked.
        found: What the rules found without a look at the catalogue.
        looking: Names of the rules that looked; they are asked again with the catalogue in sight.
        facts: What rules may make use of in this file when they look at several; `None` where no check is to come that
            could compare them.
    """

    id: str
    stage: str
    is_entry: bool
    is_reject: bool
    found: tuple[Diagnostic, ...]
    looking: tuple[str, ...]
    facts: Facts | None


class Panel:
    """The rules that are asked about one file at a time."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rule for rule in rules if rule.subject is not Subject.CATALOGUE)
        self._named = {rule.name: rule for rule in self.rules}

    def named(self, names: Iterable[str]) -> tuple[Rule, ...]:
        """The rules of some names."""
        return tuple(self._named[name] for name in names)


class _LookedBeyondError(Exception):
    """A rule about one file looked at the catalogue."""


class _Curtain:
    """Stands for a catalogue to learn whether a rule looks at it."""

    def __getattr__(self, name: str) -> object:
        raise _LookedBeyondError(name)


NO_CATALOGUE = cast("Catalogue", _Curtain())
"""Stands in a context that is made before the catalogue."""


def blinded(context: Context) -> Context:
    """The same with the catalogue out of sight, for `keep`."""
    return replace(context, catalogue=NO_CATALOGUE)


def keep(document: Document, entry: Decoded, panel: Panel, blind: Context, *, lasting: bool) -> Kept:
    """Ask the rules about one file, with the catalogue out of sight."""
    return keep_all(((document, entry),), panel, blind, lasting=lasting)[0]


def keep_all(files: Sequence[tuple[Document, Decoded]], panel: Panel, blind: Context, *, lasting: bool) -> list[Kept]:
    """The same about several files, each alone.

    A rule is asked about all of them before the next: so what it needs is still in the processor's caches.
    """
    found: list[list[Diagnostic]] = [[] for _ in files]
    looking: list[list[str]] = [[] for _ in files]
    entries = [(number, entry) for number, (_, entry) in enumerate(files) if entry is not None]
    things: dict[Subject, Sequence[tuple[int, object]]] = {
        Subject.DOCUMENT: [(number, document) for number, (document, _) in enumerate(files)],
        Subject.REJECT: entries,
        Subject.ENTRY: [(number, entry) for number, entry in entries if not isinstance(entry, Reject)],
    }
    for rule in panel.rules:
        for number, thing in things[rule.subject]:
            try:
                findings = tuple(rule.check(thing, blind))
            except _LookedBeyondError:
                looking[number].append(rule.name)
                continue
            if findings:
                entry = files[number][1]
                found[number] += (stamped(rule, finding, entry.id if entry else "", blind) for finding in findings)
    return [
        Kept(
            id=entry.id if entry else "",
            stage=_stage(entry),
            is_entry=entry is not None,
            is_reject=isinstance(entry, Reject),
            found=tuple(own),
            looking=tuple(names),
            facts=facts_of(document, entry, names) if lasting else None,
        )
        for (document, entry), own, names in zip(files, found, looking, strict=True)
    ]


def ask(rules: Iterable[Rule], document: Document, entry: Decoded, context: Context) -> Iterator[Diagnostic]:
    """What rules about one file say of it."""
    for rule in rules:
        for finding in rule.check(document if rule.subject is Subject.DOCUMENT else entry, context):
            yield stamped(rule, finding, entry.id if entry else "", context)


def stamped(rule: Rule, finding: Finding, entry: str, context: Context) -> Diagnostic:
    """A finding with the rule's name, its manual page, and its level by default."""
    return Diagnostic(
        rule=rule.name,
        level=finding.level or rule.level_on(context.today),
        finding=finding,
        entry=entry,
        url=context.config.page_url(f"{MANUAL}/{rule.name}/"),
    )


def _stage(entry: Decoded) -> str:
    """Stage that the author wrote, of an entry that does not validate too: a draft may be anything."""
    if isinstance(entry, Record | Draft):
        return entry.entry.stage
    stage = entry.document.front.values.get("stage") if entry and entry.document.front else None
    return stage if isinstance(stage, str) else ""

"""What the rules say of a catalogue: findings stamped, less those that are allowed, at the level that counts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from agendakit import silencing
from agendakit.asking import Decoded, Kept, Panel, ask, blinded, keep, stamped
from agendakit.diagnostic import Diagnostic, Level
from agendakit.extension import Context, Rule, Subject
from agendakit.parallel import Jobs, done
from agendakit.record import Draft, Record, Reject
from agendakit.standing import Holds, Memo, Standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import PurePosixPath

    from agendakit.catalogue import Catalogue
    from agendakit.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A catalogue to be judged, of which no more is made than has to be looked at.

    Attributes:
        keys: Digest of name and content of each Markdown file.
        documents: The same files; those that nobody looks at need not be parsed.
        parsed: Gives a file, decoded.
        context: What rules may look at, without the catalogue.
        catalogue: Gives the catalogue.
        around: Digest of what counts besides the Markdown files: names of all files, the bibliography.
    """

    keys: Mapping[PurePosixPath, bytes]
    documents: Mapping[PurePosixPath, Document]
    parsed: Callable[[PurePosixPath], tuple[Document, Decoded]]
    context: Context
    catalogue: Callable[[], Catalogue]
    around: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Outcome of judging a case.

    Attributes:
        diagnostics: Sorted by path, place and rule.
        entries: Number of entries, drafts and such as do not validate included.
        rejects: Number of those that do not validate.
    """

    diagnostics: tuple[Diagnostic, ...]
    entries: int
    rejects: int


def judge(case: Case, rules: tuple[Rule, ...], memo: Memo) -> Judgement:
    """Ask every rule about all files of a catalogue; what the memo knows is not asked again."""
    panel, blind, before = Panel(rules), blinded(case.context), memo.under(case.context)
    kept: dict[PurePosixPath, Kept] = {}
    for path, key in case.keys.items():
        found = before.kept.get(key)
        kept[path] = found if found is not None else keep(*case.parsed(path), panel, blind, lasting=memo.lasting)
    standing = _standing(case, kept, rules, before.standing)
    if memo.lasting:
        memo.last = replace(before, kept={key: kept[path] for path, key in case.keys.items()}, standing=standing)
    own = chain.from_iterable(one.found for one in kept.values())
    everything = (*own, *standing.found, *standing.found_in_words)
    return Judgement(
        diagnostics=_settled(everything, case.context, rules, kept, case.documents),
        entries=sum(one.is_entry for one in kept.values()),
        rejects=sum(one.is_reject for one in kept.values()),
    )


def judge_alone(
    context: Context, rules: Iterable[Rule], document: Document, key: bytes, memo: Memo
) -> tuple[Diagnostic, ...]:
    """Ask, about one file, the rules that look at one file at a time; so comments without use are not found."""
    panel = Panel(rule for rule in rules if rule.name != silencing.UNUSED)
    known = memo.under(context).kept
    entry = next((one for one in _entries(context.catalogue) if one.document is document), None)
    kept = known[key] = known.get(key) or keep(document, entry, panel, blinded(context), lasting=memo.lasting)
    looking = ask(panel.named(kept.looking), document, entry, context)
    return _settled((*kept.found, *looking), context, panel.rules, {document.path: kept}, {document.path: document})


def _standing(
    case: Case, kept: Mapping[PurePosixPath, Kept], rules: tuple[Rule, ...], before: Standing | None
) -> Standing:
    """What is found by a look at more than one file, as far as it does not stand from before."""
    holds = before.holds(case.around, case.keys, kept) if before else Holds.NOTHING
    found, in_words = (before.found, before.found_in_words) if before else ((), ())
    if holds is not Holds.ALL:
        context = replace(case.context, catalogue=case.catalogue())
        together = [rule for rule in rules if rule.subject is Subject.CATALOGUE]
        # To read words takes longest, so it comes first: then nobody waits for it in the end.
        questions = [partial(_together, rule, context) for rule in together if rule.words]
        about_words = len(questions)
        if holds is Holds.NOTHING:
            questions += (partial(_together, rule, context) for rule in together if not rule.words)
            questions.append(partial(_looking, case, kept, Panel(rules), context))
        answers = dict(done(Jobs(count=len(questions), do=lambda number: tuple(questions[number]())), len(case.keys)))
        in_words = tuple(chain.from_iterable(answers[number] for number in range(about_words)))
        if holds is Holds.NOTHING:
            found = tuple(chain.from_iterable(answers[number] for number in range(about_words, len(questions))))
    return Standing(
        around=case.around,
        keys=case.keys,
        facts={path: one.facts for path, one in kept.items() if one.facts is not None},
        found=found,
        found_in_words=in_words,
    )


def _looking(case: Case, kept: Mapping[PurePosixPath, Kept], panel: Panel, context: Context) -> Iterator[Diagnostic]:
    for path, one in kept.items():
        if one.looking:
            yield from ask(panel.named(one.looking), *case.parsed(path), context)


def _together(rule: Rule, context: Context) -> Iterator[Diagnostic]:
    findings = tuple(rule.check(context.catalogue, context))
    ids = {one.document.path: one.id for one in _entries(context.catalogue)} if findings else {}
    return (stamped(rule, finding, ids.get(finding.place.path, ""), context) for finding in findings)


def _entries(catalogue: Catalogue) -> Iterator[Record | Draft | Reject]:
    yield from catalogue.sources
    yield from catalogue.rejects
    yield from (one for one in catalogue.doubles if isinstance(one, Reject))


def _settled(
    found: Iterable[Diagnostic],
    context: Context,
    rules: tuple[Rule, ...],
    kept: Mapping[PurePosixPath, Kept],
    documents: Mapping[PurePosixPath, Document],
) -> tuple[Diagnostic, ...]:
    named = {rule.name: rule for rule in rules}
    undecided = {path for path, one in kept.items() if one.is_reject}
    heard = silencing.apply(found, documents, named, undecided)
    unused = named.get(silencing.UNUSED)
    late = (
        stamped(unused, finding, kept[finding.place.path].id, context) for finding in heard.unused if unused is not None
    )
    levelled = (_levelled(diagnostic, context, named, kept) for diagnostic in (*heard.diagnostics, *late))
    return tuple(sorted((one for one in levelled if one is not None), key=_order))


def _levelled(
    diagnostic: Diagnostic, context: Context, rules: Mapping[str, Rule], kept: Mapping[PurePosixPath, Kept]
) -> Diagnostic | None:
    """The same at the level that counts, `None` where the rule is off: configuration first, then the entry's stage."""
    level = context.config.level_of(diagnostic.rule, diagnostic.place.path) or diagnostic.level
    if level == "off":
        return None
    file = kept.get(diagnostic.place.path)
    stage = file.stage if file else ""
    if stage == "draft" or (stage == "retired" and not _stays(rules[diagnostic.rule])):
        level = Level.HINT
    return diagnostic if diagnostic.level is level else replace(diagnostic, level=level)


def _stays(rule: Rule) -> bool:
    """Whether a rule keeps its level in a retired entry: those about text, schema and safety do."""
    return not rule.allowable or rule.subject in (Subject.DOCUMENT, Subject.REJECT)


def _order(diagnostic: Diagnostic) -> tuple[PurePosixPath, int, int, str, str]:
    span = diagnostic.place.span
    return diagnostic.place.path, span.start, span.end, diagnostic.rule, diagnostic.finding.message

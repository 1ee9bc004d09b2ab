"""What a change of a catalogue means to its readers: two checked catalogues in, plain data out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit.catalogue import prerequisites
from agendakit.field_changes import FieldChange, changes_of
from agendakit.model import paper_refs_of
from agendakit.reach import Loss, losses
from agendakit.since import mended_since, new_since, renamed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from agendakit.catalogue import Catalogue
    from agendakit.check import Checked
    from agendakit.diagnostic import Diagnostic
    from agendakit.record import Draft, Record, Reject

    Entry = Record | Draft | Reject


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An entry as one speaks of it.

    Attributes:
        title: As written, empty where there is none.
    """

    id: str
    kind: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Renamed:
    """An entry under another id."""

    old: str
    new: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """An entry that was and is there.

    Attributes:
        fields: What changed in its front matter.
        body: Whether the text below it changed.
    """

    id: str
    title: str
    fields: tuple[FieldChange, ...]
    body: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NewNeed:
    """A prerequisite that an entry did not have.

    Attributes:
        need: `before`, `on-the-way` or `helpful`.
        taught_here: Whether the catalogue has a published entry for it.
    """

    id: str
    prerequisite: str
    need: str
    taught_here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPaper:
    """A work that no entry named and the bibliography did not list.

    Attributes:
        title: Empty where the bibliography does not have it.
    """

    ref: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAllow:
    """A comment that silences a rule and was not there.

    Attributes:
        reason: Empty where the author gives none.
    """

    path: str
    rule: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """All of it, each list in the order of ids or of places; empty lists where nothing changed."""

    added: tuple[Named, ...]
    removed: tuple[Named, ...]
    renamed: tuple[Renamed, ...]
    changed: tuple[Changed, ...]
    needs: tuple[NewNeed, ...]
    losses: tuple[Loss, ...]
    papers: tuple[NewPaper, ...]
    found: tuple[Diagnostic, ...]
    mended: tuple[Diagnostic, ...]
    allows: tuple[NewAllow, ...]


def compare(before: Checked, after: Checked, assumes: Collection[str] = ()) -> Change:
    """Compare an earlier catalogue with a later one; near linear in their size."""
    names = renamed(before.catalogue, after.catalogue)
    earlier = {names.get(name, name): entry for name, entry in _entries(before.catalogue).items()}
    later = _entries(after.catalogue)
    return Change(
        added=tuple(_named(later[name]) for name in sorted(later.keys() - earlier.keys())),
        removed=tuple(_named(earlier[name]) for name in sorted(earlier.keys() - later.keys())),
        renamed=tuple(Renamed(old=old, new=new, title=_title(later[new])) for old, new in sorted(names.items())),
        changed=tuple(_changed(earlier, later)),
        needs=tuple(_new_needs(before.catalogue, after.catalogue, names)),
        losses=losses(before.catalogue, after.catalogue, names, assumes),
        papers=tuple(_new_papers(before.catalogue, after.catalogue)),
        found=new_since(before, after),
        mended=mended_since(before, after),
        allows=tuple(_new_allows(before, after, names)),
    )


def _entries(catalogue: Catalogue) -> dict[str, Entry]:
    """Every entry by id, the first of a doubled one."""
    return {**{one.id: one for one in catalogue.rejects}, **catalogue.drafts, **catalogue.records}


def _named(entry: Entry) -> Named:
    return Named(id=entry.id, kind=entry.kind, title=_title(entry))


def _title(entry: Entry) -> str:
    title = _values(entry).get("title")
    return title if isinstance(title, str) else ""


def _values(entry: Entry) -> Mapping[str, object]:
    return entry.document.front.values if entry.document.front else {}


def _changed(earlier: Mapping[str, Entry], later: Mapping[str, Entry]) -> Iterator[Changed]:
    for name in sorted(earlier.keys() & later.keys()):
        old, new = earlier[name], later[name]
        if old.document.text == new.document.text:
            continue
        fields = tuple(changes_of(_values(old), _values(new)))
        body = old.document.text[old.document.body_start :] != new.document.text[new.document.body_start :]
        if fields or body:
            yield Changed(id=name, title=_title(new), fields=fields, body=body)


def _new_needs(before: Catalogue, after: Catalogue, names: Mapping[str, str]) -> Iterator[NewNeed]:
    had = {
        (names.get(one.id, one.id), names.get(target, target))
        for one in before.sources
        for target in (before.canonical(prerequisite.id) for prerequisite in prerequisites(one))
    }
    there = {names.get(one.id, one.id) for one in before.sources}
    for one in sorted(after.sources, key=lambda source: source.id):
        for prerequisite in prerequisites(one) if one.id in there else ():
            target = after.canonical(prerequisite.id)
            if (one.id, target) not in had:
                taught = after.teaches(target)
                yield NewNeed(id=one.id, prerequisite=target, need=prerequisite.need, taught_here=taught)


def _new_papers(before: Catalogue, after: Catalogue) -> Iterator[NewPaper]:
    listed = {paper.id for paper in before.bibliography.papers}
    named = {ref for one in before.sources for _, ref in paper_refs_of(one.entry)}
    found = {paper.id: paper.item.title for paper in after.bibliography.papers if paper.id not in listed}
    for one in after.sources:
        for _, ref in paper_refs_of(one.entry):
            known = before.bibliography.find(ref) or after.bibliography.find(ref)
            if known is None and ref not in named:
                found.setdefault(ref, "")
    yield from (NewPaper(ref=ref, title=title) for ref, title in sorted(found.items()))


def _new_allows(before: Checked, after: Checked, names: Mapping[str, str]) -> Iterator[NewAllow]:
    ids = {entry.document.path: names.get(name, name) for name, entry in _entries(before.catalogue).items()}
    had = {(ids.get(path, str(path)), allow.rule) for path, one in before.documents.items() for allow in one.allows}
    later = {entry.document.path: name for name, entry in _entries(after.catalogue).items()}
    for path, document in after.documents.items():
        for allow in document.allows:
            if (later.get(path, str(path)), allow.rule) not in had:
                yield NewAllow(path=str(path), rule=allow.rule, reason=allow.reason)

"""Names under which an entry is found though its card does not show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.catalogue import Catalogue
    from agendakit.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name and what it is to the entry.

    Attributes:
        label: Says it before the name, as in ``also called mech interp``.
        others: What an entry that it belongs to, needs or teaches is also called: who writes an abbreviation means
            everything that is about it.
        own: Whether it is the entry's own, not that of an entry it belongs to, needs or teaches.
    """

    label: str
    words: str
    others: tuple[str, ...] = ()
    own: bool = True


def names(record: Record, catalogue: Catalogue) -> Iterator[Name]:
    """Other names, tags and people, then the entries that it belongs to, needs and teaches."""
    entry = record.entry
    for other in entry.also_called:
        yield Name(label="also called", words=other)
    for tag in entry.tags:
        yield Name(label="tag", words=tag)
    for person in entry.authors or ():
        yield Name(label="by", words=person.name)
    for author in entry.source.authors if entry.source else ():
        yield Name(label="after", words=author)
    seen = {record.id}
    for label, name in _related(record, catalogue):
        target = catalogue.records.get(catalogue.canonical(name))
        if target is not None and target.id not in seen:
            seen.add(target.id)
            yield Name(label=label, words=target.entry.title, others=target.entry.also_called, own=False)


def _related(record: Record, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    agenda = catalogue.agenda_of.get(record.id)
    if agenda:
        yield "part of", agenda
    for prerequisite in record.entry.prerequisites or ():
        yield "needs", prerequisite.id
    for name in getattr(record.entry, "teaches", ()):
        yield "teaches", name

"""What the pages of papers show: every work, with who cites it and as what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit.model import paper_refs_of
from agendakit.site.citations import Citation, of_paper
from agendakit.site.reading import ROLE_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agendakit.record import Record
    from agendakit.site.place import Place, Site

_OTHER_ROLES = {"existing_work": "known already", "resources": "to learn from"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Citing:
    """An entry that names a work."""

    title: str
    link: str
    role: str


@dataclass(frozen=True, slots=True)
class Work:
    """A work with the entries that name it, in the order of their paths."""

    citation: Citation
    citing: tuple[Citing, ...]


Cited = tuple[Citation, tuple[tuple["Record", str], ...]]
"""A work, and each record that names it with the role it gives it."""


def cited_works(site: Site) -> tuple[Cited, ...]:
    """Works in the order of how many entries name them, then of their authors."""
    citing: dict[str, list[tuple[Record, str]]] = {}
    for record in site.catalogue.records.values():
        for name, role in _named(record, site).items():
            citing.setdefault(name, []).append((record, role))
    works = ((of_paper(paper), tuple(citing.get(paper.id, ()))) for paper in site.catalogue.bibliography.papers)
    return tuple(sorted(works, key=lambda work: (-len(work[1]), work[0].label.casefold())))


def papers_view(works: Iterable[Cited], place: Place) -> tuple[Work, ...]:
    """Works as one page shows them."""
    return tuple(
        Work(
            citation,
            tuple(
                Citing(title=record.entry.title, link=place.linker.to(place.site.address(record)), role=role)
                for record, role in citing
            ),
        )
        for citation, citing in works
    )


def _named(record: Record, site: Site) -> dict[str, str]:
    """Works that an entry names, by their id in the bibliography, with the first role it gives each."""
    found: dict[str, str] = {}
    for route, ref in paper_refs_of(record.entry):
        paper = site.catalogue.bibliography.find(ref)
        if paper is None:
            continue
        field = str(route[0])
        role = _OTHER_ROLES.get(field) or ROLE_WORDS[record.entry.papers[int(route[1])].role]
        found.setdefault(paper.id, role)
    return found

"""What the page of papers shows: every work, with who cites it and as what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit.model import paper_refs_of
from agendakit.site.citations import Citation, of_paper
from agendakit.site.reading import ROLE_WORDS

if TYPE_CHECKING:
    from agendakit.record import Record
    from agendakit.site.place import Place

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


def papers_view(place: Place) -> tuple[Work, ...]:
    """Works in the order of how many entries name them, then of their authors."""
    catalogue = place.site.catalogue
    citing: dict[str, list[Citing]] = {}
    for record in catalogue.records.values():
        for name, role in _named(record, place).items():
            link = place.linker.to(place.site.address(record))
            citing.setdefault(name, []).append(Citing(title=record.entry.title, link=link, role=role))
    works = (Work(of_paper(paper), tuple(citing.get(paper.id, ()))) for paper in catalogue.bibliography.papers)
    return tuple(sorted(works, key=lambda work: (-len(work.citing), work.citation.label.casefold())))


def _named(record: Record, place: Place) -> dict[str, str]:
    """Works that an entry names, by their id in the bibliography, with the first role it gives each."""
    found: dict[str, str] = {}
    for route, ref in paper_refs_of(record.entry):
        paper = place.site.catalogue.bibliography.find(ref)
        if paper is None:
            continue
        field = str(route[0])
        role = _OTHER_ROLES.get(field) or ROLE_WORDS[record.entry.papers[int(route[1])].role]
        found.setdefault(paper.id, role)
    return found

"""Reading lists: the papers of an entry by role, those to read first at the top."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit.model import PAPER_ROLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markupsafe import Markup

    from agendakit.model import Entry
    from agendakit.site.citations import Citation
    from agendakit.site.place import Place

_WHEN = {"start-here": "Before you start", "afterwards": "Once you have a result"}
_DURING = "While you work"
ROLE_WORDS = {
    "start-here": "start here",
    "background": "background",
    "builds-on": "builds on",
    "baseline": "baseline",
    "method": "method",
    "critique": "critique",
    "afterwards": "afterwards",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One paper of a list."""

    citation: Citation
    role: str
    part: Markup | str
    why: Markup | str


@dataclass(frozen=True, slots=True)
class ReadingGroup:
    """Papers to read at one time."""

    when: str
    papers: tuple[Reading, ...]


def reading_list(entry: Entry, place: Place) -> tuple[ReadingGroup, ...]:
    """Papers in reading order: before, during, after; within these by role."""
    ordered = sorted(entry.papers or (), key=lambda paper: PAPER_ROLES.index(paper.role))
    groups: dict[str, list[Reading]] = {}
    for paper in ordered:
        reading = Reading(
            citation=place.site.citations.of(paper.ref),
            role=ROLE_WORDS[paper.role],
            part=place.text(paper.part),
            why=place.text(paper.why),
        )
        groups.setdefault(_WHEN.get(paper.role, _DURING), []).append(reading)
    return tuple(ReadingGroup(when, tuple(papers)) for when, papers in groups.items())


def also_cited(place: Place, listed: Iterable[str]) -> tuple[Citation, ...]:
    """Works that texts of the page cite and no list of it names, in the order of their first citation."""
    citations = place.site.citations
    seen = {citations.of(ref).anchor for ref in listed}
    found: dict[str, Citation] = {}
    for ref in place.around.cited:
        citation = citations.of(ref)
        if citation.anchor not in seen:
            found.setdefault(citation.anchor, citation)
    return tuple(found.values())

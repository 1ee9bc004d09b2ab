"""Entries that have concepts or papers in common with one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit.catalogue import prerequisites
from agendakit.model import paper_refs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from agendakit.catalogue import Catalogue
    from agendakit.record import Record
    from agendakit.site.place import Place

_MOST = 4
_LEAST_SHARED = 2
_NAMED = 2
_COMMON = 40
"""What so many entries share says nothing about any two of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """An entry with what it shares."""

    title: str
    link: str
    why: str


def themes_of(record: Record, catalogue: Catalogue) -> frozenset[tuple[str, str]]:
    """What an entry is about, as pairs (``concept`` or ``paper``, id)."""
    names = {catalogue.canonical(one.id) for one in prerequisites(record)}
    names |= {catalogue.canonical(name) for name in getattr(record.entry, "teaches", ())}
    papers = (catalogue.bibliography.find(ref) for _, ref in paper_refs_of(record.entry))
    found = {("concept", name) for name in names if name in catalogue.records}
    return frozenset(found | {("paper", paper.id) for paper in papers if paper is not None})


def by_theme(catalogue: Catalogue) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Ids of the current entries by what they are about."""
    found: dict[tuple[str, str], list[str]] = {}
    for record in catalogue.records.values():
        if record.entry.stage != "retired":
            for theme in sorted(themes_of(record, catalogue)):
                found.setdefault(theme, []).append(record.id)
    return {theme: tuple(names) for theme, names in found.items()}


def related(record: Record, place: Place) -> tuple[Related, ...]:
    """Entries of the same kind that share most, weighed by how rare it is; each says what."""
    catalogue, index = place.site.catalogue, place.site.themes
    shared: dict[str, list[tuple[str, str]]] = {}
    weights: Counter[str] = Counter()
    linked = _linked(record, catalogue)
    for theme in sorted(themes_of(record, catalogue), key=lambda theme: (len(index.get(theme, ())), theme)):
        names = index.get(theme, ())
        if len(names) > _COMMON or theme[1] in place.site.config.assumes:
            continue
        for name in names:
            if name != record.id and name not in linked and catalogue.records[name].kind == record.kind:
                shared.setdefault(name, []).append(theme)
                weights[name] += 1000 // len(names)
    chosen = sorted(
        (name for name in shared if len(shared[name]) >= _LEAST_SHARED), key=lambda one: (-weights[one], one)
    )
    return tuple(_related(catalogue.records[name], shared[name], place) for name in chosen[:_MOST])


def _linked(record: Record, catalogue: Catalogue) -> frozenset[str]:
    """Entries that the page names anyway."""
    near = (*catalogue.graph.get(record.id, ()), *catalogue.opens.get(record.id, ()))
    return frozenset((*near, *getattr(record.entry, "teaches", ())))


def _related(record: Record, shared: list[tuple[str, str]], place: Place) -> Related:
    words = list(_words(shared, place))
    more = f" and {len(words) - _NAMED} more" if len(words) > _NAMED else ""
    why = f"shares {', '.join(words[:_NAMED])}{more}" if more else f"shares {' and '.join(words)}"
    return Related(title=record.entry.title, link=place.linker.to(place.site.address(record)), why=why)


def _words(shared: list[tuple[str, str]], place: Place) -> Iterator[str]:
    catalogue = place.site.catalogue
    for kind, name in shared:
        if kind == "concept":
            yield catalogue.records[name].entry.title
        else:
            yield place.site.citations.of(name).label

"""What the page for curators shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit.health import health

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.health import Line
    from agendakit.site.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class LineView:
    """One sort of thing to see to: title, address and words of each entry concerned."""

    title: str
    entries: tuple[tuple[str, str, str], ...]
    command: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Projects of one agenda by difficulty."""

    title: str
    link: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthView:
    """Lines in the order in which to work through them, and coverage by agenda."""

    lines: tuple[LineView, ...]
    coverage: tuple[Row, ...]


def health_view(place: Place) -> HealthView:
    """Look the catalogue over; drafts are named only where they have pages."""
    site = place.site
    found = health(site.catalogue, site.config, site.today)
    return HealthView(
        lines=tuple(
            LineView(title=line.title, entries=tuple(_entries(line, place)), command=line.command)
            for line in found.lines
        ),
        coverage=tuple(
            Row(title=one.title, link=place.linker.entry(one.agenda) or "", counts=tuple(one.counts.values()))
            for one in found.coverage
        ),
    )


def _entries(line: Line, place: Place) -> Iterator[tuple[str, str, str]]:
    for item in line.items:
        source = place.linker.source(item.id)
        if source is not None:
            yield source.entry.title, place.linker.to(place.site.address(source)), item.words

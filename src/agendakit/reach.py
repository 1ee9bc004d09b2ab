"""Which entries a reader can no longer start who could before, without learning anything new."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit import graph as graphs
from agendakit.catalogue import prerequisites

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from agendakit.catalogue import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """Entries that are out of reach for one who knows a single concept, with all that it needs.

    Attributes:
        knows: The concept; empty for one who knows only what the catalogue assumes.
        entries: Ids of what could be started and cannot now.
        missing: Ids of what is lacking for it, those that nobody can learn here included.
    """

    knows: str
    entries: tuple[str, ...]
    missing: tuple[str, ...]


def losses(
    before: Catalogue, after: Catalogue, names: Mapping[str, str], assumes: Collection[str] = ()
) -> tuple[Loss, ...]:
    """What is lost, by what a reader knows; of those who lose an entry, only the ones who need to know least.

    Costs a search of the graph for each concept, where an entry needs more than before.
    """
    earlier = {names.get(name, name): _needs(before, name, names) for name in before.records}
    later = {name: _needs(after, name, {}) for name in after.records}
    grown = {name: later[name] - earlier[name] for name in later.keys() & earlier.keys() if later[name] - earlier[name]}
    if not grown:
        return ()
    given = _known(after, assumes)
    readers = {name: given | _known(after, (name,)) for name in _concepts(before, after, names)}
    found: dict[str, tuple[set[str], set[str]]] = {}
    for name in sorted(grown):
        for reader in _least(readers, given, earlier[name]):
            lacking = later[name] - (readers[reader] if reader else given)
            if lacking:
                entries, missing = found.setdefault(reader, (set(), set()))
                entries.add(name)
                missing |= lacking
    return tuple(
        Loss(knows=knows, entries=tuple(sorted(entries)), missing=tuple(sorted(missing)))
        for knows, (entries, missing) in sorted(found.items())
    )


def _needs(catalogue: Catalogue, name: str, names: Mapping[str, str]) -> frozenset[str]:
    """What is needed `before` at any distance, and what is named so and is no entry."""
    above = {name, *graphs.ancestors(catalogue.graph, name)}
    named = {
        catalogue.canonical(prerequisite.id)
        for one in above
        if one in catalogue.records
        for prerequisite in prerequisites(catalogue.records[one])
        if prerequisite.need == "before"
    }
    return frozenset(names.get(one, one) for one in (named | above) - {name})


def _known(catalogue: Catalogue, known: Collection[str]) -> frozenset[str]:
    ids = {catalogue.canonical(name) for name in known}
    return frozenset(ids.union(*(graphs.ancestors(catalogue.graph, name) for name in ids)))


def _concepts(before: Catalogue, after: Catalogue, names: Mapping[str, str]) -> Iterator[str]:
    """Concepts of both catalogues, by the ids that they have now."""
    for name, record in before.records.items():
        now = names.get(name, name)
        if record.kind == "concept" and now in after.records:
            yield now


def _least(readers: Mapping[str, frozenset[str]], given: frozenset[str], needs: frozenset[str]) -> tuple[str, ...]:
    """Readers who know all that is needed, less those who know all that another of them knows, and more."""
    if needs <= given:
        return ("",)
    able = [name for name, known in readers.items() if needs <= known]
    return tuple(name for name in able if not any(other != name and other in readers[name] for other in able))

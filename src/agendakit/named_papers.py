"""Papers that entries name, compared with those that the bibliography has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit.identifiers import Identifier, identify
from agendakit.model import paper_refs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.catalogue import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A paper that entries name.

    Attributes:
        entries: Ids of the entries, in the order of their paths.
    """

    identifier: Identifier
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How the entries and the bibliography stand to each other.

    Attributes:
        missing: Named and not listed, in the order of the keys.
        unused: Ids of papers that no entry names, in the order of the file.
        retracted: Ids of papers that entries name although they were taken back.
        malformed: Names that are none, with the entry.
    """

    missing: tuple[Use, ...]
    unused: tuple[str, ...]
    retracted: tuple[str, ...]
    malformed: tuple[tuple[str, str], ...]


def compare(catalogue: Catalogue) -> Comparison:
    """Compare all entries, drafts included; linear in what they name."""
    named: dict[str, tuple[Identifier, dict[str, None]]] = {}
    malformed: list[tuple[str, str]] = []
    used: dict[str, None] = {}
    for ref, entry, must in _named(catalogue):
        identifier = identify(ref)
        if not isinstance(identifier, Identifier):
            malformed += [(ref, entry)] if must else []
            continue
        paper = catalogue.bibliography.find(ref)
        if paper is not None:
            used[paper.id] = None
        elif must or not identifier.key.startswith("http"):
            named.setdefault(identifier.key, (identifier, {}))[1][entry] = None
    papers = catalogue.bibliography.papers
    return Comparison(
        missing=tuple(Use(identifier=one, entries=tuple(entries)) for _, (one, entries) in sorted(named.items())),
        unused=tuple(paper.id for paper in papers if paper.id not in used),
        retracted=tuple(paper.id for paper in papers if paper.id in used and paper.item.custom.retracted),
        malformed=tuple(dict.fromkeys(malformed)),
    )


def _named(catalogue: Catalogue) -> Iterator[tuple[str, str, bool]]:
    """Name, entry, and whether it has to be listed: a resource carries its own title, so its address need not."""
    for source in catalogue.sources:
        for route, ref in paper_refs_of(source.entry):
            yield ref, source.id, route[0] != "resources"
        for citation in source.document.outline.citations:
            yield citation.text, source.id, True

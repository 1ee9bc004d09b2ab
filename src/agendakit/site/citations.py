"""Papers as a page names them: a label in the text, a line in the list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit.identifiers import Identifier, identify

if TYPE_CHECKING:
    from agendakit.bibliography import Bibliography, Item, Paper

_MOST_AUTHORS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One work.

    Attributes:
        label: Author and year, as in ``Marks & Tegmark 2023``.
        anchor: Of its line in a list of papers.
        authors: In reading order, many of them cut short.
        where: Identifier and where it appeared, in words.
        paper: Its id in the bibliography, empty where that lacks it.
    """

    label: str
    anchor: str
    title: str
    authors: str
    year: str
    where: str
    url: str
    retracted: bool
    paper: str


class Citations:
    """Works by the refs that name them; each is worked out once, though many pages name it."""

    def __init__(self, bibliography: Bibliography) -> None:
        self._bibliography = bibliography
        self._known: dict[str, Citation] = {}

    def of(self, ref: str) -> Citation:
        """The work that a ref names."""
        found = self._known.get(ref)
        if found is None:
            found = self._known[ref] = _cite(ref, self._bibliography)
        return found


def _cite(ref: str, bibliography: Bibliography) -> Citation:
    """The work that an entry's ref names; of one that the bibliography lacks, only the name is known."""
    paper = bibliography.find(ref)
    identifier = identify(ref)
    key = identifier.key if isinstance(identifier, Identifier) else ref
    url = identifier.url if isinstance(identifier, Identifier) else ""
    if paper is None:
        return Citation(
            label=_short_name(ref), anchor=anchor_of(key), title=_short_name(ref), authors="", year="", where="",
            url=url, retracted=False, paper="",
        )  # fmt: skip
    return of_paper(paper)


def of_paper(paper: Paper) -> Citation:
    """A work of the bibliography."""
    identifier = identify(paper.id)
    found = isinstance(identifier, Identifier)
    item = paper.item
    return Citation(
        label=_label(item),
        anchor=anchor_of(identifier.key if isinstance(identifier, Identifier) else paper.id),
        title=item.title,
        authors=_authors(item),
        year=item.year,
        where=_where(item, paper.id if found else ""),
        url=identifier.url if isinstance(identifier, Identifier) else item.url,
        retracted=item.custom.retracted,
        paper=paper.id,
    )


def anchor_of(key: str) -> str:
    """Anchor of a work's line, made of its identifier."""
    return "paper-" + re.sub(r"[^a-z0-9]+", "-", key.removeprefix("https://").lower()).strip("-")


def _label(item: Item) -> str:
    names = [name.short for name in item.author]
    who = {0: item.container or item.publisher or item.title[:40], 1: names[0] if names else ""}.get(len(names))
    if who is None:
        who = f"{names[0]} & {names[1]}" if len(names) == 2 else f"{names[0]} et al."
    return f"{who} {item.year}".strip()


def _authors(item: Item) -> str:
    names = [name.full for name in item.author]
    return f"{', '.join(names[:3])} and {len(names) - 3} more" if len(names) > _MOST_AUTHORS else ", ".join(names)


def _where(item: Item, name: str) -> str:
    shown = name if name.startswith("arXiv:") else name.removeprefix("doi:") if name.startswith("doi:") else ""
    published = item.container or item.publisher
    if published.lower().startswith("arxiv"):
        published = ""
    return ", ".join(part for part in (published, shown) if part)


def _short_name(ref: str) -> str:
    return re.sub(r"^https?://(www\.)?", "", ref).rstrip("/")[:80]

"""Links, citations and works of a whole entry: those of its body, and those of its front matter.

The texts of the front matter take links (``[words](target)``), citations and code, and no other Markdown.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from agendakit.diagnostic import Place
from agendakit.dialect import CITATION, CITED
from agendakit.document import CITATION_MARK, LINK_MARK
from agendakit.model import paper_refs_of
from agendakit.outline import Link, Piece
from agendakit.places import value_place
from agendakit.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.catalogue import Catalogue
    from agendakit.diagnostic import Route
    from agendakit.document import Document
    from agendakit.record import Draft, Record

_LINK = re.compile(r"\[([^\[\]]*)\]\(([^()\s]*)\)")
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_NO_PROSE = frozenset({"ref", "url", "contact"})


class WorkNamed(NamedTuple):
    """A name of a work, with the way to its place: that is sought only when asked for, since it costs.

    Attributes:
        route: The field that holds it, empty for a citation.
        span: Where the citation stands.
    """

    ref: str
    route: Route
    document: Document
    span: Span | None = None

    @property
    def place(self) -> Place:
        """Where the name is written."""
        return Place(self.document.path, self.span) if self.span else value_place(self.document, self.route)


def links_of(document: Document) -> Iterator[Link]:
    """Links and images of a document, in the order of the text within body and front matter."""
    yield from document.outline.links
    for source, start in _texts(document, LINK_MARK):
        for match in _LINK.finditer(source):
            yield Link(target=match[2], span=_span(match, 2 if match[2] else 0, start), text=match[1])


def citations_of(document: Document) -> Iterator[Piece]:
    """References that a document cites as ``[@ref]``."""
    yield from document.outline.citations
    for source, start in _texts(document, CITATION_MARK):
        for match in CITATION.finditer(source):
            for work in CITED.finditer(source, match.start(), match.end()):
                yield Piece(work[1], _span(work, 1, start))


def works_named(source: Record | Draft) -> Iterator[WorkNamed]:
    """Every name of a work in an entry: in the fields that take one, then in citations."""
    document = source.document
    for route, ref in paper_refs_of(source.entry):
        yield WorkNamed(ref=ref, route=route, document=document)
    for citation in citations_of(document):
        yield WorkNamed(ref=citation.text, route=(), document=document, span=citation.span)


@lru_cache(maxsize=1)
def refs_named(catalogue: Catalogue) -> frozenset[str]:
    """Names of works in all entries that validate, in fields and citations. The last answer is kept."""
    fields = (ref for source in catalogue.sources for _, ref in paper_refs_of(source.entry))
    citations = (citation.text for source in catalogue.sources for citation in citations_of(source.document))
    return frozenset((*fields, *citations))


def _texts(document: Document, mark: str) -> Iterator[tuple[str, int]]:
    """Source of the texts that hold a mark, with code blanked out, and where each begins."""
    if mark not in document.marks or not document.kind or document.front is None:
        return
    for route, value, span in document.front.scalars():
        if isinstance(value, str) and mark in value and route[-1] not in _NO_PROSE and route[0] != "extra":
            source = span.of(document.text)
            yield _CODE.sub(lambda code: " " * len(code[0]), source), span.start


def _span(match: re.Match[str], group: int, start: int) -> Span:
    return Span(start + match.start(group), start + match.end(group))

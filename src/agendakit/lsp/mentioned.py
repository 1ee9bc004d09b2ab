"""Where a document names entries, open questions and papers: in its front matter, in links, in citations."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from agendakit.destinations import SCHEME_OF_ENTRIES, ToEntry, ToFile, destination
from agendakit.mentions import citations_of, links_of
from agendakit.model import KINDS
from agendakit.model.reflect import FieldInfo, field_at
from agendakit.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.diagnostic import Route
    from agendakit.document import Document

_SCHEME = f"{SCHEME_OF_ENTRIES}:"


class Sort(Enum):
    """What a name stands for."""

    ENTRY = auto()
    QUESTION = auto()
    PAPER = auto()
    FILE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name with its place.

    Attributes:
        name: An id, a paper's reference, or the path of a file.
        span: The name alone, as it is written.
        in_prose: Whether it stands in a link or a citation.
    """

    sort: Sort
    name: str
    span: Span
    in_prose: bool = False


def mentions_of(document: Document) -> Iterator[Mention]:
    """Everything that a document names: front matter first, then links and citations."""
    yield from _in_fields(document)
    for link in links_of(document):
        leads = destination(link.target, document.path)
        if isinstance(leads, ToEntry):
            yield Mention(sort=Sort.ENTRY, name=leads.id, span=_id_span(document, link.span, leads.id), in_prose=True)
        elif isinstance(leads, ToFile):
            yield Mention(sort=Sort.FILE, name=leads.path.as_posix(), span=link.span, in_prose=True)
    for citation in citations_of(document):
        yield Mention(sort=Sort.PAPER, name=citation.text, span=citation.span, in_prose=True)


def mention_at(document: Document, offset: int) -> Mention | None:
    """What a document names at an offset, the end of the name included."""
    return next((one for one in mentions_of(document) if one.span.start <= offset <= one.span.end), None)


def field_for(kind: str, route: Route) -> FieldInfo | None:
    """The field that a value belongs to, where a bare text stands for an object the one key of that object."""
    info = field_at(kind, route) if kind in KINDS else None
    if info is not None and info.shorthand and route and isinstance(route[-1], int):
        return next(child for child in info.children if child.name == info.shorthand)
    return info


def field_at_offset(document: Document, offset: int) -> FieldInfo | None:
    """The field whose value is at an offset of the front matter."""
    front = document.front
    for route, _, span in front.scalars() if front else ():
        if span.start <= offset <= span.end:
            return field_for(document.kind, route)
    return None


def _in_fields(document: Document) -> Iterator[Mention]:
    front = document.front
    if front is None or document.kind not in KINDS:
        return
    for route, value, span in front.scalars():
        info = field_for(document.kind, route) if isinstance(value, str) else None
        if info is not None and info.kinds:
            yield Mention(sort=_sort(info), name=str(value), span=_inner(document, span))


def _sort(info: FieldInfo) -> Sort:
    if "paper" in info.kinds:
        return Sort.PAPER
    return Sort.QUESTION if "question" in info.kinds else Sort.ENTRY


def _inner(document: Document, span: Span) -> Span:
    """A value without its quotes."""
    source = span.of(document.text)
    quoted = len(source) > 1 and source[0] in "\"'" and source[-1] == source[0]
    return Span(span.start + 1, span.end - 1) if quoted else span


def _id_span(document: Document, span: Span, name: str) -> Span:
    """The id in the destination of a link; the whole link where it is written elsewhere."""
    at = document.text.find(f"{_SCHEME}{name}", span.start, span.end)
    if at < 0:
        return span
    return Span(at + len(_SCHEME), at + len(_SCHEME) + len(name))

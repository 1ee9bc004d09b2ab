"""From a name to its definition, and back to everything that uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from agendakit.identifiers import Identifier, identify
from agendakit.lsp.lookup import Question, paper_behind, place_behind, question_behind, source_behind
from agendakit.lsp.mentioned import Sort, mention_at
from agendakit.lsp.positions import range_of
from agendakit.model import KINDS
from agendakit.record import entry_id
from agendakit.text import LineIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from agendakit.diagnostic import Place
    from agendakit.document import Document
    from agendakit.lsp.mentioned import Mention
    from agendakit.lsp.session import Session


def definition(session: Session, document: Document, offset: int) -> types.Location | None:
    """Where that is defined which is named at an offset."""
    mention = mention_at(document, offset)
    place = place_behind(session, document, mention) if mention else None
    return _location(session, place) if place else None


def references(session: Session, document: Document, offset: int, *, with_definition: bool) -> list[types.Location]:
    """Every place that names the same entry, question or paper as an offset does, in the order of the paths."""
    mention = mention_at(document, offset)
    if mention is None:
        return list(_of_definition(session, document, offset))
    leads = _alike(session, document, mention)
    if leads is None:
        return []
    place = place_behind(session, document, mention) if with_definition else None
    return [*([_location(session, place)] if place else []), *_mentioning(session, leads)]


def own_id_at(document: Document, offset: int) -> str | None:
    """Id of the entry itself, where an offset is on its `kind` or `title`."""
    front = document.front
    if front is None or document.kind not in KINDS:
        return None
    for route, _, key, span in front.nodes():
        if route in (("kind",), ("title",)) and key.start <= offset <= span.end:
            return entry_id(document)
    return None


def _of_definition(session: Session, document: Document, offset: int) -> Iterator[types.Location]:
    """Uses of what is defined at an offset: the entry itself, one of its questions, an item of the bibliography."""
    own = own_id_at(document, offset)
    if own is not None:
        yield from _mentioning(session, lambda _, other: _is_entry(session, other, own))
        return
    if document.path == session.workspace.config.bibliography:
        papers = session.catalogue.bibliography.papers
        paper = next((one for one in papers if one.span.start <= offset <= one.span.end), None)
        if paper is not None:
            yield from _mentioning(session, lambda _, other: paper_behind(session, other) is paper)
        return
    question = _question_at(session, document, offset)
    if question is not None:
        yield from _mentioning(session, lambda holder, other: question_behind(session, holder, other) == question)


def _question_at(session: Session, document: Document, offset: int) -> Question | None:
    front = document.front
    if front is None:
        return None
    record = session.catalogue.records.get(entry_id(document))
    for route, _, span in front.scalars():
        match route:
            case ("open_questions", int(number), "id") if span.start <= offset <= span.end:
                return Question(agenda=record, number=number) if record else None
            case _:
                continue
    return None


def _alike(session: Session, document: Document, mention: Mention) -> Callable[[Document, Mention], bool] | None:
    """Test for mentions of the same thing; `None` where there is nothing to compare."""
    source = source_behind(session, mention)
    if source is not None or mention.sort is Sort.ENTRY:
        name = source.id if source else mention.name
        return lambda _, other: _is_entry(session, other, name)
    if mention.sort is Sort.PAPER:
        key = _key(mention.name)
        return lambda _, other: other.sort is Sort.PAPER and _key(other.name) == key
    if mention.sort is Sort.QUESTION:
        question = question_behind(session, document, mention)
        return lambda holder, other: question is not None and question_behind(session, holder, other) == question
    return lambda _, other: other.sort is Sort.FILE and other.name == mention.name


def _is_entry(session: Session, mention: Mention, name: str) -> bool:
    if mention.sort is Sort.ENTRY:
        return session.catalogue.canonical(mention.name) == name
    source = source_behind(session, mention) if mention.sort is Sort.FILE else None
    return source is not None and source.id == name


def _key(ref: str) -> str:
    identifier = identify(ref)
    return identifier.key if isinstance(identifier, Identifier) else ref


def _mentioning(session: Session, leads: Callable[[Document, Mention], bool]) -> Iterator[types.Location]:
    for path, document in sorted(session.documents.items()):
        for mention in session.mentions(path) if path.suffix == ".md" else ():
            if leads(document, mention):
                yield types.Location(uri=session.uri_of(path), range=range_of(document.lines, mention.span))


def _location(session: Session, place: Place) -> types.Location:
    document = session.document(place.path)
    lines = document.lines if document else LineIndex("")
    return types.Location(uri=session.uri_of(place.path), range=range_of(lines, place.span))

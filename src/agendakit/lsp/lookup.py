"""What a mention leads to, and where that is defined."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from agendakit.diagnostic import Place
from agendakit.lsp.entry_choices import agenda_of
from agendakit.lsp.mentioned import Mention, Sort
from agendakit.model import Agenda
from agendakit.places import top_place, value_place
from agendakit.record import entry_id
from agendakit.text import Span

if TYPE_CHECKING:
    from agendakit.bibliography import Paper
    from agendakit.catalogue import Catalogue, Source
    from agendakit.document import Document
    from agendakit.lsp.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """An open question of an agenda."""

    agenda: Source
    number: int

    @property
    def words(self) -> str:
        """The question itself."""
        assert isinstance(self.agenda.entry, Agenda), "only agendas have open questions"
        return self.agenda.entry.open_questions[self.number].question


def source_of(catalogue: Catalogue, name: str) -> Source | None:
    """The entry, whole or a draft, that an id or an earlier id leads to."""
    name = catalogue.canonical(name)
    return catalogue.records.get(name) or catalogue.drafts.get(name)


def source_behind(session: Session, mention: Mention) -> Source | None:
    """The entry that a mention leads to, by its id or by its file."""
    if mention.sort is Sort.ENTRY:
        return source_of(session.catalogue, mention.name)
    if mention.sort is Sort.FILE:
        document = session.document(PurePosixPath(mention.name))
        found = source_of(session.catalogue, entry_id(document)) if document else None
        return found if found and document and found.document.path == document.path else None
    return None


def paper_behind(session: Session, mention: Mention) -> Paper | None:
    """The paper of the bibliography that a mention leads to."""
    return session.catalogue.bibliography.find(mention.name) if mention.sort is Sort.PAPER else None


def question_behind(session: Session, document: Document, mention: Mention) -> Question | None:
    """The open question that a mention leads to."""
    agenda = agenda_of(session.catalogue, document) if mention.sort is Sort.QUESTION else None
    if agenda is None or not isinstance(agenda.entry, Agenda):
        return None
    names = [question.id for question in agenda.entry.open_questions]
    return Question(agenda=agenda, number=names.index(mention.name)) if mention.name in names else None


def place_behind(session: Session, document: Document, mention: Mention) -> Place | None:
    """Where that is defined which a mention leads to."""
    catalogue = session.catalogue
    if mention.sort is Sort.PAPER:
        paper = paper_behind(session, mention)
        return Place(session.workspace.config.bibliography, paper.span) if paper else None
    if mention.sort is Sort.QUESTION:
        question = question_behind(session, document, mention)
        return value_place(question.agenda.document, ("open_questions", question.number, "id")) if question else None
    source = source_behind(session, mention)
    if source is not None:
        return value_place(source.document, ("title",))
    if mention.sort is Sort.ENTRY:
        reject = next((one for one in catalogue.rejects if one.id == mention.name), None)
        return top_place(reject.document) if reject else None
    path = PurePosixPath(mention.name)
    return Place(path, Span(0, 0)) if path in catalogue.files else None

"""When fields are needed that not every entry needs.

Entries may be drafts, in which any attribute can be None.
"""

from collections.abc import Callable

from agendakit.model.markers import Condition
from agendakit.model.vocabulary import RESEARCH_TYPES


def is_research(entry: object) -> bool:
    """Whether a project's output is knowledge; False where no type is given."""
    return getattr(entry, "type", None) in RESEARCH_TYPES


def has_start(papers: object) -> bool:
    """Whether one of the papers is where to start reading."""
    return isinstance(papers, tuple) and any(paper.role == "start-here" for paper in papers)


def is_stated(value: object) -> bool:
    """Whether an author answered at all; an empty list is an answer."""
    return value is not None


def _among(field: str, *words: str) -> Callable[[object, object], bool]:
    return lambda entry, _agenda: getattr(entry, field, None) in words


def _has_papers(entry: object, _agenda: object) -> bool:
    return bool(getattr(entry, "papers", ()))


def _is_compiled(entry: object, _agenda: object) -> bool:
    return any(person.role == "compiler" for person in getattr(entry, "authors", ()))


def _agenda_asks(_entry: object, agenda: object) -> bool:
    return bool(getattr(agenda, "open_questions", ()))


def _is_research(entry: object, _agenda: object) -> bool:
    return is_research(entry)


START_HERE = Condition(
    by="papers", words="readers need one of them to begin with, in the role `start-here`", holds=_has_papers
)
RESEARCH_START = Condition(
    by="type", words="it is research, which names a paper to begin with, in the role `start-here`", holds=_is_research
)
RESEARCH = Condition(by="type", words="it is research, which says what others have done", holds=_is_research)
MEASURED = Condition(
    by="type",
    words="`type` is `empirical`, `evaluation` or `engineering`",
    holds=_among("type", "empirical", "evaluation", "engineering"),
)
COMPILED = Condition(by="authors", words="an author has the role `compiler`", holds=_is_compiled)
AGENDA_ASKS = Condition(by="agenda", words="the agenda lists open questions", holds=_agenda_asks)
COSTLY = Condition(
    by="compute",
    words="`compute` is `hosted`, `multi-gpu` or `cluster`",
    holds=_among("compute", "hosted", "multi-gpu", "cluster"),
)
CLOSED = Condition(
    by="status", words="`status` is `solved` or `withdrawn`", holds=_among("status", "solved", "withdrawn")
)
REPLACED = Condition(by="status", words="`status` is `superseded`", holds=_among("status", "superseded"))

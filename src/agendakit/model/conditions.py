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


def _always(_entry: object, _agenda: object) -> bool:
    return True


def _is_compiled(entry: object, _agenda: object) -> bool:
    return any(person.role == "compiler" for person in getattr(entry, "authors", ()))


def _agenda_asks(_entry: object, agenda: object) -> bool:
    return bool(getattr(agenda, "open_questions", ()))


START_HERE = Condition("one of them has the role `start-here`", _always)
RESEARCH_START = Condition(
    "research needs papers, one of them with the role `start-here`", lambda entry, _agenda: is_research(entry)
)
RESEARCH = Condition("research has to say what exists already", lambda entry, _agenda: is_research(entry))
COMPILED = Condition("an author has the role `compiler`", _is_compiled)
AGENDA_ASKS = Condition("the agenda lists open questions", _agenda_asks)
COSTLY = Condition(
    "`compute` is `hosted`, `multi-gpu` or `cluster`", _among("compute", "hosted", "multi-gpu", "cluster")
)
MEASURED = Condition(
    "`type` is `empirical`, `evaluation` or `engineering`",
    _among("type", "empirical", "evaluation", "engineering"),
)
CLOSED = Condition("`status` is `solved` or `withdrawn`", _among("status", "solved", "withdrawn"))
REPLACED = Condition("`status` is `superseded`", _among("status", "superseded"))

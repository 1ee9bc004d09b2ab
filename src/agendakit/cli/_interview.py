"""The questions that `new` asks on a terminal."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from agendakit import field_values
from agendakit.alike import alike
from agendakit.cli._asking import agree, ask, ask_lines, choose, say, tell
from agendakit.cli._paper_questions import ask_what_exists, ask_what_to_read
from agendakit.model import Agenda, Concept, Project, hours_of
from agendakit.model.effort import FIRST_STEP_HOURS
from agendakit.model.reflect import field_at
from agendakit.nearest import did_you_mean, nearest
from agendakit.worksheet import QUESTIONS, examples, proposed

if TYPE_CHECKING:
    from agendakit.catalogue import Catalogue

Values = dict[str, object]

_ARTICLES = {"agenda": "an agenda", "project": "a project", "concept": "a concept"}


def interview(kind: str, catalogue: Catalogue, given: Values, author: str, today: str) -> Values | None:
    """Values that the author gives, laid over those given before; `None` where the author would rather not go on."""
    say()
    tell(f"A draft of {_ARTICLES[kind]}, in a few questions. Nothing is written before the end; Ctrl-C stops.")
    values = dict(given)
    _line(kind, values, "title", needed=True, example=_a_title(kind, catalogue))
    _line(kind, values, "question" if kind == "project" else "summary", needed=True)
    if not _goes_on(catalogue, values):
        return None
    if "authors" not in values and kind != "concept":
        name = ask("Who writes it? Your name, as it should be shown.", lambda _: "", default=author)
        values |= {"authors": [{"name": name}]} if name else {}
    match kind:
        case "agenda":
            _agenda(values)
        case "project":
            _project(catalogue, values, today)
        case _:
            _concept(catalogue, values)
    return values


def _goes_on(catalogue: Catalogue, values: Values) -> bool:
    """Show what is like it, before anything is written."""
    text = " ".join(str(values.get(name, "")) for name in ("title", "question", "summary"))
    near = alike(catalogue.sources, text)
    if not near:
        return True
    known = {source.id: source for source in catalogue.sources}
    say()
    tell("The nearest entries that exist:")
    for name in near:
        entry = known[name].entry
        tell(f"{name}: {entry.title}", "  ")
        tell((entry.question if isinstance(entry, Project) else entry.summary) or "", "    ")
    return agree("Is yours a different one? (To extend one of these, answer n and open its file.)", default=True)


def _agenda(values: Values) -> None:
    _choice("agenda", values, "status", needed=True)
    _line("agenda", values, "theory_of_change")
    if "assumptions" not in values:
        claims = ask_lines(
            "What does it rest on? Beliefs such that it would change if one fell.",
            lambda answer: field_values.problem("agenda", ("assumptions", "claim"), answer),
        )
        values |= {"assumptions": [{"claim": claim} for claim in claims]} if claims else {}
    ask_what_to_read(values)
    _line("agenda", values, "epistemic_status")


def _concept(catalogue: Catalogue, values: Values) -> None:
    _prerequisites("concept", catalogue, values)
    _line("concept", values, "hours")
    _lines("concept", values, "check_yourself")


def _project(catalogue: Catalogue, values: Values, today: str) -> None:
    agendas = {record.id: record.entry.title for record in catalogue.of_kind(Agenda)}
    if "agenda" not in values and agendas:
        values["agenda"] = choose("Which agenda does it belong to?", agendas, needed=True)
    _addresses(catalogue, values)
    _choice("project", values, "type")
    _difficulty(catalogue, values)
    _line("project", values, "effort")
    _choice("project", values, "compute")
    _prerequisites("project", catalogue, values)
    _first_step(values)
    _lines("project", values, "done_when")
    ask_what_to_read(values)
    ask_what_exists(values, today)
    _line("project", values, "epistemic_status")


def _addresses(catalogue: Catalogue, values: Values) -> None:
    record = catalogue.records.get(str(values.get("agenda")))
    if "addresses" in values or record is None or not isinstance(record.entry, Agenda):
        return
    questions = {one.id: one.question for one in record.entry.open_questions or ()}
    found = choose("Which of its open questions does the project address?", questions) if questions else ""
    if found:
        values["addresses"] = [found]


def _difficulty(catalogue: Catalogue, values: Values) -> None:
    if "difficulty" not in values:
        say()
        tell("How hard is it? Three questions propose a level.")
        levels: list[str] = []
        for question in QUESTIONS:
            words = choose(question.words, {answer.words: "" for answer in question.answers}, needed=bool(levels))
            if not words:
                return
            levels.append(next(answer.level for answer in question.answers if answer.words == words))
        level = proposed(levels)
        agenda = str(values.get("agenda", ""))
        say()
        tell(f"Your answers say: {level}.")
        for record in examples(catalogue, level, agenda):
            reason = getattr(record.entry, "difficulty_reason", "")
            tell(f"Compare “{record.entry.title}”, which is {level} too. {reason}", "  ")
        if agree(f"Is it {level}?", default=True):
            values["difficulty"] = level
        else:
            _choice("project", values, "difficulty", needed=True)
    _line("project", values, "difficulty_reason")


def _first_step(values: Values) -> None:
    if "first_step" in values:
        return
    say()
    tell("The first step: what one can do tonight, in two hours at most.")
    questions = {"do": "What to do?", "time": "How long does it take?", "observe": "What should one see at the end?"}
    step: Values = {}
    for name, words in questions.items():
        answer = ask(words, partial(_step_problem, name), needed=bool(step))
        if not answer:
            return
        step[name] = answer
    values["first_step"] = step


def _step_problem(name: str, text: str) -> str:
    wrong = field_values.problem("project", ("first_step", name), text)
    if not wrong and name == "time" and hours_of(text)[1] > FIRST_STEP_HOURS:
        return "Two hours are the most; write the time of a smaller piece, and mend the first answer afterwards."
    return wrong


def _prerequisites(kind: str, catalogue: Catalogue, values: Values) -> None:
    if "prerequisites" in values:
        return
    kinds = (Concept,) if kind == "concept" else (Concept, Project)
    sources = [source for source in catalogue.sources if isinstance(source.entry, kinds)]
    known = [source.id for source in sources]

    def judge(answer: str) -> str:
        if answer in known:
            return ""
        near = nearest(answer, known) or alike(sources, answer)
        suggestion = did_you_mean(near) or "`agendakit find --kind concept` lists the concepts."
        return f"No entry has the id `{answer}`. {suggestion}"

    found = ask_lines("What has to be known before? Ids; only the nearest, not what those need.", judge)
    if found or (kind == "project" and agree("Does it need nothing beforehand?", default=False)):
        values["prerequisites"] = found


def _a_title(kind: str, catalogue: Catalogue) -> str:
    """A title of the kind, of this catalogue if it has one; the model's example is that of a project."""
    published = (record.entry.title for record in catalogue.records.values() if record.kind == kind)
    return next(published, "")


def _line(kind: str, values: Values, name: str, *, needed: bool = False, example: str = "") -> None:
    if name in values:
        return
    field = field_at(kind, (name,))
    assert field is not None, "the interview asks for fields that exist"
    words = f"{name.replace('_', ' ').capitalize()}: {field.doc} Such as: {example or field.example}"
    answer = ask(words, lambda text: field_values.problem(kind, (name,), _value(text, field.type)), needed=needed)
    if answer:
        values[name] = _value(answer, field.type)


def _lines(kind: str, values: Values, name: str) -> None:
    field = field_at(kind, (name,))
    if name in values or field is None:
        return
    found = ask_lines(field.doc, lambda text: field_values.problem(kind, (name,), [text]))
    if found:
        values[name] = found


def _choice(kind: str, values: Values, name: str, *, needed: bool = False) -> None:
    field = field_at(kind, (name,))
    if name in values or field is None:
        return
    word = choose(f"{name.capitalize()}: {field.doc}", field.meanings, needed=needed)
    if word:
        values[name] = word


def _value(text: str, kind_of_value: str) -> object:
    """A number where the field takes one, else the text as it is."""
    return field_values.read(text) if kind_of_value.startswith("a number") else text

"""Forms for GitHub's issues, made of the model, and the issues that were written with them.

The form and the reader share one list of questions, so they cannot drift apart. What a stranger wrote is data only:
every value is judged by the model, comments are taken out of prose, and the id is made of letters and hyphens.
Source: GitHub Docs, "Syntax for GitHub's form schema".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit import field_values, scaffold, yaml_text
from agendakit.identifiers import Identifier, identify
from agendakit.model import SECTIONS
from agendakit.model.reflect import fields_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from agendakit.model.reflect import FieldInfo

MAX_CHARACTERS = 64 * 1024
_EMPTY = "_No response_"
_HEADING = re.compile(r"^### (.+?)[ \t]*$", re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_BULLET = re.compile(r"^[-*+]\s+|^\d+[.)]\s+")
_BY_CURATOR = frozenset({"kind", "created", "as_of", "stage"})
_MORE = frozenset({"agenda", "source", "summary", "prerequisites", "papers", "tags"})
"""Fields to ask for though a published entry can do without, or needs them only sometimes."""
_NOT_ASKED = frozenset({"existing_work", "outcome", "superseded_by"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One field of the form.

    Attributes:
        label: Heading in the issue; no two of a form are equal.
        field: Field of the entry, `None` for a section of the body.
        route: Names that lead to the value; a heading for a section.
    """

    label: str
    field: FieldInfo | None
    route: tuple[str, ...]
    doc: str
    required: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What an issue says.

    Attributes:
        values: Fields that will do.
        sections: Prose by heading.
        notes: A sentence for each thing that did not fit.
    """

    values: Mapping[str, object]
    sections: Mapping[str, str]
    notes: tuple[str, ...]


def questions(kind: str) -> tuple[Question, ...]:
    """Questions of the form of a kind, in their order."""
    return tuple(_questions(kind))


def form(kind: str, agendas: Sequence[str]) -> str:
    """The form of a kind, as GitHub reads it.

    Args:
        kind: Kind of the entry.
        agendas: Ids to choose from for a project.
    """
    article = "an" if kind == "agenda" else "a"
    intro = (
        f"This becomes {article} {kind} of the catalogue, as a draft that the curators look at before anything is"
        " published. Leave open what you do not know."
    )
    head: dict[str, object] = {
        "name": f"Propose {article} {kind}",
        "description": f"Write {article} {kind} without git.",
        "title": f"New {kind}: ",
        "labels": [f"new-{kind}"],
        "body": [
            {"type": "markdown", "attributes": {"value": intro}},
            *(_element(question, agendas) for question in questions(kind)),
        ],
    }
    return f"# Written by `agendakit forms` from the model; run it again after an upgrade.\n{yaml_text.fields(head)}"


def kind_of(body: str) -> str:
    """Kind of the form that an issue was written with; empty where it is none of ours."""
    found = {heading.group(1) for heading in _HEADING.finditer(body)}
    shares = {kind: _share(kind, found) for kind in SECTIONS}
    best = max(shares, key=shares.__getitem__)
    return best if shares[best] > 0.7 else ""  # most of the headings are there


def read(body: str, kind: str) -> Written:
    """What an issue says, which was written with the form of a kind; total, whatever the text holds."""
    answers = _answers(body[:MAX_CHARACTERS].replace("\r\n", "\n"), [question.label for question in questions(kind)])
    values: dict[str, object] = {}
    sections: dict[str, str] = {}
    notes = ["The text is longer than 65,536 characters; the rest is left out."] if len(body) > MAX_CHARACTERS else []
    for question in questions(kind):
        answer = _COMMENT.sub("", answers.get(question.label, "")).strip()
        if not answer or answer == _EMPTY:
            continue
        if question.field is None:
            sections[question.route[0]] = answer
            continue
        value = _value(question, answer)
        wrong = field_values.problem(kind, question.route, value)
        if wrong:
            notes.append(f"`{question.label}` is left out: {wrong}")
        else:
            _put(values, question.route, value)
    for name in [name for name, value in values.items() if isinstance(value, dict)]:
        wrong = field_values.problem(kind, (name,), values[name])
        if wrong:
            notes.append(f"`{name}` is left out, for it is not whole.")
            del values[name]
    return Written(values=values, sections=sections, notes=tuple(notes))


def _questions(kind: str) -> Iterator[Question]:
    for field in fields_of(kind):
        asked = (field.needed == "yes" and field.name not in _NOT_ASKED) or field.in_draft or field.name in _MORE
        if not asked or field.name in _BY_CURATOR:
            continue
        required = field.in_draft
        if field.children and not field.many:
            for child in field.children:
                if child.needed == "yes" or child.name == "url":
                    label = f"{_label(field.name)}: {_label(child.name).lower()}"
                    yield Question(label=label, field=child, route=child.route, doc=child.doc, required=False)
        else:
            label = _label(field.name)
            yield Question(label=label, field=field, route=(field.name,), doc=_doc(field), required=required)
    titles = [section.title for section in SECTIONS[kind] if section.required] or [""]
    for title in titles:
        label = f"Text: {title}" if title else "Definition"
        yield Question(label=label, field=None, route=(title,), doc="Some paragraphs of Markdown.", required=False)


def _label(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _doc(field: FieldInfo) -> str:
    if not field.many:
        return field.doc
    if field.name == "papers":
        return f"{field.doc} One a line, the one to start with first: arXiv number, DOI or address, then why."
    if field.name == "resources":
        return f"{field.doc} One a line: address, arXiv number or DOI, then its title."
    return f"{field.doc} One a line."


def _element(question: Question, agendas: Sequence[str]) -> dict[str, object]:
    field = question.field
    attributes: dict[str, object] = {"label": question.label, "description": question.doc}
    options: list[str] = []
    if field is not None and field.meanings:
        # GitHub keeps the bare word "none" for itself, so each option carries its meaning.
        options = [f"{word}: {meaning}" for word, meaning in field.meanings.items()]
    elif field is not None and field.name == "agenda":
        options = [f"{name}: " if name.lower() == "none" else name for name in agendas]
    if options:
        kind = "dropdown"
        attributes["options"] = options
    else:
        prose = field is None or field.many or field.type == "text" or "paragraph" in field.type
        kind = "textarea" if prose else "input"
        if field is not None and isinstance(field.example, str | int | float):
            attributes["placeholder"] = str(field.example)
    return {
        "type": kind,
        "id": "-".join(question.route).replace("_", "-").replace(" ", "-").lower() or "definition",
        "attributes": attributes,
        "validations": {"required": question.required},
    }


def _share(kind: str, found: set[str]) -> float:
    labels = {question.label for question in questions(kind)}
    return len(labels & found) / len(labels)


def _answers(body: str, labels: Sequence[str]) -> dict[str, str]:
    """Text below each label; a heading that is none of them, or comes out of order, belongs to the text above it."""
    places = []
    following = 0
    for heading in _HEADING.finditer(body):
        if heading.group(1) in labels[following:]:
            following = labels.index(heading.group(1)) + 1
            places.append(heading)
    ends = [place.start() for place in places[1:]] + [len(body)]
    return {place.group(1): body[place.end() : end].strip() for place, end in zip(places, ends, strict=True)}


def _value(question: Question, answer: str) -> object:
    field = question.field
    assert field is not None, "a section has no value"
    if field.meanings:
        return answer.partition(":")[0].strip()
    if not field.many:
        line = " ".join(answer.split())
        return field_values.read(line) if field.type.startswith("a number") else line
    return _list(field, [words for line in answer.splitlines() if (words := _BULLET.sub("", line.strip()).strip())])


def _list(field: FieldInfo, lines: list[str]) -> list[object]:
    """Items of a list, one a line, each in the form that its field takes."""
    words = [word.strip() for line in lines for word in line.split(",") if word.strip()]
    match field.name:
        case "papers":
            return [_paper(line, number) for number, line in enumerate(lines)]
        case "resources":
            return [_resource(line) for line in lines]
        case "tags":
            return [name for word in words if (name := scaffold.id_of(word))]
        case "prerequisites":
            return [*words]
    first = field.shorthand or next((child.name for child in field.children if child.needed == "yes"), "")
    return [{first: line} if first else line for line in lines]


def _paper(line: str, number: int) -> dict[str, str]:
    ref, why = _ref_first(line)
    paper = {"ref": ref, "role": "background" if number else "start-here"}
    return {**paper, "why": why} if why else paper


def _resource(line: str) -> dict[str, str]:
    ref, title = _ref_first(line)
    return {"title": title or ref, "ref": ref}


def _ref_first(line: str) -> tuple[str, str]:
    """The name of a work and the words after it, wherever in the line the name stands."""
    words = line.split()
    index = next((at for at, word in enumerate(words) if isinstance(identify(word.strip(",;()<>")), Identifier)), 0)
    rest = " ".join([*words[:index], *words[index + 1 :]]).strip(" -–—:,;")
    return words[index].strip(",;()<>"), rest


def _put(values: dict[str, object], route: tuple[str, ...], value: object) -> None:
    if len(route) == 1:
        values[route[0]] = value
        return
    inner = values.setdefault(route[0], {})
    assert isinstance(inner, dict), "a field's own name leads to an object"
    inner[route[1]] = value

"""An agenda: a line of work, why it matters, what it rests on."""

from typing import Annotated, Literal

from pydantic import Field

from agendakit.model.conditions import START_HERE, has_start
from agendakit.model.entry import People, SomePapers, Vouched
from agendakit.model.markers import Facet, Reference, Required, Wanted
from agendakit.model.scalars import Question, Slug, Summary, Text
from agendakit.model.shapes import Many, Maybe, Part, Some
from agendakit.model.vocabulary import AgendaStatus


class Assumption(Part):
    """Something the agenda rests on."""

    claim: Annotated[Text, Field(examples=["Methods that work where we know the answer work where we do not."])]
    """What one has to believe; if it fell, the agenda would change."""

    why: Annotated[
        Maybe[Text], Field(examples=["Probes transfer between topics, though less between kinds of lie."])
    ] = None
    """Reasons to believe it, or to doubt it."""


class OpenQuestion(Part):
    """A question the agenda wants answered."""

    id: Annotated[Slug, Field(examples=["trained-lies"])]
    """A short name by which projects refer to it; unique in this agenda."""

    question: Annotated[Question, Field(examples=["When lying is trained in, is the belief still readable anywhere?"])]
    """The question, in one sentence."""


class Agenda(Vouched):
    """A line of work with a reason behind it, to which projects belong."""

    kind: Annotated[Literal["agenda"], Facet("Kind"), Field(examples=["agenda"])]
    summary: Annotated[
        Summary,
        Field(examples=["When a model knows something its overseers cannot check, can we still get it to tell us?"]),
    ]
    maintainers: Annotated[People, Wanted()] = ()
    papers: Annotated[SomePapers, Required(START_HERE, enough=has_start)]
    """The agenda's reading list, each paper with its role; one of them is where to start."""

    status: Annotated[AgendaStatus, Facet("Status"), Field(examples=["active"])]
    """Whether people work on it."""

    part_of: Annotated[
        Maybe[Slug], Reference(frozenset({"agenda"}), "part_of"), Field(examples=["interpretability"])
    ] = None
    """Id of the wider agenda that this one is a part of."""

    theory_of_change: Annotated[
        Text,
        Field(examples=["If we can tell when a model lies, a developer can decide whether to trust its report."]),
    ]
    """How an answer would matter: who would decide what differently. One or two sentences."""

    assumptions: Annotated[
        Some[Assumption],
        Field(examples=[[{"claim": "Models hold beliefs that can be read from their activations."}]]),
    ]
    """What the agenda rests on: beliefs such that it would change if one of them fell."""

    open_questions: Annotated[
        Many[OpenQuestion],
        Wanted(),
        Field(examples=[[{"id": "trained-lies", "question": "Is a belief that training hid still readable?"}]]),
    ] = ()
    """What it wants answered. Projects say which question they address, so that one without a project shows."""

    good_work: Annotated[
        Many[Text],
        Wanted(),
        Field(examples=[["Compares with asking the model directly.", "Fixes the test beforehand."]]),
    ] = ()
    """What makes work good here, one criterion each; the agenda's projects inherit them."""

    foregone: Annotated[Many[Text], Field(examples=[["Lies told by people."]])] = ()
    """What the agenda leaves out on purpose, one line each."""

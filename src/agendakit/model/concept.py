"""A concept: something to learn, how long it takes, how to tell that one has."""

from typing import Annotated, Literal

from pydantic import Field

from agendakit.model.entry import SharedFields
from agendakit.model.markers import Facet
from agendakit.model.scalars import Hours, Summary, Text
from agendakit.model.shapes import Some
from agendakit.model.works import Resource


class Concept(SharedFields):
    """Something to learn before a project or another concept; the body defines it."""

    kind: Annotated[Literal["concept"], Facet("Kind"), Field(examples=["concept"])]
    summary: Annotated[
        Summary,
        Field(examples=["Training a linear classifier on hidden states, to learn what can be read off them."]),
    ]

    hours: Annotated[Hours, Field(examples=[8])]
    """Honest hours of study to working level, for someone who has the prerequisites."""

    resources: Annotated[
        Some[Resource],
        Field(examples=[[{"title": "The Geometry of Truth", "ref": "arXiv:2310.06824", "form": "paper", "hours": 3}]]),
    ]
    """What to learn it from, best first."""

    check_yourself: Annotated[Some[Text], Field(examples=[["What does a probe trained on shuffled labels tell you?"]])]
    """Questions that one can answer after learning it, and not before."""

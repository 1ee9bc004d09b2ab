"""The works that an entry points to: papers, data, code, courses."""

from typing import Annotated

from pydantic import Field

from agendakit.model.markers import PaperReference
from agendakit.model.scalars import Hours, Line, PaperRef, PartialDate, Text, Url
from agendakit.model.shapes import Many, Maybe, Part
from agendakit.model.vocabulary import Access, MaterialForm, PaperRole, ResourceForm


class Source(Part):
    """Where the idea was first written down."""

    title: Annotated[Line, Field(examples=["How To Become A Mechanistic Interpretability Researcher"])]
    """Title of the text."""

    url: Annotated[Maybe[Url], Field(examples=["https://example.org/ideas"])] = None
    """Where it can be read."""

    authors: Annotated[Many[Line], Field(examples=[["Neel Nanda"]])] = ()
    """Who wrote it, one name each."""

    date: Annotated[Maybe[PartialDate], Field(examples=["2025", 2025])] = None
    """When it appeared."""

    difficulty: Annotated[Maybe[Line], Field(examples=["starter project"])] = None
    """The source's own word for how hard it is, if it has one."""


class PaperUse(Part):
    """A paper, with what it is good for here."""

    ref: Annotated[PaperRef, PaperReference(), Field(examples=["arXiv:2212.03827"])]
    """Which paper: `arXiv:` with the number, a DOI, or an address. Title and authors come from the bibliography."""

    role: Annotated[PaperRole, Field(examples=["start-here"])]
    """What it is to a reader of this entry."""

    part: Annotated[Maybe[Line], Field(examples=["sections 2 and 3, about an hour"])] = None
    """What to read in it, with the time it takes."""

    why: Annotated[Maybe[Line], Field(examples=["Simple probes, clean data, readable in an evening."])] = None
    """What a reader gets from it, in one line."""


class PriorWork(Part):
    """Something that answers part of the question."""

    ref: Annotated[PaperRef, PaperReference(), Field(examples=["arXiv:2310.06824"])]
    """Which work: `arXiv:` with the number, a DOI, or an address."""

    note: Annotated[Text, Field(examples=["Shows it for models of 7B and more; leaves open the small ones."])]
    """What it answers, then what it leaves open."""


class Material(Part):
    """Something to work with: data, code, a model."""

    title: Annotated[Line, Field(examples=["Geometry of Truth, datasets"])]
    """What it is."""

    url: Annotated[Url, Field(examples=["https://example.org/data"])]
    """Where it is."""

    form: Annotated[Maybe[MaterialForm], Field(examples=["data"])] = None
    """What sort of thing it is."""

    access: Annotated[Maybe[Access], Field(examples=["open"])] = None
    """What it takes to get it."""

    size: Annotated[Maybe[Line], Field(examples=["1 GB"])] = None
    """How much there is to download or store."""

    licence: Annotated[Maybe[Line], Field(examples=["MIT"])] = None
    """What one may do with it: the licence's name, or "none stated"."""


class Resource(Part):
    """Something to learn the concept from."""

    title: Annotated[Line, Field(examples=["Probing Classifiers: Promises, Shortcomings, and Advances"])]
    """What it is called."""

    ref: Annotated[PaperRef, PaperReference(), Field(examples=["arXiv:2102.12452"])]
    """Where it is: an address, `arXiv:` with the number, or a DOI."""

    form: Annotated[Maybe[ResourceForm], Field(examples=["paper"])] = None
    """What sort of thing it is."""

    hours: Annotated[Maybe[Hours], Field(examples=[3, 0.5])] = None
    """Honest hours of study that it takes."""

    part: Annotated[Maybe[Line], Field(examples=["the sections on controls and limits"])] = None
    """Which chapter, section or minutes to take."""

    why: Annotated[Maybe[Line], Field(examples=["The checklist of what a probe does not show."])] = None
    """What one gets from it, in one line."""

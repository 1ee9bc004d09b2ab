"""The fields that entries of every kind have."""

from typing import Annotated

from pydantic import Field

from agendakit.model.conditions import COMPILED
from agendakit.model.markers import Facet, Reference, Required
from agendakit.model.people import Person, Retrospective, Review
from agendakit.model.scalars import Effort, Extra, FullDate, Line, Slug, Summary, Text, Title
from agendakit.model.shapes import Many, Maybe, Part, Shorthand, Some
from agendakit.model.vocabulary import Kind, Need, Stage
from agendakit.model.works import PaperUse, Source

LEARNABLE = Reference(frozenset({"concept"}), "prerequisite")
DOABLE = Reference(frozenset({"concept", "project"}), "prerequisite")

PersonOrName = Annotated[Person, Shorthand("name")]

_PAPERS = [[{"ref": "arXiv:2310.06824", "role": "start-here", "part": "section 2, an hour", "why": "The data."}]]
_AUTHORS = [["Ada Example"], [{"name": "Ada Example", "role": "compiler"}]]
_AS_OF = ["2026-11-22"]
_TRUST = ["Ran the first step; knows the rest from the papers named here."]

Papers = Annotated[Many[PaperUse], Field(examples=_PAPERS)]
SomePapers = Annotated[Some[PaperUse], Field(examples=_PAPERS)]
People = Annotated[Many[PersonOrName], Field(examples=_AUTHORS)]
SomePeople = Annotated[Some[PersonOrName], Field(examples=_AUTHORS)]


class Prerequisite(Part):
    """Something to know or to have done before; the bare id will do."""

    id: Annotated[Slug, LEARNABLE, Field(examples=["linear-probes"])]
    """Id of the concept."""

    need: Annotated[Need, Field(examples=["helpful"])] = "before"
    """When one needs it."""

    why: Annotated[Maybe[Line], Field(examples=["The whole project is one probe, trained well."])] = None
    """What it is needed for, in one line."""


class SharedFields(Part):
    """What agendas, projects and concepts have in common."""

    kind: Annotated[Kind, Facet("Kind")]
    """What this file describes."""

    title: Annotated[Title, Field(examples=["Break a truth probe with the word not"])]
    """A name that says what it is about and stands on its own in a list."""

    summary: Annotated[
        Maybe[Summary],
        Field(
            examples=["Train a probe to tell true statements from false ones, negate them, find out what it learned."]
        ),
    ] = None
    """One plain paragraph for cards and search results."""

    stage: Annotated[Stage, Field(examples=["draft"])] = "published"
    """Where the text stands, not the work: a draft may have gaps and is not on the public site."""

    created: Annotated[FullDate, Field(examples=["2026-11-22"])]
    """The day this entry was begun."""

    as_of: Annotated[Maybe[FullDate], Field(examples=_AS_OF)] = None
    """The day you last looked whether all this still holds and nobody has done it since."""

    authors: People = ()
    """Who wrote the entry: bare names, or names with a role and a background."""

    maintainers: People = ()
    """Who answers for the entry now."""

    tags: Annotated[Many[Slug], Facet("Tags"), Field(examples=[["probing", "generalisation"]])] = ()
    """Topics that cut across agendas. Use those that others use."""

    also_called: Annotated[Many[Line], Field(examples=[["empirical ELK", "honesty elicitation"]])] = ()
    """Other names under which people may search for it."""

    aliases: Annotated[Many[Slug], Field(examples=[["probe-negation"]])] = ()
    """Ids that this entry had before; links to them keep working."""

    source: Annotated[
        Maybe[Source],
        Required(COMPILED),
        Field(examples=[{"title": "A list of open problems", "url": "https://example.org/list", "date": "2025"}]),
    ] = None
    """Where the idea was first written down, so that its authors get the credit."""

    papers: Papers = ()
    """What to read, each paper with its role. One paper to start with is worth more than ten."""

    prerequisites: Annotated[
        Many[Annotated[Prerequisite, Shorthand("id")]],
        Field(
            examples=[
                ["linear-probes"],
                [{"id": "linear-probes", "need": "helpful", "why": "It trains one."}],
            ]
        ),
    ] = ()
    """Concepts that a reader needs: bare ids, or ids with when and why. Name the nearest, not what those need."""

    epistemic_status: Annotated[Maybe[Text], Field(examples=_TRUST)] = None
    """What you ran yourself, what you read and what you only heard; how far to trust the rest."""

    time_spent: Annotated[Maybe[Effort], Field(examples=["8 hours"])] = None
    """How long it took to write this entry."""

    reviews: Annotated[
        Many[Review], Field(examples=[[{"by": "Robin Example", "date": "2026-11", "verdict": "endorse"}]])
    ] = ()
    """What people other than the authors think of it."""

    retrospectives: Annotated[
        Many[Retrospective],
        Field(examples=[[{"by": "Ada Example", "date": "2027", "note": "Took twice as long."}]]),
    ] = ()
    """What the authors or others think of it later, looking back."""

    extra: Annotated[Extra, Field(default_factory=dict, examples=[{"funder": "Example Foundation"}])]
    """What this catalogue adds to the fields of the kit; it may check them by a schema of its own."""


class Vouched(SharedFields):
    """What agendas and projects have in common: somebody answers for them, as of a day."""

    as_of: Annotated[FullDate, Field(examples=_AS_OF)]
    authors: SomePeople
    epistemic_status: Annotated[Text, Field(examples=_TRUST)]

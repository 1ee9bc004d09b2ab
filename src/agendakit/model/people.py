"""The people in an entry: who wrote it, tried it, judged it, works on it."""

from typing import Annotated

from pydantic import Field

from agendakit.model.scalars import Effort, FullDate, GithubName, Line, PartialDate, Text, Url
from agendakit.model.shapes import Maybe, Part
from agendakit.model.vocabulary import AttemptResult, AuthorRole, Verdict


class Person(Part):
    """Someone who wrote an entry or looks after it; the bare name will do."""

    name: Annotated[Line, Field(examples=["Ada Example"])]
    """The name, as it should be shown."""

    role: Annotated[AuthorRole, Field(examples=["compiler"])] = "author"
    """Whether this person speaks from own work or gathered the entry from public sources."""

    orcid: Annotated[Maybe[Line], Field(examples=["0000-0002-1825-0097"])] = None
    """ORCID iD, which tells people of the same name apart."""

    github: Annotated[Maybe[GithubName], Field(examples=["ada"])] = None
    """Account on GitHub, without the @."""

    url: Annotated[Maybe[Url], Field(examples=["https://example.org/ada"])] = None
    """A page about this person."""

    affiliation: Annotated[Maybe[Line], Field(examples=["University of London"])] = None
    """Where this person works or studies."""

    background: Annotated[Maybe[Line], Field(examples=["Two papers on probing; reviewed the area in 2025."])] = None
    """What this person has done in the area, in one line, so that a reader can judge how far to trust the entry."""


class Review(Part):
    """What someone other than the authors thinks of the entry."""

    by: Annotated[Line, Field(examples=["Robin Example"])]
    """Who reviewed it."""

    date: Annotated[PartialDate, Field(examples=["2026-11-22"])]
    """When."""

    verdict: Annotated[Verdict, Field(examples=["revise"])]
    """What the reviewer advises."""

    note: Annotated[Maybe[Text], Field(examples=["The baseline is too weak; add a text-only classifier."])] = None
    """The reasons. Dissent is shown as it stands."""


class Retrospective(Part):
    """What somebody thinks of the entry later, looking back."""

    by: Annotated[Line, Field(examples=["Ada Example"])]
    """Who looks back."""

    date: Annotated[PartialDate, Field(examples=["2027-05"])]
    """When."""

    note: Annotated[Text, Field(examples=["We underrated how much the result depends on the tokenizer."])]
    """What one would say differently now."""


class Trial(Part):
    """One time that somebody did the first step."""

    by: Annotated[Line, Field(examples=["Robin Example"])]
    """Who tried it."""

    date: Annotated[PartialDate, Field(examples=["2026-11-22"])]
    """When."""

    took: Annotated[Maybe[Effort], Field(examples=["90 minutes"])] = None
    """How long it took, with downloads and sign-ups."""

    saw: Annotated[Maybe[Text], Field(examples=["Accuracy 0.91 on plain statements and 0.32 on negated ones."])] = None
    """What there was to see at the end."""


class Mentor(Part):
    """Someone who answers questions about the project."""

    name: Annotated[Line, Field(examples=["Robin Example"])]
    """Whom to ask."""

    contact: Annotated[Line, Field(examples=["mailto:robin@example.org"])]
    """How to reach them: an address, or words such as "the channel #probing"."""

    until: Annotated[FullDate, Field(examples=["2027-06-30"])]
    """The last day of the offer; after it the name is no longer shown."""


class Claim(Part):
    """Someone who works on the project now."""

    by: Annotated[Line, Field(examples=["Robin Example"])]
    """Who works on it."""

    since: Annotated[PartialDate, Field(examples=["2026-11"])]
    """When they began."""

    until: Annotated[FullDate, Field(examples=["2027-02-28"])]
    """The day the claim ends unless renewed, at most six months later."""

    contact: Annotated[Maybe[Line], Field(examples=["mailto:robin@example.org"])] = None
    """How to reach them, for those who would like to join."""


class Attempt(Part):
    """A finished or abandoned try at the project."""

    by: Annotated[Line, Field(examples=["Robin Example"])]
    """Who tried."""

    date: Annotated[PartialDate, Field(examples=["2027-02"])]
    """When it ended."""

    result: Annotated[AttemptResult, Field(examples=["partly"])]
    """How it went. Negative results and tries that were broken off help the next person most."""

    url: Annotated[Maybe[Url], Field(examples=["https://example.org/report"])] = None
    """Where the result can be read."""

    note: Annotated[Maybe[Text], Field(examples=["Holds for the small model; the large one was not tried."])] = None
    """What came out, or why it ended."""

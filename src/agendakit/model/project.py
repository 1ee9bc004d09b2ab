"""A project: a piece of work that someone can take up."""

from typing import Annotated, Literal

from pydantic import Field

from agendakit.model.conditions import (
    AGENDA_ASKS,
    CLOSED,
    COSTLY,
    MEASURED,
    REPLACED,
    RESEARCH,
    RESEARCH_START,
    has_start,
    is_stated,
)
from agendakit.model.effort import band_of
from agendakit.model.entry import DOABLE, Papers, Prerequisite, Vouched
from agendakit.model.markers import Facet, Reference, Required, Wanted
from agendakit.model.people import Attempt, Claim, Mentor, Trial
from agendakit.model.scalars import Effort, Line, Question, ShortTime, Slug, Text
from agendakit.model.shapes import Many, Maybe, Part, Shorthand, Some
from agendakit.model.vocabulary import Compute, Difficulty, Importance, Novelty, ProjectStatus, ProjectType
from agendakit.model.works import Material, PriorWork


class ProjectPrerequisite(Prerequisite):
    """Something to know or to have done before the project; the bare id will do."""

    id: Annotated[Slug, DOABLE, Field(examples=["linear-probes"])]
    """Id of the concept or project."""


class FirstStep(Part):
    """What to do tonight, to find out whether the project suits you."""

    do: Annotated[Text, Field(examples=["Download both files. Train a bag-of-words classifier on one, test on both."])]
    """What to do, so exactly that nobody has to ask back."""

    time: Annotated[ShortTime, Field(examples=["2 hours", "45-90 minutes"])]
    """How long it takes a beginner, with downloads and sign-ups; at most two hours."""

    observe: Annotated[
        Text, Field(examples=["Accuracy near 0.5 on both files: words alone do not tell true from false."])
    ]
    """What one should see at the end, and what it would mean to see something else."""

    compute: Annotated[Maybe[Compute], Field(examples=["laptop"])] = None
    """The machine that this step takes, where it differs from the project's."""

    needs: Annotated[Maybe[Many[Line]], Field(examples=[["a Hugging Face account", "1 GB to download"], []])] = None
    """Accounts, downloads and permissions to have first; an empty list says that there are none."""

    tried: Annotated[
        Many[Trial], Field(examples=[[{"by": "Robin Example", "date": "2026-11-22", "took": "90 minutes"}]])
    ] = ()
    """Who has done this step, how long it took and what they saw."""


class Project(Vouched):
    """A piece of work that someone can take up."""

    kind: Annotated[Literal["project"], Facet("Kind"), Field(examples=["project"])]
    papers: Annotated[Papers, Required(RESEARCH_START, enough=has_start)] = ()
    """What to read, each paper with its role. Research names at least one to start with, and what to read in it."""
    prerequisites: Annotated[
        Many[Annotated[ProjectPrerequisite, Shorthand("id")]],
        Field(
            examples=[
                ["linear-probes"],
                [{"id": "linear-probes", "need": "before", "why": "It trains one."}],
                [],
            ]
        ),
    ]
    """Concepts or projects that come first: bare ids, or ids with when and why. An empty list says: none."""

    agenda: Annotated[
        Maybe[Slug], Reference(frozenset({"agenda"}), "agenda"), Facet("Agenda"), Field(examples=["elk"])
    ] = None
    """Id of the agenda it belongs to; left out, the agenda of its folder."""

    addresses: Annotated[
        Many[Slug],
        Reference(frozenset({"question"}), "addresses"),
        Wanted(AGENDA_ASKS),
        Field(examples=[["trained-lies"]]),
    ] = ()
    """Which of the agenda's open questions it works on, by their ids."""

    question: Annotated[Question, Field(examples=["Does a probe for truth still work when statements are negated?"])]
    """The question it answers, in one sentence; if it is no research, what will be different when it is done."""

    type: Annotated[ProjectType, Facet("Type"), Field(examples=["replication"])]
    """What sort of work it is. If two fit, decide by what the output is."""

    status: Annotated[ProjectStatus, Facet("Status"), Field(examples=["repeatable"])] = "open"
    """Whether the question still stands. That someone is on it follows from `claims` and is never written here."""

    existing_work: Annotated[
        Maybe[Many[PriorWork]],
        Required(RESEARCH, enough=is_stated),
        Field(
            examples=[
                [{"ref": "arXiv:2310.06824", "note": "Done for models of 7B and more; not for small ones."}],
                [],
            ]
        ),
    ] = None
    """What answers part of the question, and what it leaves open. An empty list says: searched, found nothing."""

    difficulty: Annotated[Difficulty, Facet("Difficulty"), Field(examples=["first-project"])]
    """Who can be expected to finish this with an hour of advice a week? If two levels fit, take the harder."""

    difficulty_reason: Annotated[
        Line, Field(examples=["Data and method are public; the only judgement is which controls to believe."])
    ]
    """What makes it this hard, in one line."""

    effort: Annotated[Effort, Facet("Effort", band=band_of), Field(examples=["2-4 days", "1 week"])]
    """Full-time work for someone who has the prerequisites. A day is 8 hours, a week 40, a month 160."""

    compute: Annotated[Compute, Facet("Compute"), Field(examples=["laptop"])]
    """The machine it takes."""

    cost: Annotated[Maybe[Line], Wanted(COSTLY), Field(examples=["about 20 dollars for the API"])] = None
    """Money it takes, in words."""

    novelty: Annotated[Maybe[Novelty], Wanted(), Facet("Novelty"), Field(examples=["known-methods"])] = None
    """Whether the methods of today are enough to solve it."""

    importance: Annotated[Maybe[Importance], Wanted(), Field(examples=["useful"])] = None
    """What an answer would change."""

    suits: Annotated[Many[Line], Wanted(), Field(examples=[["two friends with a weekend"]])] = ()
    """Who should work on it, in short phrases."""

    not_for: Annotated[Many[Line], Field(examples=[["anyone looking for a new result"]])] = ()
    """Who should rather take something else, in short phrases."""

    teaches: Annotated[
        Many[Slug],
        Reference(frozenset({"concept"}), "teaches"),
        Wanted(),
        Field(examples=[["linear-probes"]]),
    ] = ()
    """Concepts that someone who has done this may tick as known."""

    first_step: Annotated[
        FirstStep,
        Field(
            examples=[
                {
                    "do": "Train the probe on one file.",
                    "time": "2 hours",
                    "observe": "Accuracy above 0.9 on it.",
                }
            ]
        ),
    ]
    """What to do tonight: at most two hours, at the end of which one has seen something."""

    done_when: Annotated[Some[Text], Field(examples=[["A table of AUROC for three layers, over ten splits."]])]
    """Signs of success that a stranger could check."""

    stop_if: Annotated[Many[Text], Wanted(), Field(examples=[["No layer beats 0.7 AUROC on held-out cities."]])] = ()
    """Results or dates, fixed beforehand, that mean stop or change course."""

    baselines: Annotated[Many[Text], Wanted(MEASURED), Field(examples=[["a bag of words, split by city"]])] = ()
    """What a result has to be compared with before it means anything."""

    materials: Annotated[
        Many[Material],
        Wanted(),
        Field(examples=[[{"title": "Datasets", "url": "https://example.org/data", "form": "data", "access": "open"}]]),
    ] = ()
    """Data, code, models and tools to work with, and what it takes to get them."""

    pitfalls: Annotated[Many[Text], Wanted(), Field(examples=[["Picking the layer on the test file."]])] = ()
    """Known ways to fool oneself here, such as leakage, variance or cost."""

    outputs: Annotated[Many[Line], Field(examples=[["a notebook and a page of text"]])] = ()
    """What comes out: paper, dataset, tool, write-up."""

    risks: Annotated[Maybe[Text], Field(examples=["A list of what fools a detector also helps those who want to."])] = (
        None
    )
    """Harm that the work or its result could do: dual use, harmful content, people."""

    mentors: Annotated[
        Many[Mentor],
        Field(examples=[[{"name": "Robin Example", "contact": "mailto:robin@example.org", "until": "2027-06-30"}]]),
    ] = ()
    """People who answer questions about it, each until a day they name."""

    claims: Annotated[
        Many[Claim], Field(examples=[[{"by": "Robin Example", "since": "2026-11", "until": "2027-02-28"}]])
    ] = ()
    """Who works on it now, each until a day at most six months away. Several people may."""

    attempts: Annotated[
        Many[Attempt], Field(examples=[[{"by": "Robin Example", "date": "2027-02", "result": "partly"}]])
    ] = ()
    """Tries that ended, with or without a result."""

    outcome: Annotated[
        Maybe[Text], Required(CLOSED), Field(examples=["The probe follows polarity; see the report."])
    ] = None
    """The answer, or the reason why the project was withdrawn."""

    superseded_by: Annotated[
        Maybe[Slug],
        Reference(frozenset({"project"}), "superseded_by"),
        Required(REPLACED),
        Field(examples=["lie-probe-transfer"]),
    ] = None
    """Id of the project that asks the question better."""

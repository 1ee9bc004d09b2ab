"""The words that a field may hold where it takes only some, each with its meaning in one line."""

from typing import Annotated, Literal, get_args

from agendakit.model.markers import Meanings

Kind = Annotated[
    Literal["agenda", "project", "concept"],
    Meanings(
        {
            "agenda": "a line of work with a reason behind it, to which projects belong",
            "project": "a piece of work that someone can take up",
            "concept": "something to learn before a project or another concept",
        }
    ),
]

Stage = Annotated[
    Literal["draft", "published", "retired"],
    Meanings(
        {
            "draft": "being written; not on the public site",
            "published": "ready for readers",
            "retired": "kept and marked, but out of the default view",
        }
    ),
]

AuthorRole = Annotated[
    Literal["author", "compiler"],
    Meanings(
        {
            "author": "speaks from own work in the area",
            "compiler": "gathered the entry from public sources",
        }
    ),
]

PaperRole = Annotated[
    Literal["start-here", "background", "builds-on", "baseline", "method", "critique", "afterwards"],
    Meanings(
        {
            "start-here": "read it first",
            "background": "explains the area",
            "builds-on": "the work continues from it",
            "baseline": "its result is what to compare with",
            "method": "shows how a step is done",
            "critique": "says what may be wrong with the idea or its methods",
            "afterwards": "best read once one has a result of one's own",
        }
    ),
]

Need = Annotated[
    Literal["before", "on-the-way", "helpful"],
    Meanings(
        {
            "before": "to be known before starting; counts in the hours to get ready",
            "on-the-way": "learnt by doing this",
            "helpful": "makes it easier, but one can do without",
        }
    ),
]

Verdict = Annotated[
    Literal["endorse", "revise", "object"],
    Meanings(
        {
            "endorse": "good as it stands",
            "revise": "worth having once the note is dealt with",
            "object": "should not stand in this form; the note says why",
        }
    ),
]

AgendaStatus = Annotated[
    Literal["active", "dormant", "concluded"],
    Meanings(
        {
            "active": "people work on it",
            "dormant": "still open, though nobody known works on it",
            "concluded": "answered, or given up for good",
        }
    ),
]

ProjectStatus = Annotated[
    Literal["open", "repeatable", "solved", "superseded", "withdrawn"],
    Meanings(
        {
            "open": "the question has no full answer yet",
            "repeatable": "the answer is known; doing it again is worth it to learn",
            "solved": "answered; `outcome` says how",
            "superseded": "another project asks it better; `superseded_by` names that one",
            "withdrawn": "not worth doing after all; `outcome` says why",
        }
    ),
]

ProjectType = Annotated[
    Literal[
        "empirical",
        "theory",
        "engineering",
        "evaluation",
        "replication",
        "survey",
        "writing",
        "field-building",
        "operations",
        "funding",
    ],
    Meanings(
        {
            "empirical": "the output is a new measurement",
            "theory": "the output is an argument or a proof",
            "engineering": "the output is a tool that others use",
            "evaluation": "the output is a test of models",
            "replication": "the output is a published result, done again",
            "survey": "the output is an account of what is known",
            "writing": "the output is a text that explains, for people outside or new to the area",
            "field-building": "the output is people or groups who can do the work",
            "operations": "the output is an organisation that runs better",
            "funding": "the output is money that reaches good work",
        }
    ),
]

Difficulty = Annotated[
    Literal["first-project", "second-project", "intermediate", "advanced", "frontier"],
    Meanings(
        {
            "first-project": (
                "for someone who has the prerequisites and no finished project; every step can be looked up, "
                "and one can see whether it worked"
            ),
            "second-project": (
                "for someone who has finished one project or reproduced a result; one design choice is theirs"
            ),
            "intermediate": (
                "for someone who has carried a project of this kind from question to result; the methods are known, "
                "the design must be defended"
            ),
            "advanced": (
                "for someone with several results in or near the area that others used; the method must be chosen "
                "or made"
            ),
            "frontier": "experienced people may fail; nobody knows whether it can be done",
        }
    ),
]

Compute = Annotated[
    Literal["none", "laptop", "hosted", "small-gpu", "large-gpu", "multi-gpu", "cluster"],
    Meanings(
        {
            "none": "no computer to speak of",
            "laptop": "an ordinary laptop",
            "hosted": "models behind an API, paid by use; say the `cost`",
            "small-gpu": "one card of up to 16 GB; a free notebook does",
            "large-gpu": "one card of up to 80 GB",
            "multi-gpu": "several cards in one machine",
            "cluster": "many machines",
        }
    ),
]

Novelty = Annotated[
    Literal["known-methods", "some-new-ideas", "new-ideas-needed"],
    Meanings(
        {
            "known-methods": "methods that exist today are enough",
            "some-new-ideas": "known methods carry most of it; some step needs a new idea",
            "new-ideas-needed": "nobody knows today how it could be solved",
        }
    ),
]

Importance = Annotated[
    Literal["learning", "useful", "significant", "field-shaping"],
    Meanings(
        {
            "learning": "worth it for what one learns",
            "useful": "others working on the same question would use the result",
            "significant": "would change what people in the area do next",
            "field-shaping": "would change what the whole field works on",
        }
    ),
]

MaterialForm = Annotated[
    Literal["code", "data", "model", "tool", "notebook", "tutorial"],
    Meanings(
        {
            "code": "source to start from",
            "data": "a dataset",
            "model": "weights",
            "tool": "a program or library to work with",
            "notebook": "a notebook that runs",
            "tutorial": "a text to work through",
        }
    ),
]

Access = Annotated[
    Literal["open", "sign-up", "on-request", "paid"],
    Meanings(
        {
            "open": "anyone can download it at once",
            "sign-up": "needs an account, given to anyone",
            "on-request": "someone decides who gets it",
            "paid": "costs money",
        }
    ),
]

AttemptResult = Annotated[
    Literal["worked", "partly", "negative", "stopped"],
    Meanings(
        {
            "worked": "answered the question",
            "partly": "answered part of it",
            "negative": "done to the end, and the answer is no",
            "stopped": "ended before there was an answer",
        }
    ),
]

ResourceForm = Annotated[
    Literal["course", "tutorial", "paper", "book", "video", "code", "docs"],
    Meanings(
        {
            "course": "lectures with exercises",
            "tutorial": "a text to work through",
            "paper": "an article in a journal, at a conference or on a preprint server",
            "book": "a book, or chapters of one",
            "video": "a recording",
            "code": "source to read or run",
            "docs": "the manual of a tool",
        }
    ),
]


def _words(vocabulary: object) -> tuple[str, ...]:
    literal = get_args(vocabulary)[0]
    return get_args(literal)


STAGES = _words(Stage)
PAPER_ROLES = _words(PaperRole)
"""In the order of a reading list."""

PROJECT_TYPES = _words(ProjectType)
RESEARCH_TYPES = frozenset({"empirical", "theory", "engineering", "evaluation", "replication", "survey"})
"""The types whose output is knowledge, so that prior work has to be looked for."""

DIFFICULTIES = _words(Difficulty)
"""Easiest first."""

COMPUTES = _words(Compute)
"""Least first."""

NOVELTIES = _words(Novelty)
"""Least new first."""

IMPORTANCES = _words(Importance)
"""Least first."""

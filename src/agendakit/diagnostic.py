"""What a rule says of a place, before and after the engine stamped it with name and level."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import PurePosixPath

    from agendakit.text import Edit, Span

Route = tuple[str | int, ...]
"""Keys and indices that lead from the top of the front matter to a value; ``()`` is the whole."""


class Level(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    @property
    def weight(self) -> int:
        """0 for an error, 2 for a hint: sorts the gravest first."""
        return list(Level).index(self)


class Safety(StrEnum):
    """Whether a fix can change what an entry means."""

    SAFE = "safe"
    UNSAFE = "unsafe"


@dataclass(frozen=True, slots=True)
class Place:
    """Span in a file."""

    path: PurePosixPath
    span: Span


@dataclass(frozen=True, slots=True)
class Note:
    """Related place, with what it has to do with the finding."""

    place: Place
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """Edits of the file that the finding is in; together they mend it."""

    title: str
    safety: Safety
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that a rule found.

    Attributes:
        place: The offending value, and nothing else.
        message: What is wrong, one sentence in the present tense.
        help: What to do, one sentence.
        route: Where in the front matter, when it is there; tells two findings of one entry apart.
        level: Where a rule speaks of graver and of lighter things; else the rule's own level counts.
    """

    place: Place
    message: str
    help: str
    route: Route = ()
    related: tuple[Note, ...] = ()
    fix: Fix | None = None
    level: Level | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """A finding with the name of its rule and the level that counts here.

    Attributes:
        entry: Id of the entry it is about, empty when there is none.
        url: Address of the rule's manual page, empty where the catalogue has no address.
    """

    rule: str
    level: Level
    finding: Finding
    entry: str = ""
    url: str = ""

    @property
    def place(self) -> Place:
        """Where it is."""
        return self.finding.place

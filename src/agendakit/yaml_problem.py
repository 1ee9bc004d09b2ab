"""What YAML, or our part of it, does not take in front matter: data for the rules, with a place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agendakit.diagnostic import Route
    from agendakit.text import Span

MAX_DEPTH = 20
MAX_NODES = 2_000


class ProblemKind(Enum):
    """What keeps front matter from being read, or from being plain data."""

    UNCLOSED_FENCE = auto()
    SYNTAX = auto()
    NOT_A_MAPPING = auto()
    COMPLEX_KEY = auto()
    DUPLICATE_KEY = auto()
    ANCHOR = auto()
    ALIAS = auto()
    TAG = auto()
    MERGE_KEY = auto()
    SECOND_DOCUMENT = auto()
    DIRECTIVE = auto()
    TOO_LONG = auto()
    TOO_DEEP = auto()
    TOO_MANY_NODES = auto()


FATAL = frozenset(
    {
        ProblemKind.UNCLOSED_FENCE,
        ProblemKind.SYNTAX,
        ProblemKind.NOT_A_MAPPING,
        ProblemKind.TOO_LONG,
        ProblemKind.TOO_DEEP,
        ProblemKind.TOO_MANY_NODES,
    }
)
"""Kinds after which the values are incomplete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that YAML, or our part of it, does not take.

    Attributes:
        detail: The parser's own words, or the key concerned; raw material for a rule, not for an author.
        first: Where a doubled key stands for the first time.
        route: The way to the key or value, as far as it was known.
    """

    kind: ProblemKind
    span: Span
    detail: str = ""
    first: Span | None = None
    route: Route = ()

"""What a field means to the rest of the kit, as values that stand beside its type in `Annotated`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

NeedLevel = Literal["yes", "wanted", "no"]


def present(value: object) -> bool:
    """Whether an author gave something; an empty list counts as nothing."""
    return value is not None and value != ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Form:
    """What an author writes for a value of this type.

    Attributes:
        name: What JSON Schema calls it.
        one: In words that continue "expected".
        many: In words that continue "a list of".
        schema: In JSON Schema, without annotations.
        exported: The same for what the kit writes, where that has fewer forms.
    """

    name: str
    one: str
    many: str
    schema: Mapping[str, object]
    exported: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Facet:
    """The site filters by this field, under `label`; `band` sorts its values into few groups."""

    label: str
    band: Callable[[str], str] | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """The value is the id of an entry of one of `kinds`, so the field is an edge of the graph.

    The kind `question` stands for no entry but for one of the agenda's open questions.
    """

    kinds: frozenset[str]
    relation: str


@dataclass(frozen=True, slots=True)
class PaperReference:
    """The value names a work: an arXiv identifier, a DOI or an address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """When a field is needed.

    Attributes:
        by: The field whose value decides.
        words: The condition, to follow "because" or "where".
        holds: Takes the entry, which may be a draft with gaps, and its agenda or None where that is not known.
    """

    by: str
    words: str
    holds: Callable[[object, object], bool]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A missing value is a hint: always, or where the condition holds."""

    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Required:
    """A published entry needs a value where the condition holds; `enough` tells whether a value will do."""

    when: Condition
    enough: Callable[[object], bool] = present


@dataclass(frozen=True, slots=True, eq=False)
class Meanings:
    """One line for each word of a vocabulary, in the order of its `Literal`."""

    lines: Mapping[str, str]

"""What an entry still lacks."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from agendakit.diagnostic import Route
from agendakit.model.anatomy import Anatomy, anatomy_of
from agendakit.model.kinds import KINDS, Entry
from agendakit.model.markers import Required, Wanted, present
from agendakit.model.shapes import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """Something to add.

    Attributes:
        level: `yes` for what a published entry must have, `wanted` for what makes it better.
        by: The field whose value makes it needed; empty where every entry of the kind needs it.
        reason: Why this entry needs it, to follow "because"; empty like `by`.
    """

    route: Route
    level: Literal["yes", "wanted"]
    by: str = ""
    reason: str = ""


def missing_by_condition(entry: Entry, agenda: Entry | None = None) -> tuple[Need, ...]:
    """What the entry lacks on account of other things it says, in the order of the fields.

    Without its agenda, what depends on the agenda is left out.
    """
    return tuple(_conditional(entry, agenda))


def missing_by_stage(entry: Entry) -> tuple[Need, ...]:
    """What a draft lacks that each published entry of its kind must have; nothing for other stages."""
    model = KINDS[entry.kind]
    return tuple(
        Need(route=(name,), level="yes")
        for name, info in model.model_fields.items()
        if info.is_required() and name not in entry.model_fields_set
    )


def missing_wanted(entry: Entry) -> tuple[Need, ...]:
    """What is wanted of every entry of this kind and missing here."""
    return tuple(
        Need(route=(name,), level="wanted")
        for name, anatomy in _fields(type(entry))
        for wish in anatomy.marked(Wanted)
        if wish.when is None and not present(getattr(entry, name))
    )


def _conditional(entry: Entry, agenda: Entry | None) -> Iterator[Need]:
    for name, anatomy in _fields(type(entry)):
        value = getattr(entry, name)
        for must in anatomy.marked(Required):
            if not must.enough(value) and must.when.holds(entry, agenda):
                yield Need(route=(name,), level="yes", by=must.when.by, reason=must.when.words)
        for wish in anatomy.marked(Wanted):
            if wish.when is not None and not present(value) and wish.when.holds(entry, agenda):
                yield Need(route=(name,), level="wanted", by=wish.when.by, reason=wish.when.words)


@cache
def _fields(model: type[Part]) -> tuple[tuple[str, Anatomy], ...]:
    """The fields that are not simply required or free."""
    fields = ((name, anatomy_of(info)) for name, info in model.model_fields.items())
    return tuple((name, anatomy) for name, anatomy in fields if anatomy.marker(Required) or anatomy.marker(Wanted))

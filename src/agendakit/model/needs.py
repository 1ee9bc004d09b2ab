"""What an entry still lacks."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from agendakit.diagnostic import Route
from agendakit.model.anatomy import anatomy_of
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
    missing = (name for name in _required(KINDS[entry.kind]) if name not in entry.model_fields_set)
    return tuple(Need(route=(name,), level="yes") for name in missing)


def missing_wanted(entry: Entry) -> tuple[Need, ...]:
    """What is wanted of every entry of this kind and missing here."""
    return tuple(
        Need(route=(name,), level="wanted")
        for name, _, wishes in _fields(type(entry))
        for wish in wishes
        if wish.when is None and not present(getattr(entry, name))
    )


def _conditional(entry: Entry, agenda: Entry | None) -> Iterator[Need]:
    for name, musts, wishes in _fields(type(entry)):
        value = getattr(entry, name)
        for must in musts:
            if not must.enough(value) and must.when.holds(entry, agenda):
                yield Need(route=(name,), level="yes", by=must.when.by, reason=must.when.words)
        for wish in wishes:
            if wish.when is not None and not present(value) and wish.when.holds(entry, agenda):
                yield Need(route=(name,), level="wanted", by=wish.when.by, reason=wish.when.words)


@cache
def _required(model: type[Part]) -> tuple[str, ...]:
    return tuple(name for name, info in model.model_fields.items() if info.is_required())


@cache
def _fields(model: type[Part]) -> tuple[tuple[str, tuple[Required, ...], tuple[Wanted, ...]], ...]:
    """The fields that are not simply required or free, with when they are required and when they are wanted."""
    anatomies = ((name, anatomy_of(info)) for name, info in model.model_fields.items())
    fields = ((name, tuple(one.marked(Required)), tuple(one.marked(Wanted))) for name, one in anatomies)
    return tuple((name, musts, wishes) for name, musts, wishes in fields if musts or wishes)

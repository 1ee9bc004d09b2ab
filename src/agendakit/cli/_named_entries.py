"""Whether what the values of a new entry name exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from agendakit.model import Agenda
from agendakit.model.reflect import fields_of
from agendakit.nearest import did_you_mean, joined, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from agendakit.catalogue import Catalogue
    from agendakit.model.reflect import FieldInfo

_QUESTION = frozenset({"question"})
_PAPER = frozenset({"paper"})


def see_they_exist(kind: str, catalogue: Catalogue, values: Mapping[str, object]) -> None:
    """Refuse the first id among some values, each of which will do by itself, that names no entry or open question."""
    for name, kinds in _names(fields_of(kind), values):
        if kinds == _QUESTION:
            _see_it_is_asked(catalogue, name, catalogue.canonical(str(values.get("agenda", ""))))
        elif catalogue.kinds.get(catalogue.canonical(name)) not in kinds:
            known = [other for other, kind in catalogue.kinds.items() if kind in kinds]
            raise click.UsageError(
                f"No {' or '.join(sorted(kinds))} has the id `{name}`. {did_you_mean(nearest(name, known))}".rstrip()
            )


def _names(fields: Iterable[FieldInfo], values: Mapping[str, object]) -> Iterator[tuple[str, frozenset[str]]]:
    """Each id with the kinds of what it may name."""
    for field in fields:
        value = values.get(field.name)
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, str) and field.shorthand:
                yield from _names(field.children, {field.shorthand: item})
            elif isinstance(item, dict):
                yield from _names(field.children, item)
            elif isinstance(item, str) and field.kinds and field.kinds != _PAPER:
                yield item, field.kinds


def _see_it_is_asked(catalogue: Catalogue, name: str, agenda: str) -> None:
    """Of the agenda that is named, or of any where none is."""
    agendas = [record for record in catalogue.of_kind(Agenda) if agenda in ("", record.id)]
    asked = [one.id for record in agendas if isinstance(record.entry, Agenda) for one in record.entry.open_questions]
    if name in asked or (agenda and not agendas):
        return
    whose = f"The agenda `{agenda}` has no" if agenda else "No agenda has the"
    listed = f"Its questions are {joined(f'`{one}`' for one in asked)}." if agenda and asked else ""
    raise click.UsageError(f"{whose} open question `{name}`. {did_you_mean(nearest(name, asked)) or listed}".rstrip())

"""The agenda that a rule has to know to judge a project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.model import Project

if TYPE_CHECKING:
    from agendakit.extension import Context
    from agendakit.model import Entry
    from agendakit.record import Draft, Record


def agenda_entry(source: Record | Draft, context: Context) -> Entry | None:
    """Agenda of a project; `None` for other entries, for which nobody looks at the catalogue, and where none is."""
    if not isinstance(source.entry, Project):
        return None
    agenda = context.catalogue.records.get(context.catalogue.agenda_of.get(source.id, ""))
    return agenda.entry if agenda else None

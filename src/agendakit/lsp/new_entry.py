"""A draft for an id that is named and does not exist."""

from __future__ import annotations

from agendakit.model import DRAFT_NEEDS
from agendakit.model.reflect import field_at
from agendakit.scaffold import entry_text

_SHORTEST_TITLE = 5


def draft_text(kind: str, name: str, today: str) -> str:
    """A draft that validates, what its author must write next marked as still to be written."""
    words = name.replace("-", " ").capitalize()
    title = words if len(words) >= _SHORTEST_TITLE else f"About {words}"
    values: dict[str, object] = {"kind": kind, "stage": "draft", "title": title, "created": today}
    for field in DRAFT_NEEDS[kind]:
        info = field_at(kind, (field,))
        if field not in values and info is not None:
            values[field] = f"TODO: {info.doc}"
    return entry_text(kind, values)

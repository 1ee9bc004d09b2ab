"""Entries, papers and fields in a few lines of Markdown, for hovers and lists of choices."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agendakit.model import summary_of
from agendakit.record import Draft
from agendakit.words import hours

if TYPE_CHECKING:
    from agendakit.bibliography import Paper
    from agendakit.model.reflect import FieldInfo
    from agendakit.record import Record

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~!&$])")
_MANY = 2
_NEED = {"yes": "needed", "wanted": "wanted", "no": "optional"}


def plain(text: str) -> str:
    """A text of an author's as Markdown that shows it as it is."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def entry_page(source: Record | Draft) -> str:
    """An entry: title, what it is, summary."""
    lines = [f"**{plain(source.entry.title)}**", plain(", ".join(_facts(source))), plain(summary_of(source.entry))]
    return "\n\n".join(line for line in lines if line)


def _facts(source: Record | Draft) -> list[str]:
    entry = source.entry
    found = [f"draft of a {source.kind}" if isinstance(source, Draft) else source.kind]
    names = ("difficulty", "effort", "compute", "hours", "status")
    given = {name: getattr(entry, name, None) for name in names}
    found += [hours(value) if name == "hours" else str(value) for name, value in given.items() if value]
    return [*found, *(["retired"] if entry.stage == "retired" else [])]


def paper_page(paper: Paper) -> str:
    """A paper: title, authors, year, where it appeared."""
    item = paper.item
    where = ", ".join(part for part in (byline(paper), item.container) if part)
    retracted = "**Retracted.**" if item.custom.retracted else ""
    return "\n\n".join(part for part in (f"**{plain(item.title)}**", plain(where), retracted, plain(paper.id)) if part)


def byline(paper: Paper) -> str:
    """Authors and year: ``Alain and Bengio 2016``."""
    names = [name.short for name in paper.item.author if name.short]
    shown = " and ".join(names) if len(names) <= _MANY else f"{names[0]} et al."
    return " ".join(part for part in (shown, paper.item.year) if part)


def field_page(info: FieldInfo) -> str:
    """A field: what it means, what to write, whether it is needed."""
    need = f"{_NEED[info.needed]}{f': {info.condition}' if info.condition else ''}"
    lines = [f"**{info.name}** ({need})", info.doc, f"Write {info.type}."]
    if info.meanings:
        lines.append("\n".join(f"- `{word}`: {meaning}" for word, meaning in info.meanings.items()))
    elif isinstance(info.example, str):
        lines.append(f"For example: {plain(info.example)}")
    return "\n\n".join(line for line in lines if line)

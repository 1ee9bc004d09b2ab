"""The text of a new entry: what its author has said, and what is still to be written, from the model."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from pydantic import ValidationError

from agendakit import yaml_text
from agendakit.model import SECTIONS, Agenda, Concept, missing_by_condition, model_for
from agendakit.model.reflect import fields_of
from agendakit.record import INDEX

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from agendakit.catalogue import Catalogue
    from agendakit.model.reflect import FieldInfo

_WIDTH = 110
_MAX_ID = 60
_LITTLE = frozenset({"a", "an", "and", "do", "does", "for", "in", "is", "of", "on", "or", "the", "to", "what", "with"})
_CONCEPTS = PurePosixPath("concepts")


def entry_text(kind: str, values: Mapping[str, object], sections: Mapping[str, str] | None = None) -> str:
    """Entry of a kind with some fields given, in the order of the model.

    What a published entry needs and has no value yet stands as a comment with its description and an example; the
    body has the headings of its kind, and the prose that is given for a heading; prose for other headings follows.
    """
    fields = fields_of(kind)
    given = {field.name: values[field.name] for field in fields if field.name in values}
    conditional = _conditional(kind, values)
    needed = [
        field
        for field in fields
        if field.needed == "yes"
        and field.name not in values
        and not field.default
        and (not field.condition or field.name in conditional)
    ]
    wanted = [field.name for field in fields if field.needed == "wanted" and field.name not in values]
    lines = [*yaml_text.fields(given).splitlines(), *_still_to_write(needed, wanted)]
    front = "\n".join(("---", *lines, "---"))
    return "\n".join((front, "", *_body(kind, sections or {}))).rstrip("\n") + "\n"


def id_of(title: str) -> str:
    """Id made of a title: its first telling words in ASCII; empty where none is left."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", re.sub(r"'", "", plain))
    telling = [word for word in words if word not in _LITTLE] or words
    name = ""
    for word in telling:
        longer = f"{name}-{word}" if name else word
        if len(longer) > _MAX_ID:
            break
        name = longer
    return name or "".join(telling)[:_MAX_ID]


def path_of(catalogue: Catalogue, kind: str, name: str, agenda: str = "") -> PurePosixPath:
    """Where an entry belongs: an agenda in its own folder, a project in its agenda's, a concept with the others."""
    root = catalogue.root
    if kind == "agenda":
        return root / name / f"{INDEX}.md"
    if kind == "project" and agenda in catalogue.records and isinstance(catalogue.records[agenda].entry, Agenda):
        return catalogue.records[agenda].document.path.parent / f"{name}.md"
    if kind == "concept":
        folders = [record.document.path.parent for record in catalogue.of_kind(Concept)]
        usual = max(sorted(set(folders)), key=folders.count, default=root / _CONCEPTS)
        return usual / f"{name}.md"
    return root / f"{name}.md"


def _body(kind: str, sections: Mapping[str, str]) -> Iterator[str]:
    """Headings with their prose; the prose for the heading that is empty stands first, without one."""
    usual = [section.title for section in SECTIONS[kind] if section.required or sections.get(section.title)]
    if sections.get(""):
        yield f"{sections[''].strip()}\n"
    for title in (*usual, *(title for title in sections if title and title not in usual)):
        prose = sections.get(title, "").strip()
        if prose or title in usual:
            yield f"## {title}\n"
        if prose:
            yield f"{prose}\n"


def _conditional(kind: str, values: Mapping[str, object]) -> frozenset[str]:
    """Fields that are needed on account of what is given; a project that does not say otherwise counts as research."""
    likely = {"type": "empirical"} if kind == "project" else {}
    try:
        entry = model_for(kind, "draft").model_validate({**likely, **values, "stage": "draft"})
    except ValidationError:
        return frozenset()
    return frozenset(str(need.route[0]) for need in missing_by_condition(entry) if need.level == "yes")


def _still_to_write(needed: list[FieldInfo], wanted: list[str]) -> Iterator[str]:
    if needed:
        yield "# Still to write before it can be published; the values shown are examples."
    for field in needed:
        yield "#"
        yield from textwrap.wrap(f"{field.name}: {field.doc}", _WIDTH, initial_indent="# ", subsequent_indent="#   ")
        if field.meanings:
            yield from textwrap.wrap(
                f"One of {', '.join(field.meanings)}.", _WIDTH, initial_indent="#   ", subsequent_indent="#   "
            )
        yield from (f"#     {line}" for line in yaml_text.fields({field.name: field.example}).splitlines())
    if needed and wanted:
        yield "#"
    if wanted:
        words = (
            f"Wanted too: {', '.join(wanted)}. `agendakit explain NAME` describes each; `agendakit check --hints FILE`"
            " lists what is still open."
        )
        yield from textwrap.wrap(words, _WIDTH, initial_indent="# ", subsequent_indent="# ")

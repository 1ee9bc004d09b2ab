"""The reference for authors: the fields of each kind, the rules with their manual pages."""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from agendakit import document
from agendakit.check import all_rules
from agendakit.extension import Subject
from agendakit.model import KINDS, SECTIONS
from agendakit.model.reflect import fields_of
from agendakit.site.prose import sections

if TYPE_CHECKING:
    from agendakit.extension import Rule
    from agendakit.model.reflect import FieldInfo
    from agendakit.site.place import Place
    from agendakit.site.prose import Section


def fields_data(kind: str) -> dict[str, object]:
    """What the page on the fields of a kind shows."""
    shared = {field.name for field in fields_of("concept")} & {field.name for field in fields_of("agenda")}
    groups: dict[str, list[FieldInfo]] = {"Needed": [], f"Of {_a(kind)}": [], "Of every kind": []}
    for field in fields_of(kind):
        needed = field.needed == "yes" and not field.condition
        group = "Needed" if needed else "Of every kind" if field.name in shared else f"Of {_a(kind)}"
        groups[group].append(field)
    return {
        "kind": kind,
        "kinds": tuple(KINDS),
        "doc": KINDS[kind].__doc__ or "",
        "groups": [(title, fields) for title, fields in groups.items() if fields],
        "sections": SECTIONS[kind],
        "example": _example,
    }


def rules_data() -> dict[str, object]:
    """What the page that lists the rules shows."""
    groups = [(subject.value, [rule for rule in all_rules() if rule.subject is subject]) for subject in Subject]
    return {"groups": [(title, rules) for title, rules in groups if rules]}


def manual_of(rule: Rule, place: Place) -> tuple[Section, ...]:
    """A rule's manual page."""
    return sections(document.parse(PurePosixPath("manual.md"), rule.manual), place.around)


def _a(kind: str) -> str:
    return f"an {kind}" if kind == "agenda" else f"a {kind}"


def _example(value: object) -> str:
    """A value as one writes it in YAML, in its flow form."""
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)

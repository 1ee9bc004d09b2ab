"""The JSON Schema files (draft 2020-12) of front matter by kind; one more describes the exported catalogue.

Editors, other tools and the tests read them; the kit itself validates with the models, which accept and refuse the
same data.
"""

import json
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from agendakit.model import DRAFT_NEEDS, KINDS
from agendakit.model.json_schema import Schema, definitions, object_schema, properties_of, reference, required_in

SCHEMA_VERSION = 1
"""Version of the entry schema, as the configuration and every export state it."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


@cache
def schema_texts() -> Mapping[str, str]:
    """The text of each schema file by its name: one for each kind of entry, one for the exported catalogue."""
    schemas = {f"{kind}.schema.json": _entry_file(kind) for kind in KINDS}
    schemas["catalogue.schema.json"] = _catalogue_file()
    return MappingProxyType({name: _text(name, schema) for name, schema in schemas.items()})


def _text(name: str, schema: Schema) -> str:
    return json.dumps({"$schema": _DIALECT, "$id": name, **schema}, indent=2, ensure_ascii=False) + "\n"


def _entry_file(kind: str) -> Schema:
    return {**_entry(kind), "$defs": definitions([KINDS[kind]])}


def _entry(kind: str, derived: Mapping[str, Schema] | None = None) -> Schema:
    """The schema of an entry; with what is derived from it, as it is exported."""
    model = KINDS[kind]
    properties = {**(derived or {}), **properties_of(model, exported=derived is not None)}
    always = (*(derived or ()), *DRAFT_NEEDS[kind])
    return {
        "title": model.__name__,
        **object_schema(model.__doc__ or "", properties, always),
        # A draft needs no more; an entry without a stage counts as published.
        "if": {"properties": {"stage": {"enum": ["published", "retired"]}}},
        "then": {"required": [name for name in required_in(model) if name not in always]},
    }


def _catalogue_file() -> Schema:
    """Prerequisites, people and dates have one form each here, the longest."""
    entries = {KINDS[kind].__name__: _entry(kind, _derived(kind)) for kind in KINDS}
    catalogue = _record(
        "Every entry with what is derived from it, and the papers that entries name.",
        schema_version={"const": SCHEMA_VERSION},
        name={"description": "Name of the catalogue.", "type": ["string", "null"]},
        url={"description": "Where the catalogue is published.", "type": ["string", "null"]},
        as_of={"description": "The day on which claims and startability were judged.", **reference("FullDate")},
        entries={"type": "array", "items": {"anyOf": [reference(name) for name in entries]}},
        papers={"type": "array", "items": reference("Paper")},
    )
    inside = definitions(KINDS.values(), exported=True)
    return {"title": "Catalogue", **catalogue, "$defs": {**entries, **inside, **_DERIVED_OBJECTS}}


def _derived(kind: str) -> Mapping[str, Schema]:
    of_projects: Mapping[str, Schema] = {
        "startability": reference("Startability"),
        "worked_on": {"description": "Null where nobody is.", "anyOf": [{"type": "null"}, reference("WorkedOn")]},
    }
    return {
        "id": {"description": "The name of the entry's file, by which others refer to it.", **reference("Slug")},
        "path": {"description": "The entry's file, relative to the folder of the catalogue.", "type": "string"},
        "url": {"description": "The entry's page; relative where the catalogue has no address.", "type": "string"},
        "needs": reference("Needs"),
        "opens": {"description": "What one can go on to: the entries that need this one.", **_IDS},
        "ready_hours": {
            "description": "Hours to get ready: the concepts and projects in `needs.before`.",
            "type": "number",
            "minimum": 0,
        },
        **(of_projects if kind == "project" else {}),
    }


def _record(description: str, **properties: Schema) -> Schema:
    return object_schema(description, properties, properties)


_IDS: Schema = {"type": "array", "items": reference("Slug")}
_SIGNS: Schema = {"type": "array", "items": {"type": "string", "minLength": 1}}
_DERIVED_OBJECTS: Mapping[str, Schema] = {
    "Needs": _record(
        "What the entry needs, directly or through others, each list in the order of reading.",
        before=_IDS,
        on_the_way=_IDS,
        helpful=_IDS,
    ),
    "Startability": _record("Signs that one can start today, there or missing.", met=_SIGNS, missing=_SIGNS),
    "WorkedOn": _record("Whose claim on the project runs now.", by=reference("Line"), until=reference("FullDate")),
    "Paper": {
        "description": "A CSL-JSON item.",
        "type": "object",
        "properties": {"id": {"type": "string"}, "type": {"type": "string"}},
        "required": ["id", "type"],
    },
}

"""JSON Schemas (draft 2020-12) of what authors write, generated from the models.

Source: https://json-schema.org/draft/2020-12. Editors, other tools and the tests read them; the kit itself
validates with the models, which accept and refuse the same data.
"""

import json
from collections.abc import Mapping
from functools import cache, partial

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, JsonSchemaValue, models_json_schema
from pydantic_core import core_schema

from agendakit.model import DRAFT_NEEDS, KINDS, scalars
from agendakit.model.anatomy import anatomy_of
from agendakit.model.docs import docs_of
from agendakit.model.markers import Form
from agendakit.model.shapes import Part

SCHEMA_VERSION = 1
"""Version of the entry schema, as the configuration and every export state it."""

_NOTES = frozenset({"description", "examples", "default"})
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ID: JsonSchemaValue = {"$ref": "#/$defs/Slug"}
_DAY: JsonSchemaValue = {"$ref": "#/$defs/FullDate"}
_IDS: JsonSchemaValue = {"type": "array", "items": _ID}
_NAMES: JsonSchemaValue = {"type": "array", "items": {"type": "string", "minLength": 1}}

_DERIVED: Mapping[str, JsonSchemaValue] = {
    "id": {**_ID, "description": "The name of the entry's file, by which others refer to it."},
    "path": {"type": "string", "description": "The entry's file, relative to the folder of the catalogue."},
    "url": {
        "type": "string",
        "description": "The entry's page; relative where the catalogue has no address.",
    },
    "needs": {"$ref": "#/$defs/Needs"},
    "opens": {**_IDS, "description": "What one can go on to: the entries that need this one."},
    "ready_hours": {
        "type": "number",
        "minimum": 0,
        "description": "Hours to get ready: all concepts in `needs.before`, and the projects among them.",
    },
}
_OF_PROJECTS: Mapping[str, JsonSchemaValue] = {
    "startability": {"$ref": "#/$defs/Startability"},
    "worked_on": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/WorkedOn"}]},
}


def _object(description: str, **properties: JsonSchemaValue) -> JsonSchemaValue:
    return {
        "type": "object",
        "description": description,
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


_DERIVED_PARTS: Mapping[str, JsonSchemaValue] = {
    "Needs": _object(
        "What the entry needs, directly or through others, each list in the order of reading.",
        before=_IDS,
        on_the_way=_IDS,
        helpful=_IDS,
    ),
    "Startability": _object("Which signs that one can start today the project shows.", met=_NAMES, missing=_NAMES),
    "WorkedOn": _object("Whose claim on the project runs now.", by={"type": "string"}, until=_DAY),
}


@cache
def schema_texts() -> Mapping[str, str]:
    """The text of each schema file by its name: one for each kind of entry, one for the exported catalogue."""
    schemas = {f"{kind}.schema.json": _entry_schema(kind) for kind in KINDS}
    schemas["catalogue.schema.json"] = _catalogue_schema()
    return {name: _text(name, schema) for name, schema in schemas.items()}


def _text(name: str, schema: JsonSchemaValue) -> str:
    whole = {"$schema": _DIALECT, "$id": name, **schema}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _entry_schema(kind: str) -> JsonSchemaValue:
    """What an author writes; `$defs` holds the objects inside."""
    defs = _definitions("validation", kind)
    entry = defs.pop(KINDS[kind].__name__)
    return _shared({**_with_stages(entry, DRAFT_NEEDS[kind]), "$defs": defs}, "validation", _NOTES)


def _catalogue_schema() -> JsonSchemaValue:
    """What `export json` writes; prerequisites, people and dates have one form each, the longest."""
    defs = _definitions("serialization", *KINDS)
    for kind, model in KINDS.items():
        derived = {**_DERIVED, **(_OF_PROJECTS if kind == "project" else {})}
        entry = defs[model.__name__]
        entry["properties"] = {**derived, **entry["properties"]}
        defs[model.__name__] = _with_stages(entry, (*derived, *DRAFT_NEEDS[kind]))
    entries = {"anyOf": [{"$ref": f"#/$defs/{model.__name__}"} for model in KINDS.values()]}
    catalogue = _object(
        "Every entry with what is derived from it, and the papers that entries name.",
        schema_version={"const": SCHEMA_VERSION},
        name={"type": ["string", "null"], "description": "Name of the catalogue."},
        url={"type": ["string", "null"], "description": "Where the catalogue is published."},
        as_of={**_DAY, "description": "The day for which claims, mentors and startability were judged."},
        entries={"type": "array", "items": entries},
        papers={"type": "array", "items": {"$ref": "#/$defs/Paper"}},
    )
    paper = {
        "type": "object",
        "description": "A CSL-JSON item.",
        "properties": {"id": {"type": "string"}, "type": {"type": "string"}},
        "required": ["id", "type"],
    }
    whole = {"title": "Catalogue", **catalogue, "$defs": {**defs, **_DERIVED_PARTS, "Paper": paper}}
    return _shared(whole, "serialization", frozenset({"description"}))


def _definitions(mode: JsonSchemaMode, *kinds: str) -> dict[str, JsonSchemaValue]:
    models = [(KINDS[kind], mode) for kind in kinds]
    _, schema = models_json_schema(models, schema_generator=_Generator)
    return dict(schema["$defs"])


def _with_stages(entry: JsonSchemaValue, always: tuple[str, ...]) -> JsonSchemaValue:
    """Ask of a draft only what it must have; an entry without a stage counts as published."""
    settled = {"properties": {"stage": {"enum": ["published", "retired"]}}}
    needed = [name for name in entry["required"] if name not in always]
    return {
        "title": entry["title"],
        "description": entry["description"],
        "type": "object",
        "properties": entry["properties"],
        "required": list(always),
        "if": settled,
        "then": {"required": needed},
        "additionalProperties": False,
    }


def _shared(schema: JsonSchemaValue, mode: JsonSchemaMode, notes: frozenset[str]) -> JsonSchemaValue:
    """The schema with each scalar that it uses described once, in `$defs`, and of all annotations only these."""
    described = _Scalars.model_json_schema(mode=mode, schema_generator=_Generator)["properties"]
    refer = partial(_referring, described=described, notes=notes)
    outside = {key: refer(value) for key, value in schema.items() if key != "$defs"}
    inside = {name: refer(part) for name, part in schema["$defs"].items()}
    text = json.dumps([outside, inside])
    forms = {name: anatomy_of(info).marker(Form) for name, info in _Scalars.model_fields.items()}
    scalars_used = {
        name: {"description": form.one, **described[name]}
        for name, form in forms.items()
        if form is not None and f'"#/$defs/{name}"' in text
    }
    return {**outside, "$defs": {**inside, **scalars_used}}


def _referring(node: object, *, described: Mapping[str, JsonSchemaValue], notes: frozenset[str]) -> object:
    refer = partial(_referring, described=described, notes=notes)
    if isinstance(node, list):
        return [refer(item) for item in node]
    if not isinstance(node, dict):
        return node
    demands = {key: value for key, value in node.items() if key not in _NOTES}
    remarks = {key: value for key, value in node.items() if key in notes}
    name = next((name for name, scalar in described.items() if scalar == demands), None)
    if name is not None:
        return {"$ref": f"#/$defs/{name}", **remarks}
    return {key: refer(value) for key, value in node.items() if key in demands or key in remarks}


class _Scalars(Part):
    """The scalars that schemas describe under their names."""

    Slug: scalars.Slug
    Text: scalars.Text
    Line: scalars.Line
    Title: scalars.Title
    Summary: scalars.Summary
    Question: scalars.Question
    FullDate: scalars.FullDate
    PartialDate: scalars.PartialDate
    Effort: scalars.Effort
    ShortTime: scalars.ShortTime
    Url: scalars.Url
    PaperRef: scalars.PaperRef
    GithubName: scalars.GithubName
    Hours: scalars.Hours


class _Generator(GenerateJsonSchema):
    """pydantic's schema with our docstrings, without titles and defaults that tell an author nothing."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        model: type[Part] = schema["cls"]
        generated = super().model_schema(schema)
        if model not in KINDS.values():
            del generated["title"]
        for name, doc in docs_of(model).items():
            generated["properties"][name]["description"] = doc
        return generated

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return super().default_schema(schema) if schema.get("default") else self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002 -- the parent's signature
        return False

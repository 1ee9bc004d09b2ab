"""The models in the words of JSON Schema, draft 2020-12.

Written here and not by pydantic, whose own schemas differ from one release to the next.
Source: https://json-schema.org/draft/2020-12.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import get_args

from pydantic.fields import FieldInfo

from agendakit.model.anatomy import Anatomy, anatomy_of
from agendakit.model.docs import docs_of
from agendakit.model.markers import Form, Meanings
from agendakit.model.shapes import Listed, Part, Shorthand

Schema = dict[str, object]


def object_schema(description: str, properties: Mapping[str, Schema], required: Iterable[str]) -> Schema:
    """The schema of an object that has no other keys than these."""
    return {
        "description": description,
        "type": "object",
        "properties": dict(properties),
        "required": list(required),
        "additionalProperties": False,
    }


def properties_of(model: type[Part], *, exported: bool = False) -> dict[str, Schema]:
    """The schema of each field, which refers to the definitions of what is inside.

    What the kit exports has one form each, the longest, and needs no examples.
    """
    docs = docs_of(model)
    return {name: _field(info, docs[name], exported=exported) for name, info in model.model_fields.items()}


def required_in(model: type[Part]) -> list[str]:
    """The fields that the model cannot do without, in its order."""
    return [name for name, info in model.model_fields.items() if info.is_required()]


def definitions(models: Iterable[type[Part]], *, exported: bool = False) -> Mapping[str, Schema]:
    """The schemas of the objects and scalars inside the models, by name."""
    models = tuple(models)
    parts = {part for model in models for part in _parts(model)}
    fields = (anatomy for model in {*models, *parts} for anatomy in _anatomies(model))
    forms = {form for anatomy in fields for form in anatomy.marked(Form)}
    schemas = {part.__name__: _part(part, exported=exported) for part in parts}
    schemas |= {form.name: _scalar(form, exported=exported) for form in forms}
    return dict(sorted(schemas.items()))


def reference(name: str) -> Schema:
    """A reference to a definition in the same document."""
    return {"$ref": f"#/$defs/{name}"}


def _part(model: type[Part], *, exported: bool) -> Schema:
    return object_schema(model.__doc__ or "", properties_of(model, exported=exported), required_in(model))


def _field(info: FieldInfo, doc: str, *, exported: bool) -> Schema:
    anatomy = anatomy_of(info)
    notes: Schema = {"description": doc}
    if not exported:
        notes |= {"default": info.default} if isinstance(info.default, str) else {}
        notes |= {"examples": info.examples} if info.examples else {}
    item = _item(anatomy, exported=exported)
    return {**notes, **(_list(anatomy, item) if anatomy.many else item)}


def _list(anatomy: Anatomy, item: Schema) -> Schema:
    least = max(listed.least for listed in anatomy.marked(Listed))
    return {"type": "array", "items": item, **({"minItems": least} if least else {})}


def _item(anatomy: Anatomy, *, exported: bool) -> Schema:
    form, meanings, shorthand = anatomy.marker(Form), anatomy.marker(Meanings), anatomy.marker(Shorthand)
    if form is not None:
        return reference(form.name)
    if meanings is not None:
        # Editors show the description of a `const` and have none for the words of an `enum`.
        return {"oneOf": [{"const": word, "description": line} for word, line in meanings.lines.items()]}
    if anatomy.part is None:
        return {"const": get_args(anatomy.item)[0]}
    whole = reference(anatomy.part.__name__)
    if shorthand is None or exported:
        return whole
    return {"anyOf": [_item(anatomy_of(anatomy.part.model_fields[shorthand.key]), exported=False), whole]}


def _scalar(form: Form, *, exported: bool) -> Schema:
    schema = form.exported if exported and form.exported else form.schema
    return {"description": form.one, **schema}


def _anatomies(model: type[Part]) -> Iterator[Anatomy]:
    return (anatomy_of(info) for info in model.model_fields.values())


def _parts(model: type[Part]) -> Iterator[type[Part]]:
    for anatomy in _anatomies(model):
        if anatomy.part is not None:
            yield anatomy.part
            yield from _parts(anatomy.part)

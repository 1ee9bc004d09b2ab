"""One value of an entry judged alone, before there is an entry."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from agendakit import frontmatter
from agendakit.model import KINDS
from agendakit.model.anatomy import anatomy_of
from agendakit.model.reflect import field_at
from agendakit.nearest import did_you_mean, nearest

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo as ModelField


def problem(kind: str, route: tuple[str, ...], value: object) -> str:
    """What is wrong with a value for the field at a route, in one or two sentences; empty where nothing is."""
    field = field_at(kind, route)
    if field is None:
        return f"`{'.'.join(route)}` is no field of a {kind}."
    try:
        _adapter(kind, route).validate_python(value)
    except ValidationError as error:
        suggestion = did_you_mean(nearest(value, field.meanings)) if isinstance(value, str) and field.meanings else ""
        length = _length(error, value)
        return f"Expected {field.type}{length}. {suggestion}".rstrip()
    return ""


def read(text: str) -> object:
    """Value that a text has in front matter; a text that YAML cannot read stands for itself."""
    front = frontmatter.parse(f"---\nvalue: {text}\n---\n")
    if front is None or front.problems or "value" not in front.values or "\n" in text:
        return text
    value = front.values["value"]
    return text if value is None or (isinstance(value, dict) and not text.lstrip().startswith("{")) else value


def _length(error: ValidationError, value: object) -> str:
    wrong = {one["type"] for one in error.errors()}
    return (
        f"; this has {len(value)}" if isinstance(value, str) and wrong & {"string_too_short", "string_too_long"} else ""
    )


@cache
def _adapter(kind: str, route: tuple[str, ...]) -> TypeAdapter[object]:
    fields: dict[str, ModelField] = dict(KINDS[kind].model_fields)
    info = fields[route[0]]
    for name in route[1:]:
        part = anatomy_of(info).part
        assert part is not None, "the route leads to a field"
        info = part.model_fields[name]
    return TypeAdapter(info.rebuild_annotation())

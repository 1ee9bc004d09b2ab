"""The map of an import: which column becomes which field, in TOML."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from agendakit.config import Folder
from agendakit.model import KINDS
from agendakit.model.reflect import field_at
from agendakit.nearest import did_you_mean, joined, nearest
from agendakit.toml_words import in_plain_words, stopped_at

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


class MapError(ValueError):
    """A map that cannot be used; the message says what is wrong and what to do."""


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Rule(_Table):
    """How a field is filled.

    Attributes:
        column: Path of the column.
        template: Text with columns in braces, such as `{Title}, by {Author}`; used if each of them holds something.
        value: The same for every row.
        values: What to write for a value of the column, or for an item of a list; others are taken as they are.
        otherwise: What to write where the column's value is not among `values`.
        split: Text that separates the items of a list.
        slug: Whether items are made ids or tags.
        longest: Most characters; a longer text is cut at the end of a word. By default it is left out instead.
    """

    column: str = ""
    template: str = ""
    value: object = None
    values: dict[str, object] = {}
    otherwise: object = None
    split: str = ""
    slug: bool = False
    longest: Annotated[int, Field(ge=10)] | None = None


def _rule(value: object) -> object:
    """A bare text is a column, or a template where it has braces."""
    if not isinstance(value, str):
        return value
    return {"template": value} if "{" in value else {"column": value}


FieldRule = Annotated[Rule, BeforeValidator(_rule)]


class TableMap(_Table):
    """What the file says.

    Attributes:
        kind: Kind of the entries.
        stage: Stage of the entries; a table seldom has all that a published one needs.
        rows: Path to the list of rows; with `*` in it there are several lists, such as `*.issues`.
        folder: Folder of the entries below the catalogue; by default the agenda's, or the usual one.
        key: Column that tells rows apart, also when the table changes; by default the title.
        id: Column or template that ids are made of; by default the title.
        fields: Rule by field; a nested field by its dotted name, such as `source.url`.
        sections: Template by heading of the body.
        unused: Columns that are left out on purpose.
        only: Only rows in which a column has one of these values.
    """

    kind: Literal["agenda", "project", "concept"] = "project"
    stage: Literal["draft", "published"] = "draft"
    rows: str = ""
    folder: Folder | None = None
    key: str = ""
    id: FieldRule | None = None
    fields: dict[str, FieldRule]
    sections: dict[str, str] = {}
    unused: list[str] = []
    only: dict[str, list[str]] = {}


_FORMS = {
    "string_type": "a text in quotes",
    "int_type": "a whole number",
    "bool_type": "`true` or `false`, without quotes",
    "list_type": "a list in `[…]`",
    "dict_type": 'a table of its own, such as `{ key = "value" }`',
}
"""What to write, by pydantic's name for the error."""


def parse(text: str) -> TableMap:
    """Read a map.

    Raises:
        MapError: it is no TOML, or a key or a value is none that a map has.
    """
    try:
        data = tomllib.loads(text.removeprefix("\ufeff"))
        found = TableMap.model_validate(data)
    except tomllib.TOMLDecodeError as error:
        place = stopped_at(str(error))
        where = f" (line {place[0]}, column {place[1]})" if place else " (at its end)"
        raise MapError(f"It is not TOML{where}. {in_plain_words(str(error))}") from None
    except ValidationError as error:
        # A table under a wrong name is missing, too: its name says more.
        raise MapError(_words(min(error.errors(), key=lambda one: one["type"] != "extra_forbidden"))) from None
    for name in found.fields:
        if field_at(found.kind, tuple(name.split("."))) is None and not name.startswith("extra."):
            suggestion = did_you_mean(nearest(name, KINDS[found.kind].model_fields))
            raise MapError(f"`fields.{name}`: a {found.kind} has no such field. {suggestion}".rstrip())
    if "title" not in found.fields:
        raise MapError("`fields.title` is missing: say which column holds the title.")
    return found


def _words(error: ErrorDetails) -> str:
    """What is wrong with a key, and what to write."""
    where, context = ".".join(str(step) for step in error["loc"]), error.get("ctx", {})
    match error["type"]:
        case "extra_forbidden":
            words = f"is no key of a map. {_instead(error['loc'])}"
        case "missing":
            return f"`[{where}]` is missing: say there which column holds which field."
        case "literal_error":
            words = f"has to be {context['expected'].replace(chr(39), '`')}."
        case "greater_than_equal":
            words = f"has to be {context['ge']} at least."
        case "value_error":
            words = f"cannot be used: {error['msg'].removeprefix('Value error, ')}."
        case "model_type":
            words = "has to be a column's name or a template in quotes, or a table such as `{ value = 3 }`."
        case other:
            words = f"has a value of another kind than it takes; write {_FORMS.get(other, 'another')}."
    return f"`{where}` {words}"


def _instead(route: tuple[int | str, ...]) -> str:
    """The keys that there are where a route names none."""
    inside = route[0] in ("fields", "id") and len(route) > 1
    known = list((Rule if inside else TableMap).model_fields)
    return did_you_mean(nearest(str(route[-1]), known)) or f"The keys there are {joined(known)}."

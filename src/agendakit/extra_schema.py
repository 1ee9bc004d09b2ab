"""The catalogue's own JSON Schema for `extra`; the only user of jsonschema.

Source: https://json-schema.org/draft/2020-12. No reference is fetched: a schema may only refer to itself.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from agendakit.diagnostic import Route

_MAX_WORDS = 200


class ExtraSchemaError(Exception):
    """The schema itself cannot be used; the message says why."""


@dataclass(frozen=True, slots=True)
class ExtraProblem:
    """One thing that the schema refuses, with the route below `extra`."""

    route: Route
    message: str


@dataclass(frozen=True, slots=True)
class ExtraSchema:
    """A schema that was read and found to be one."""

    schema: Mapping[str, object]

    def problems(self, value: object) -> Iterator[ExtraProblem]:
        """What the schema refuses in a value, in the order of the value."""
        from jsonschema import Draft202012Validator  # noqa: PLC0415  # 180 ms that most catalogues do not need
        from jsonschema.validators import validator_for  # noqa: PLC0415
        from referencing.exceptions import Unresolvable  # noqa: PLC0415

        validator = validator_for(self.schema, default=Draft202012Validator)(self.schema)
        try:
            errors = sorted(
                validator.iter_errors(cast("Any", value)), key=lambda error: [str(step) for step in error.absolute_path]
            )
        except (Unresolvable, RecursionError, re.error):
            yield ExtraProblem((), "the schema refers to something outside itself, or to itself without end")
            return
        for error in errors:
            yield ExtraProblem(tuple(error.absolute_path), error.message[:_MAX_WORDS].rstrip("."))


def parse(text: str) -> ExtraSchema:
    """Read a schema.

    Raises:
        ExtraSchemaError: it is no JSON, or no JSON Schema.
    """
    from jsonschema import Draft202012Validator, SchemaError  # noqa: PLC0415  # as above
    from jsonschema.validators import validator_for  # noqa: PLC0415

    try:
        schema = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise ExtraSchemaError(f"it is not JSON: {error}") from None
    if not isinstance(schema, dict):
        raise ExtraSchemaError("it is no JSON Schema: an object is expected")
    try:
        validator_for(schema, default=Draft202012Validator).check_schema(schema)
    except SchemaError as error:
        raise ExtraSchemaError(f"it is no JSON Schema: {error.message}") from None
    return ExtraSchema(schema)

"""The shapes that fields are built from: a part, an optional value, a list, a shorthand."""

from dataclasses import dataclass
from typing import Annotated, TypeVar, cast, get_args

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

T = TypeVar("T")


def _written_as(schema: CoreSchema) -> core_schema.SerSchema:
    """Serialization of what is stored, where that is not what was read."""
    return core_schema.plain_serializer_function_ser_schema(_unchanged, return_schema=schema)


def _unchanged(value: object) -> object:
    return value


class Part(BaseModel):
    """A piece of an entry: immutable, without conversions between types, without unknown keys."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", defer_build=True)


@dataclass(frozen=True, slots=True)
class _NotNull:
    """Leaves a field out or gives it a value: an empty key is a mistake, though the attribute may be None."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        schema = handler(source)
        if schema["type"] != "nullable":
            raise TypeError(f"{source!r} has no None to take away")
        return cast("CoreSchema", {**schema["schema"], "serialization": _written_as(schema)})


@dataclass(frozen=True, slots=True)
class Listed:
    """Reads a list and stores a tuple.

    pydantic's own tuple counts an item that failed as missing and says "too short" besides.
    """

    least: int = 0

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        item = handler.generate_schema(get_args(source)[0])
        return core_schema.no_info_after_validator_function(
            tuple,
            core_schema.list_schema(item, min_length=self.least, strict=False),
            serialization=_written_as(core_schema.tuple_variable_schema(item)),
        )


@dataclass(frozen=True, slots=True)
class Shorthand:
    """Where an object would hold only one key, its bare text will do: `name` for `{key: name}`."""

    key: str

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._written_out, handler(source))

    def _written_out(self, value: object) -> object:
        """Numbers too, so that the error says that a text is expected."""
        return {self.key: value} if isinstance(value, str | int | float) else value


Maybe = Annotated[T | None, _NotNull()]
"""A field that may be left out, and is None then; `null` is refused."""

Many = Annotated[tuple[T, ...], Listed()]
"""A list, stored as a tuple."""

Some = Annotated[tuple[T, ...], Listed(1)]
"""A list of one thing at least, stored as a tuple."""

"""What an annotated field consists of, once its optional, list and marker layers are taken off."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Annotated, TypeVar, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from agendakit.model.shapes import Part

M = TypeVar("M")


@dataclass(frozen=True, slots=True, kw_only=True)
class Anatomy:
    """A field laid open.

    Attributes:
        item: The type inside, such as `str`, a `Literal` or a model.
        many: Whether the field is a list of these.
        markers: What stood beside the types in `Annotated`, outermost first.
    """

    item: object
    many: bool
    markers: tuple[object, ...]

    @property
    def part(self) -> type[Part] | None:
        """The model inside, if there is one."""
        return self.item if isinstance(self.item, type) and issubclass(self.item, Part) else None

    def marker(self, kind: type[M]) -> M | None:
        """The outermost marker of a type."""
        return next(self.marked(kind), None)

    def marked(self, kind: type[M]) -> Iterator[M]:
        """All markers of a type, outermost first."""
        return (marker for marker in self.markers if isinstance(marker, kind))


def anatomy_of(info: FieldInfo) -> Anatomy:
    """Lay open a field of a model."""
    hint: object = info.annotation
    markers = list(info.metadata)
    many = False
    while True:
        origin = get_origin(hint)
        if origin is Annotated:
            hint, *more = get_args(hint)
            markers += more
        elif origin in (Union, UnionType):
            (hint,) = (option for option in get_args(hint) if option is not NoneType)
        elif origin is tuple:
            many = True
            hint = get_args(hint)[0]
        else:
            return Anatomy(item=hint, many=many, markers=tuple(markers))

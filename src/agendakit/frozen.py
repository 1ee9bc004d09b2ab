"""Frozen dataclasses at a fifth of the standard library's price, which every start of the command pays anew.

`dataclasses` writes the source of six methods for each class and compiles them one by one: 0.5 ms a class, and a start
makes seventy. Here `__init__` alone is compiled, and the other methods are shared. `fields`, `replace`, `match` and
`pickle` work as ever, and to a type checker it is the standard library's own.
"""

from __future__ import annotations

import dataclasses
import operator
from dataclasses import MISSING, FrozenInstanceError, fields
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass
else:

    def dataclass(**options: bool) -> Callable[[type], type]:
        """Make a class a dataclass; `frozen=True` has to be among the options."""
        return lambda cls: _made(cls, **options)


__all__ = ["dataclass"]

_LATER = object()
"""Stands in a signature for what a factory makes anew at each call."""


def _made(  # noqa: PLR0913  # the options of the standard library's
    cls: type, *, frozen: bool, slots: bool = False, kw_only: bool = False, eq: bool = True, order: bool = False
) -> type:
    assert frozen, "a dataclass that can change is made by the standard library"
    own = set(vars(cls))
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)(cls)
    methods = {"__init__": _init(made), "__repr__": _repr, "__setattr__": _refuse, "__delattr__": _refuse}
    if eq:
        methods |= _comparisons(made, order=order)
    if slots:
        methods |= {"__getstate__": _state, "__setstate__": _restore}
    for name in methods.keys() - own:
        setattr(made, name, methods[name])
    return made  # type: ignore[no-any-return]  # a dataclass decorator gives a class


def _init(cls: Any) -> Callable[..., None]:
    known: dict[str, object] = {"_set": object.__setattr__, "_LATER": _LATER}
    parameters, keywords, body = ["self"], ["*"], ["pass"]
    for field in fields(cls):
        if not field.init:
            continue
        name = parameter = value = field.name
        if field.default is not MISSING:
            known[f"_default_{name}"] = field.default
            parameter = f"{name}=_default_{name}"
        elif field.default_factory is not MISSING:
            known[f"_make_{name}"] = field.default_factory
            parameter, value = f"{name}=_LATER", f"_make_{name}() if {name} is _LATER else {name}"
        (keywords if field.kw_only else parameters).append(parameter)
        body.append(f"_set(self, {name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        body.append("self.__post_init__()")
    signature = ", ".join(parameters + keywords if len(keywords) > 1 else parameters)
    source = "\n ".join((f"def __init__({signature}):", *body))
    exec(source, known)  # noqa: S102  # made of the names of fields, as in `dataclasses`
    init: Any = known["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init  # type: ignore[no-any-return]  # it was made two lines above


def _comparisons(cls: Any, *, order: bool) -> dict[str, Callable[..., object]]:
    compared = [field.name for field in fields(cls) if field.compare]
    key: Callable[[object], Any] = operator.attrgetter(*compared) if compared else type

    def asked(compare: Callable[[Any, Any], object]) -> Callable[[object, object], object]:
        return lambda one, other: compare(key(one), key(other)) if other.__class__ is one.__class__ else NotImplemented

    ordered = (operator.lt, operator.le, operator.gt, operator.ge) if order else ()
    methods: dict[str, Callable[..., object]] = {f"__{one.__name__}__": asked(one) for one in (operator.eq, *ordered)}
    return methods | {"__hash__": lambda self: hash(key(self))}


def _repr(self: Any) -> str:
    shown = (f"{field.name}={getattr(self, field.name)!r}" for field in fields(self) if field.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse(self: object, name: str, *_: object) -> None:
    raise FrozenInstanceError(f"cannot change field {name!r} of {type(self).__qualname__}")


def _state(self: Any) -> list[object]:
    return [getattr(self, field.name) for field in fields(self)]


def _restore(self: Any, state: list[object]) -> None:
    for field, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)

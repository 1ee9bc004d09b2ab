"""The docstrings of fields, read from the source since Python keeps them nowhere."""

import ast
import inspect
import textwrap
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from types import MappingProxyType

from agendakit.model.shapes import Part


@cache
def docs_of(model: type[Part]) -> Mapping[str, str]:
    """The docstring of each field on one line, by name; a subclass that has none of its own takes its parent's.

    Costs a parse of the classes' source, some milliseconds the first time.
    """
    docs: dict[str, str] = {}
    for cls in reversed(model.__mro__):
        if issubclass(cls, Part):
            docs |= dict(_documented(cls))
    return MappingProxyType(docs)


def _documented(cls: type[Part]) -> Iterator[tuple[str, str]]:
    definition = ast.parse(textwrap.dedent(inspect.getsource(cls))).body[0]
    body = definition.body if isinstance(definition, ast.ClassDef) else []
    for statement, after in pairwise(body):
        match statement, after:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(doc))):
                yield name, " ".join(doc.split())

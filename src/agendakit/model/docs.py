"""The docstrings of fields, read from the source since Python keeps them nowhere."""

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from types import MappingProxyType

from agendakit.model.shapes import Part


@cache
def docs_of(model: type[Part]) -> Mapping[str, str]:
    """The docstring of each field on one line, by name; a subclass that has none of its own takes its parent's.

    Costs a parse of the modules that define the model, some milliseconds the first time.
    """
    docs: dict[str, str] = {}
    for cls in reversed(model.__mro__):
        if issubclass(cls, Part):
            docs |= _module_docs(cls.__module__)[cls.__name__]
    return MappingProxyType(docs)


@cache
def _module_docs(module: str) -> Mapping[str, Mapping[str, str]]:
    """The docstrings of the fields of each class in a module."""
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {node.name: dict(_documented(node)) for node in tree.body if isinstance(node, ast.ClassDef)}


def _documented(definition: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for statement, after in pairwise(definition.body):
        match statement, after:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(doc))):
                yield name, " ".join(doc.split())

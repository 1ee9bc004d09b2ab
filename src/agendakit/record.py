"""A document decoded by the models: a record, a draft, or a reject with its reasons."""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pydantic import ValidationError

from agendakit.model import KINDS, Agenda, Concept, Entry, Project, model_for
from agendakit.model.scalars import LONGEST_SLUG, SLUG
from agendakit.model.shapes import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic_core import ErrorDetails

    from agendakit.diagnostic import Route
    from agendakit.document import Document
    from agendakit.frontmatter import FrontMatter

INDEX = "index"
_ID = re.compile(SLUG)
_KIND_LINE = re.compile(r"^kind:[ \t]*[\"']?(\w+)", re.MULTILINE)
_MAX_COERCIONS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaError:
    """One reason why the model refused the front matter.

    Attributes:
        route: To the value, or to where the missing one belongs; may name steps that the author did not write.
        code: pydantic's name for the kind of error, such as `missing` or `literal_error`.
        message: pydantic's words; raw material for a rule.
        context: Bounds, patterns and the like that the words speak of.
    """

    route: Route
    code: str
    message: str
    context: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """An entry that is whole.

    Attributes:
        coerced: Routes whose unquoted scalar YAML takes for a number or a boolean, read here as the text it is.
    """

    document: Document
    id: str
    entry: Entry
    coerced: tuple[Route, ...] = ()

    @property
    def kind(self) -> str:
        """`agenda`, `project` or `concept`."""
        return self.entry.kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An entry at the stage `draft`: what is missing of it holds `None` or an empty tuple."""

    document: Document
    id: str
    entry: Entry
    coerced: tuple[Route, ...] = ()

    @property
    def kind(self) -> str:
        """`agenda`, `project` or `concept`."""
        return self.entry.kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject:
    """An entry that could not be decoded.

    Attributes:
        kind: As far as it can be told, else empty.
        errors: Empty where the front matter itself could not be read.
    """

    document: Document
    id: str
    kind: str
    errors: tuple[SchemaError, ...]


def entry_id(document: Document) -> str:
    """Id that the file's name gives: its stem, or the folder's name for an `index.md`."""
    path = document.path
    return path.parent.name if path.stem == INDEX else path.stem


def is_id(name: str) -> bool:
    """Whether a name can be the id of an entry: lower-case letters, digits and single hyphens, 80 at most."""
    return len(name) <= LONGEST_SLUG and _ID.fullmatch(name) is not None


@lru_cache(maxsize=64)
def decode(document: Document) -> Record | Draft | Reject | None:
    """Decode one document; `None` for a plain page (no front matter, or one without `kind`).

    The last answers are kept, for rules ask again.
    """
    front = document.front
    if document.undecodable is not None or document.oversized:
        return _unreadable(document) or Reject(document=document, id=entry_id(document), kind="", errors=())
    if front is None:
        return None
    if not front.readable:
        return _unreadable(document)
    if "kind" not in front.values:
        return None
    kind = front.values["kind"]
    if not isinstance(kind, str) or kind not in KINDS:
        error = SchemaError(route=("kind",), code="literal_error", message="", context={})
        return Reject(document=document, id=entry_id(document), kind="", errors=(error,))
    return _decoded(document, front, kind)


def published(entry: Entry) -> bool:
    """Whether the entry stands on the public site, at the stage `published` or `retired`."""
    return entry.stage != "draft"


def readable_part(reject: Reject) -> Entry | None:
    """What of an entry is in order, as of a draft; `None` where even a draft would need more.

    Fields in which something is wrong are left out whole.
    """
    front = reject.document.front
    if front is None or not reject.kind or not reject.errors:
        return None
    wrong = {error.route[0] for error in reject.errors if error.route}
    sound = {name: value for name, value in front.values.items() if name not in wrong}
    try:
        return model_for(reject.kind, "draft").model_validate(sound)
    except ValidationError:
        return None


def _unreadable(document: Document) -> Reject | None:
    match = _KIND_LINE.search(document.text)
    if match is None:
        return None
    kind = match.group(1) if match.group(1) in KINDS else ""
    return Reject(document=document, id=entry_id(document), kind=kind, errors=())


def _decoded(document: Document, front: FrontMatter, kind: str) -> Record | Draft | Reject:
    stage = front.values.get("stage")
    model = model_for(kind, stage if isinstance(stage, str) else "published")
    values: object = front.values
    coerced: tuple[Route, ...] = ()
    name = entry_id(document)
    for _ in range(_MAX_COERCIONS):
        try:
            entry = model.model_validate(values)
        except ValidationError as error:
            errors = error.errors(include_url=False)
            texts = dict(_source_texts(document, front, errors))
            if not texts or set(texts) <= set(coerced):
                break
            coerced = (*coerced, *texts)
            values = _with_texts(values, texts)
            continue
        assert isinstance(entry, Agenda | Project | Concept)
        _share_names(entry)
        make = Draft if stage == "draft" else Record
        return make(document=document, id=name, entry=entry, coerced=coerced)
    found = tuple(_schema_error(front, error) for error in errors)
    return Reject(document=document, id=name, kind=kind, errors=found)


def _share_names(part: Part) -> None:
    """Let equal sets of field names be one set: pydantic gives each of a thousand authors a set of their own.

    The parts are frozen, so nobody adds to a set later.
    """
    object.__setattr__(part, "__pydantic_fields_set__", _shared(frozenset(part.__pydantic_fields_set__)))
    for value in vars(part).values():
        if isinstance(value, Part):
            _share_names(value)
        elif isinstance(value, tuple) and value and isinstance(value[0], Part):
            for item in value:
                _share_names(item)


@lru_cache(maxsize=1024)
def _shared(names: frozenset[str]) -> set[str]:
    return set(names)


def _source_texts(document: Document, front: FrontMatter, errors: list[ErrorDetails]) -> Iterator[tuple[Route, str]]:
    """Source of the unquoted scalars that stand where the model wants text."""
    for error in errors:
        route = _existing(front, error["loc"])
        value = front.value_at(route)
        if error["type"] in ("string_type", "literal_error") and isinstance(value, int | float):
            yield route, front.value_span(route).of(document.text)


def _with_texts(values: object, texts: Mapping[Route, str]) -> object:
    changed = copy.deepcopy(values)
    for route, text in texts.items():
        parent = changed
        for step in route[:-1]:
            parent = parent[step]  # type: ignore[index]  # the route exists, so each step is a collection
        parent[route[-1]] = text  # type: ignore[index]  # as above
    return changed


def _existing(front: FrontMatter, location: tuple[int | str, ...]) -> Route:
    """The steps of pydantic's location that stand in the file: tags of unions and shorthands are left out."""
    route: Route = ()
    for step in location:
        if front.has((*route, step)):
            route = (*route, step)
    return route


def _schema_error(front: FrontMatter, error: ErrorDetails) -> SchemaError:
    location = error["loc"]
    route = _existing(front, location)
    if error["type"] == "missing":
        route = (*_existing(front, location[:-1]), location[-1])
    return SchemaError(route=route, code=error["type"], message=error["msg"], context=error.get("ctx", {}))

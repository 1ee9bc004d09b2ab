"""The committed bibliography: CSL-JSON items, found by any spelling of their identifier.

Nothing is raised on what the file holds: an item that cannot be used becomes a `BadItem`.
Source: CSL-JSON, citation-style-language/schema, csl-data.json 1.0.2.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from agendakit.identifiers import Identifier, identify
from agendakit.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_DECODER = json.JSONDecoder()
_ID = re.compile(r'"id"\s*:\s*"((?:[^"\\]|\\.)+)"')
_WHITE_SPACE = " \t\r\n"


class Name(BaseModel):
    """Author of a work, as CSL-JSON names one."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    family: str = ""
    given: str = ""
    literal: str = ""
    particle: str = Field(default="", alias="non-dropping-particle")

    @property
    def full(self) -> str:
        """Name in reading order."""
        return self.literal or " ".join(part for part in (self.given, self.particle, self.family) if part)

    @property
    def short(self) -> str:
        """Family name, or the whole name of an organisation."""
        return self.literal or " ".join(part for part in (self.particle, self.family) if part) or self.given


class _Date(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    date_parts: tuple[Annotated[tuple[int | str, ...], Field(min_length=1)], ...] = Field(
        default=(), alias="date-parts"
    )
    raw: str = ""


class _Custom(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    retracted: bool = False


class Item(BaseModel):
    """One work; the fields that the kit reads, the rest stays in `Paper.data`."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    id: str = Field(min_length=1)
    type: str = Field(min_length=1)
    title: str = Field(min_length=1)
    author: tuple[Name, ...] = ()
    issued: _Date = Field(default_factory=_Date)  # made when it is needed, as the models are
    url: str = Field(default="", alias="URL")
    doi: str = Field(default="", alias="DOI")
    container: str = Field(default="", alias="container-title")
    publisher: str = ""
    custom: _Custom = Field(default_factory=_Custom)

    @property
    def year(self) -> str:
        """Year of publication, empty where it is not known."""
        return str(self.issued.date_parts[0][0]) if self.issued.date_parts else self.issued.raw[:4]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """An item with its place in the file and all of its data.

    Attributes:
        id_span: Where its id is written, without the quotes.
    """

    item: Item
    data: Mapping[str, object] = field(repr=False)
    span: Span
    id_span: Span

    @property
    def id(self) -> str:
        """Identifier under which the bibliography lists it."""
        return self.item.id


@dataclass(frozen=True, slots=True)
class BadItem:
    """A place in the file that cannot be used, with the reason in plain words."""

    span: Span
    reason: str
    ends: bool = False
    """Whether nothing behind it could be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bibliography:
    """All papers that entries may name.

    Attributes:
        papers: In the order of the file.
        problems: What could not be read, in the order of the file.
        whole: Whether every item was reached; not so behind a syntax error.
    """

    papers: tuple[Paper, ...] = ()
    problems: tuple[BadItem, ...] = ()
    whole: bool = True
    _index: Mapping[str, Paper] = field(default_factory=dict, repr=False)

    def find(self, ref: str) -> Paper | None:
        """Paper that an entry's ref names, whatever its spelling; constant time."""
        identifier = identify(ref)
        return self._index.get(identifier.key) if isinstance(identifier, Identifier) else None


def parse(text: str) -> Bibliography:
    """Read `papers.json`."""
    papers: list[Paper] = []
    problems: list[BadItem] = []
    index: dict[str, Paper] = {}
    for found in _items(text):
        if isinstance(found, BadItem):
            problems.append(found)
            continue
        papers.append(found)
        for key in _keys(found.item):
            index.setdefault(key, found)
    whole = not any(problem.ends for problem in problems)
    problems += _doubled(papers)
    return Bibliography(papers=tuple(papers), problems=tuple(problems), whole=whole, _index=index)


def _keys(item: Item) -> Iterator[str]:
    for name in (item.id, f"doi:{item.doi}" if item.doi else "", item.url):
        identifier = identify(name) if name else None
        if isinstance(identifier, Identifier):
            yield identifier.key


def _doubled(papers: list[Paper]) -> Iterator[BadItem]:
    seen: set[str] = set()
    for paper in papers:
        identifier = identify(paper.id)
        key = identifier.key if isinstance(identifier, Identifier) else paper.id
        if key in seen:
            yield BadItem(paper.span, f"lists `{paper.id}` a second time")
        seen.add(key)


def _items(text: str) -> Iterator[Paper | BadItem]:
    """Items one by one, so that each has a place; reading ends at the first syntax error."""
    at = _skip(text, 1 if text.startswith("\ufeff") else 0)
    if text[at : at + 1] != "[":
        yield BadItem(_point(text, at), "is no JSON array of CSL-JSON items", ends=True)
        return
    at = _skip(text, at + 1)
    while at < len(text) and text[at] != "]":
        try:
            data, end = _DECODER.raw_decode(text, at)
        except json.JSONDecodeError as error:
            yield BadItem(_point(text, error.pos), f"is not JSON: {error.msg[:1].lower()}{error.msg[1:]}", ends=True)
            return
        except (RecursionError, ValueError):
            yield BadItem(_point(text, at), "is nested too deeply, or holds a number that is too long", ends=True)
            return
        yield _item(data, Span(at, end), text)
        at = _skip(text, end)
        if text[at : at + 1] == ",":
            at = _skip(text, at + 1)
        elif text[at : at + 1] != "]":
            yield BadItem(_point(text, at), "is not JSON: a comma or the closing `]` is missing", ends=True)
            return
    if at >= len(text):
        yield BadItem(_point(text, at), "is not JSON: the closing `]` is missing", ends=True)


def _item(data: object, span: Span, text: str) -> Paper | BadItem:
    if not isinstance(data, dict):
        return BadItem(span, "holds something that is no CSL-JSON item")
    try:
        return Paper(item=Item.model_validate(data), data=data, span=span, id_span=_id_span(text, span))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(step) for step in first["loc"])
        words = "is missing" if first["type"] == "missing" else "has no value of the kind that CSL-JSON asks for"
        return BadItem(span, f"holds an item whose `{where}` {words}")


def _id_span(text: str, span: Span) -> Span:
    written = _ID.search(text, span.start, span.end)
    return Span(*written.span(1)) if written else span


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in _WHITE_SPACE:
        at += 1
    return at


def _point(text: str, at: int) -> Span:
    start = max(min(at, len(text) - 1), 0)
    return Span(start, min(start + 1, len(text)))

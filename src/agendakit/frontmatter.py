"""YAML front matter as values with the span of every key and value.

YAML 1.2 core types, read from libyaml's event stream in one pass. Nothing is raised on what an author wrote:
what cannot be read becomes a `Problem`. Offsets are in code points of the whole file.

Source: YAML 1.2.2, section 10.3 (core schema).
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import lru_cache
from typing import TYPE_CHECKING

import yaml

from agendakit.routes import nodes, number_of, value_at
from agendakit.text import BYTE_ORDER_MARK, Span
from agendakit.yaml_scalars import resolve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from agendakit.diagnostic import Route

MAX_CHARACTERS = 64 * 1024
MAX_DEPTH = 20
MAX_NODES = 2_000

_FENCE = re.compile(r"---[ \t]*(?:\r\n|\n|\r|\Z)")
_CLOSING_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_OPENED = re.compile("quoted scalar|flow sequence|flow mapping")
"""Contexts of an error that show better where something was opened than where the text ran out."""
_BLOCK_STYLES = ("|", ">")
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
# Line breaks of YAML 1.1 that no editor shows would move every later line; controls stop the scanner. Each is
# replaced by one space, so offsets stay true; the rule `hidden-character` reports the original.
_UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


class ProblemKind(Enum):
    """What keeps front matter from being read, or from being plain data."""

    UNCLOSED_FENCE = auto()
    SYNTAX = auto()
    NOT_A_MAPPING = auto()
    COMPLEX_KEY = auto()
    DUPLICATE_KEY = auto()
    ANCHOR = auto()
    ALIAS = auto()
    TAG = auto()
    MERGE_KEY = auto()
    SECOND_DOCUMENT = auto()
    DIRECTIVE = auto()
    TOO_LONG = auto()
    TOO_DEEP = auto()
    TOO_MANY_NODES = auto()


FATAL = frozenset(
    {
        ProblemKind.UNCLOSED_FENCE,
        ProblemKind.SYNTAX,
        ProblemKind.NOT_A_MAPPING,
        ProblemKind.TOO_LONG,
        ProblemKind.TOO_DEEP,
        ProblemKind.TOO_MANY_NODES,
    }
)
"""Kinds after which the values are incomplete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that YAML, or our part of it, does not take.

    Attributes:
        detail: The parser's own words, or the key concerned; raw material for a rule, not for an author.
        first: Where a doubled key stands for the first time.
        route: The way to the key or value, as far as it was known.
    """

    kind: ProblemKind
    span: Span
    detail: str = ""
    first: Span | None = None
    route: Route = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FrontMatter:
    """Front matter of one file.

    Attributes:
        values: Plain data (dict, list, str, int, float, bool, None); empty where a fatal problem stands.
        problems: In the order of the text.
        source: Span between the fences.
        body: Offset of the first character after the closing fence.
    """

    values: dict[str, object]
    problems: tuple[Problem, ...]
    source: Span
    body: int
    _spans: array[int] = field(default_factory=lambda: array("I"), repr=False)

    @property
    def readable(self) -> bool:
        """Whether the values are all that the author wrote."""
        return not any(problem.kind in FATAL for problem in self.problems)

    def value_span(self, route: Route) -> Span:
        """Span of the value at a route, or of the nearest thing above it that exists."""
        return self._span(route, 2)

    def key_span(self, route: Route) -> Span:
        """Span of the key that leads to a route (of the item itself in a list), or of what is above it."""
        return self._span(route, 0)

    def has(self, route: Route) -> bool:
        """Whether the author wrote something at this route."""
        return number_of(self.values, route)[1] == len(route)

    def value_at(self, route: Route) -> object:
        """Value at a route, `None` where there is none."""
        return value_at(self.values, route)

    def scalars(self) -> Iterator[tuple[Route, object, Span]]:
        """Every scalar value with route and span, in the order of the text."""
        return iter(_scalars(self))

    def nodes(self) -> Iterator[tuple[Route, object, Span, Span]]:
        """Every value with route, span of the key that leads to it (in a list, the item's own) and its own span.

        A collection comes before what is in it; the first is the whole.
        """
        spans = self._spans
        if not spans:
            return
        for number, (route, value) in enumerate(nodes(self.values)):
            key_start, key_end, start, end = spans[4 * number : 4 * number + 4]
            yield route, value, Span(key_start, key_end), Span(start, end)

    def _span(self, route: Route, first: int) -> Span:
        if not self._spans:
            return Span(self.source.start, self.source.start)
        number, found = number_of(self.values, route)
        if found < len(route) and number == 0:
            return Span(self.source.start, self.source.start)
        at = 4 * number
        span = Span(*self._spans[at : at + 2])
        # An item of a list that begins with a collection has no key of its own.
        if span.start == span.end or (first and found == len(route)):
            return Span(*self._spans[at + 2 : at + 4])
        return span


def split(text: str) -> tuple[Span | None, int]:
    """Find the front matter: span between the fences, and where the body begins.

    The span is `None` where the text does not begin with a fence; it reaches the end where none closes it, and
    the body is then ``len(text) + 1``.
    """
    start = 1 if text.startswith(BYTE_ORDER_MARK) else 0
    opening = _FENCE.match(text, start)
    if opening is None:
        return None, start
    closing = _CLOSING_FENCE.search(_line_feeds(text), opening.end())
    if closing is None:
        return Span(opening.end(), len(text)), len(text) + 1
    end = closing.end()
    end += 2 if text.startswith("\r\n", end) else 1 if end < len(text) else 0
    return Span(opening.end(), closing.start()), end


def parse(text: str) -> FrontMatter | None:
    """Read the front matter of a file; `None` where it has none. Linear in its length, bounded before it is read."""
    source, body = split(text)
    if source is None:
        return None
    if body > len(text):
        fence = Span(text.index("---"), text.index("---") + 3)
        problem = Problem(kind=ProblemKind.UNCLOSED_FENCE, span=fence)
        return FrontMatter(values={}, problems=(problem,), source=Span(fence.end, fence.end), body=len(text))
    if source.end - source.start > MAX_CHARACTERS:
        span = Span(source.start + MAX_CHARACTERS, source.start + MAX_CHARACTERS + 1)
        problem = Problem(kind=ProblemKind.TOO_LONG, span=span)
        return FrontMatter(values={}, problems=(problem,), source=source, body=body)
    reader = _Reader(text, source)
    values = reader.read()
    return FrontMatter(
        values=values if isinstance(values, dict) else {},
        problems=tuple(sorted(reader.problems, key=lambda problem: problem.span)),
        source=source,
        body=body,
        _spans=reader.spans if isinstance(values, dict) else array("I"),
    )


class _StopReadingError(Exception):
    """Reading ends here; the reason already stands among the problems."""


class _Reader:
    """One pass over the events of one front matter; the parser keeps no recursion, so depth is bounded while reading.

    Attributes:
        spans: Four offsets for each node: of its key, and of itself.
        last: Where the last value ended.
    """

    def __init__(self, text: str, source: Span) -> None:
        self.text = text
        self.base = source.start
        self.source = source
        self.problems: list[Problem] = []
        self.spans: array[int] = array("I")
        self.nodes = 0
        self.last = source.start
        self.loader = _LOADER(_UNREADABLE.sub(" ", source.of(text)))
        self.event: Callable[[], yaml.Event] = self.loader.get_event

    def read(self) -> object:
        """Values of the first document, `None` where it is no mapping or cannot be read to its end."""
        try:
            return self._document()
        except _StopReadingError:
            return None
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            if error.context and _OPENED.search(error.context):
                mark = error.context_mark or mark
            self._add(ProblemKind.SYNTAX, self._near(mark.index if mark else 0), detail=_words(error))
        except (yaml.YAMLError, ValueError, KeyError, AttributeError, RecursionError, OverflowError) as error:
            self._add(ProblemKind.SYNTAX, self._near(0), detail=str(error))
        finally:
            self.loader.dispose()
        return None

    def _document(self) -> object:
        self.event()
        start = self.event()
        if not isinstance(start, yaml.DocumentStartEvent):
            return {}
        if start.version or start.tags:
            self._add(ProblemKind.DIRECTIVE, Span(self.base, self.base + 1))
        event = self.event()
        if not isinstance(event, yaml.MappingStartEvent):
            self._add(ProblemKind.NOT_A_MAPPING, Span(*self._place(event)))
            raise _StopReadingError
        values = self._value(event, (), self._place(event), 1)
        self.event()
        following = self.event()
        if isinstance(following, yaml.DocumentStartEvent):
            self._add(ProblemKind.SECOND_DOCUMENT, Span(*self._place(following)))
        return values

    def _value(self, event: yaml.Event, route: Route, key: tuple[int, int], depth: int) -> object:
        self.nodes += 1
        place = self._place(event)
        if self.nodes > MAX_NODES:
            self._add(ProblemKind.TOO_MANY_NODES, Span(*place), route=route)
            raise _StopReadingError
        if depth > MAX_DEPTH:
            self._add(ProblemKind.TOO_DEEP, Span(*place), route=route)
            raise _StopReadingError
        if getattr(event, "anchor", None) is not None or getattr(event, "tag", None) is not None:
            self._add_decoration(event, Span(*place), route)
        at = len(self.spans)
        self.spans.extend((*key, *place))
        self.last = place[1]
        if isinstance(event, yaml.ScalarEvent):
            return resolve(event.value) if event.implicit[0] else event.value
        if isinstance(event, yaml.AliasEvent):
            return None
        value: object
        if isinstance(event, yaml.MappingStartEvent):
            value, end = self._mapping(route, depth)
        else:
            value, end = self._sequence(route, depth)
        # libyaml ends a block where the next token begins, behind white space and comments: it ends with its last item.
        self.last = self.spans[at + 3] = end if getattr(event, "flow_style", False) else max(self.last, place[0])
        return value

    def _mapping(self, route: Route, depth: int) -> tuple[dict[str, object], int]:
        values: dict[str, object] = {}
        firsts: dict[str, int] = {}
        while not isinstance(event := self.event(), yaml.MappingEndEvent):
            key = self._place(event)
            name = self._key(event, key, route)
            known = len(self.spans)
            value = self._value(self.event(), (*route, name), key, depth + 1)
            if name not in values:
                values[name] = value
                firsts[name] = known
                continue
            del self.spans[known:]
            first = Span(*self.spans[firsts[name] : firsts[name] + 2])
            self._add(ProblemKind.DUPLICATE_KEY, Span(*key), detail=name, first=first, route=(*route, name))
        return values, self._place(event)[1]

    def _sequence(self, route: Route, depth: int) -> tuple[list[object], int]:
        values: list[object] = []
        while not isinstance(event := self.event(), yaml.SequenceEndEvent):
            values.append(self._value(event, (*route, len(values)), self._place(event), depth + 1))
        return values, self._place(event)[1]

    def _key(self, event: yaml.Event, place: tuple[int, int], route: Route) -> str:
        if isinstance(event, yaml.ScalarEvent) and event.anchor is None and event.tag is None and event.value != "<<":
            return event.value
        span = Span(*place)
        self._add_decoration(event, span, route)
        if isinstance(event, yaml.ScalarEvent):
            if event.value == "<<" and event.implicit[0]:
                self._add(ProblemKind.MERGE_KEY, span, route=route)
            return event.value
        if isinstance(event, yaml.AliasEvent):
            return span.of(self.text)
        self._add(ProblemKind.COMPLEX_KEY, span, route=route)
        depth = 1
        while depth:
            inner = self.event()
            depth += isinstance(inner, yaml.CollectionStartEvent) - isinstance(inner, yaml.CollectionEndEvent)
        return span.of(self.text)

    def _add_decoration(self, event: yaml.Event, span: Span, route: Route) -> None:
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor is not None:
            kind = ProblemKind.ALIAS if isinstance(event, yaml.AliasEvent) else ProblemKind.ANCHOR
            self._add(kind, span, detail=anchor, route=route)
        if tag is not None:
            self._add(ProblemKind.TAG, span, detail=tag, route=route)

    def _place(self, event: yaml.Event) -> tuple[int, int]:
        """Offsets of an event; a block scalar ends before the white space behind it."""
        assert event.start_mark is not None
        assert event.end_mark is not None
        start, end = event.start_mark.index + self.base, event.end_mark.index + self.base
        if isinstance(event, yaml.ScalarEvent) and event.style in _BLOCK_STYLES:
            end = start + len(self.text[start:end].rstrip())
        return start, max(start, end)

    def _near(self, index: int) -> Span:
        """A character to point at: the one at an index, or the last before it that is not a break."""
        at = min(self.base + index, self.source.end)
        while at > self.base and (at >= self.source.end or self.text[at] in "\r\n"):
            at -= 1
        return Span(at, min(at + 1, len(self.text)))

    def _add(
        self, kind: ProblemKind, span: Span, *, detail: str = "", first: Span | None = None, route: Route = ()
    ) -> None:
        self.problems.append(Problem(kind=kind, span=span, detail=detail, first=first, route=route))


@lru_cache(maxsize=1)
def _scalars(front: FrontMatter) -> tuple[tuple[Route, object, Span], ...]:
    """Scalars of a front matter. The last answer is kept: rule after rule asks for those of the same file."""
    return tuple((route, value, span) for route, value, _, span in front.nodes() if not isinstance(value, dict | list))


def _words(error: yaml.MarkedYAMLError) -> str:
    return " ".join(part for part in (error.context, error.problem) if part)


def _line_feeds(text: str) -> str:
    """The same text with a line feed for each lone carriage return and before each pair, offsets unchanged."""
    return text.replace("\r\n", "\n\n").replace("\r", "\n") if "\r" in text else text

"""YAML front matter as values with the span of every key and value.

Nothing is raised on what an author wrote: what cannot be read becomes a `Problem`. Offsets are in code points of the
whole file.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from agendakit import plain_yaml
from agendakit.routes import nodes, number_of, value_at
from agendakit.text import BYTE_ORDER_MARK, Span, is_printable
from agendakit.yaml_problem import FATAL, Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.diagnostic import Route

MAX_CHARACTERS = 64 * 1024
_FENCE = re.compile(r"---[ \t]*(?:\r\n|\n|\r|\Z)")
_CLOSING_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FrontMatter:
    """Front matter of one file.

    Attributes:
        values: Plain data (dict, list, str, int, float, bool, None); empty where a fatal problem stands.
        problems: In the order of the text.
        source: Span between the fences.
        body: Offset of the first character after the closing fence.
        names: Every key of every mapping.
        plain: Every text that stands without quotes.
    """

    values: dict[str, object]
    problems: tuple[Problem, ...]
    source: Span
    body: int
    names: frozenset[str] = frozenset()
    plain: tuple[str, ...] = ()
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
    closing = _CLOSING_FENCE.search(_line_feeds(text), _near_fence(text, opening.end()))
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
    inner = source.of(text)
    plain = plain_yaml.read(inner, source.start) if is_printable(inner) else None
    if plain is not None:
        return FrontMatter(
            values=plain.values,
            problems=(),
            source=source,
            body=body,
            names=frozenset(plain.names),
            plain=tuple(plain.texts),
            _spans=array("I", plain.spans),
        )
    from agendakit.yaml_reader import YamlReader  # noqa: PLC0415  # dear, and few files need it

    reader = YamlReader(text, source)
    values = reader.read()
    return FrontMatter(
        values=values if isinstance(values, dict) else {},
        problems=tuple(sorted(reader.problems, key=lambda problem: problem.span)),
        source=source,
        body=body,
        names=frozenset(reader.names if isinstance(values, dict) else ()),
        plain=tuple(reader.plain if isinstance(values, dict) else ()),
        _spans=array("I", reader.spans if isinstance(values, dict) else ()),
    )


@lru_cache(maxsize=1)
def _scalars(front: FrontMatter) -> tuple[tuple[Route, object, Span], ...]:
    """Scalars of a front matter. The last answer is kept: rule after rule asks for those of the same file."""
    return tuple((route, value, span) for route, value, _, span in front.nodes() if not isinstance(value, dict | list))


def _near_fence(text: str, start: int) -> int:
    """Where to begin the search for the closing fence; nothing before it looks like one."""
    # A plain search is many times quicker than a pattern that is tried on every line.
    found = text.find("---", start)
    return max(start, found - 1) if found >= 0 else len(text)


def _line_feeds(text: str) -> str:
    """The same text with a line feed for each lone carriage return and before each pair, offsets unchanged."""
    return text.replace("\r\n", "\n\n").replace("\r", "\n") if "\r" in text else text

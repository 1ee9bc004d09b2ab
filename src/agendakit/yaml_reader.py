"""One pass over libyaml's events, which gives values, the span of every key and value, and problems.

YAML 1.2 core types. Nothing is raised on what an author wrote. Source: YAML 1.2.2, section 10.3 (core schema).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeGuard

import yaml

from agendakit.text import Span, is_printable
from agendakit.yaml_problem import MAX_DEPTH, MAX_NODES, Problem, ProblemKind
from agendakit.yaml_scalars import resolve

if TYPE_CHECKING:
    from collections.abc import Callable

    from agendakit.diagnostic import Route

_OPENED = re.compile("quoted scalar|flow sequence|flow mapping|simple key")
"""Contexts of an error that show better where something was opened than where the text ran out."""
_AT_THE_SPOT = re.compile("escape character|hexdecimal number")
"""Problems that show better where they are than where the text around them was opened; the spelling is libyaml's."""
_BLOCK_STYLES = ("|", ">")
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
# Line breaks of YAML 1.1 that no editor shows would move every later line; controls stop the scanner. Each is
# replaced by one space, so offsets stay true; the rule `hidden-character` reports the original.
_UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


class _StopReadingError(Exception):
    """Reading ends here; the reason already stands among the problems."""


class YamlReader:
    """One pass over the events of one front matter; the parser keeps no recursion, so depth is bounded while reading.

    Attributes:
        spans: Four offsets for each node: of its key, and of itself.
        names: Every key of every mapping.
        plain: Every text that stands without quotes.
        last: Where the last value ended.
    """

    def __init__(self, text: str, source: Span) -> None:
        self.text = text
        self.base = source.start
        self.source = source
        self.problems: list[Problem] = []
        self.spans: list[int] = []
        self.names: set[str] = set()
        self.plain: list[str] = []
        self.nodes = 0
        self.last = source.start
        inner = source.of(text)
        self.loader = _LOADER(inner if is_printable(inner) else _UNREADABLE.sub(" ", inner))
        self.event: Callable[[], yaml.Event] = self.loader.get_event

    def read(self) -> object:
        """Values of the first document, `None` where it is no mapping or cannot be read to its end."""
        try:
            return self._document()
        except _StopReadingError:
            return None
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            if error.context and _OPENED.search(error.context) and not _AT_THE_SPOT.search(error.problem or ""):
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
        self.spans += (*key, *place)
        self.last = place[1]
        if isinstance(event, yaml.ScalarEvent):
            return self._resolved(event)
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
        next_event, spans, base = self.event, self.spans, self.base
        while type(event := next_event()) is not yaml.MappingEndEvent:
            known = len(spans)
            if type(event) is yaml.ScalarEvent and event.anchor is None and event.tag is None and event.value != "<<":
                name = event.value
                key = event.start_mark.index + base, event.end_mark.index + base  # type: ignore[union-attr]  # libyaml gives both
            else:
                key = self._place(event)
                name = self._key(event, key, route)
            child = next_event()
            # Most values are plain words, so the commonest way is the shortest: this runs for every key of every file.
            if self._is_simple(child, depth):
                self.nodes += 1
                self.last = end = child.end_mark.index + base  # type: ignore[union-attr]  # as above
                spans += (*key, child.start_mark.index + base, end)  # type: ignore[union-attr]  # as above
                value = self._resolved(child)
            else:
                value = self._value(child, (*route, name), key, depth + 1)
            if name not in values:
                values[name] = value
                firsts[name] = known
                continue
            del spans[known:]
            first = Span(*spans[firsts[name] : firsts[name] + 2])
            self._add(ProblemKind.DUPLICATE_KEY, Span(*key), detail=name, first=first, route=(*route, name))
        self.names.update(values)
        return values, self._place(event)[1]

    def _sequence(self, route: Route, depth: int) -> tuple[list[object], int]:
        values: list[object] = []
        next_event, spans, base = self.event, self.spans, self.base
        while type(event := next_event()) is not yaml.SequenceEndEvent:
            if self._is_simple(event, depth):
                self.nodes += 1
                start, end = event.start_mark.index + base, event.end_mark.index + base  # type: ignore[union-attr]  # as above
                self.last = end
                spans += (start, end, start, end)
                values.append(self._resolved(event))
            else:
                values.append(self._value(event, (*route, len(values)), self._place(event), depth + 1))
        return values, self._place(event)[1]

    def _is_simple(self, event: yaml.Event, depth: int) -> TypeGuard[yaml.ScalarEvent]:
        """Whether an event is a scalar on its own lines about which there is nothing to say."""
        return (
            type(event) is yaml.ScalarEvent
            and event.anchor is None
            and event.tag is None
            and event.style not in _BLOCK_STYLES
            and self.nodes < MAX_NODES
            and depth < MAX_DEPTH
        )

    def _resolved(self, event: yaml.ScalarEvent) -> object:
        if not event.implicit[0]:
            return event.value
        value = resolve(event.value)
        if value == event.value:
            self.plain.append(event.value)
        return value

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
            if depth > MAX_DEPTH:
                self._add(ProblemKind.TOO_DEEP, span, route=route)
                raise _StopReadingError
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


def _words(error: yaml.MarkedYAMLError) -> str:
    return " ".join(part for part in (error.context, error.problem) if part)

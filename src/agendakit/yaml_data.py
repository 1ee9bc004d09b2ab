"""A YAML file that is no entry, as plain data: for tables that others have published.

Aliases are followed, tags are not; every scalar is the text that stands there. Depth and size are bounded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_DEPTH = 50
MAX_NODES = 2_000_000
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class YamlDataError(ValueError):
    """A text that is no YAML, or too deep or too large; the message says where."""


def load(text: str) -> object:
    """Lists, dictionaries and texts of the first document; an empty text is the empty text.

    Raises:
        YamlDataError: it cannot be read.
    """
    loader = _LOADER(text)
    try:
        return _Building(loader.get_event).first_document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"line {mark.line + 1}: " if mark else ""
        raise YamlDataError(f"{where}{error.problem or error.context}") from None
    except yaml.YAMLError as error:
        raise YamlDataError(str(error)) from None
    finally:
        loader.dispose()


class _Building:
    """One pass over the events of a document."""

    def __init__(self, event: Callable[[], yaml.Event]) -> None:
        self.event = event
        self.anchors: dict[str, object] = {}
        self.nodes = 0

    def first_document(self) -> object:
        self.event()
        if not isinstance(self.event(), yaml.DocumentStartEvent):
            return ""
        return self._value(self.event(), 0)

    def _value(self, event: yaml.Event, depth: int) -> object:
        self.nodes += 1
        line = event.start_mark.line + 1 if event.start_mark else 0
        if depth > MAX_DEPTH or self.nodes > MAX_NODES:
            raise YamlDataError(f"line {line}: it is nested too deeply, or too large")
        if isinstance(event, yaml.AliasEvent):
            return self.anchors.get(event.anchor or "", "")
        value: object
        if isinstance(event, yaml.ScalarEvent):
            value = event.value
        elif isinstance(event, yaml.MappingStartEvent):
            value = self._mapping(depth)
        else:
            value = self._sequence(depth)
        anchor = getattr(event, "anchor", None)
        if anchor is not None:
            self.anchors[anchor] = value
        return value

    def _mapping(self, depth: int) -> dict[str, object]:
        values: dict[str, object] = {}
        while not isinstance(event := self.event(), yaml.MappingEndEvent):
            key = str(self._value(event, depth + 1))
            if key in values:
                line = event.start_mark.line + 1 if event.start_mark else 0
                raise YamlDataError(f"line {line}: the key `{key}` stands here for a second time")
            values[key] = self._value(self.event(), depth + 1)
        return values

    def _sequence(self, depth: int) -> list[object]:
        values: list[object] = []
        while not isinstance(event := self.event(), yaml.SequenceEndEvent):
            values.append(self._value(event, depth + 1))
        return values

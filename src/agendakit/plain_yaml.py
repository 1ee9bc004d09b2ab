"""Front matter that is so plain that one pattern reads it line by line, exactly as a YAML parser would.

Nearly all front matter is: mappings and lists in blocks, values on one line, folded paragraphs, short lists in
brackets. Everything else (comments, blank lines, escapes, values over several lines, empty values, anchors, whatever is
an error) is left to the parser. A test compares the two.

Source: YAML 1.2.2, chapters 7 (flow style) and 8 (block style).
"""

from __future__ import annotations

import re
from typing import NamedTuple, NoReturn

from agendakit.yaml_problem import MAX_NODES
from agendakit.yaml_scalars import resolve

_LAST_COLUMN = 12
"""What stands farther to the right may be nested deeper than is allowed, which the parser reports."""
_WORD = r"[A-Za-z0-9_](?:[^,\[\]{}:#\n]|:[A-Za-z0-9/])*"
_LINE = re.compile(
    r"( *)(- +)?(?:([A-Za-z_][A-Za-z0-9_-]{0,1023}):(?: +|(?=\n)))?"
    r"(?:([>|]-?)\n(( +)[^ \n].*\n(?:\6[^ \n].*\n)*)"
    r"|(?:([^ \n\-?:,\[\]{}#&*!|>'\"%@`].*)"
    rf"|\[((?:{_WORD}(?:, {_WORD})*)?)\] *"
    r"|'((?:[^'\n]|'')*)' *"
    r"|\"([^\"\\\n]*)\" *"
    r"|)\n)"
)
"""A line of a block, with the paragraph that it may begin."""
# Groups of the pattern: after indent, dash and key, what the value is written as.
_KEY, _STYLE, _PARAGRAPH, _MARGIN, _TEXT, _FEW, _SINGLE, _DOUBLE = range(3, 11)


class PlainYaml(NamedTuple):
    """What stands in a front matter.

    Attributes:
        values: The data.
        spans: Four offsets for each node in the order of the text: of its key, and of itself.
        names: Every key of every mapping.
        texts: Every text that stands without quotes.
    """

    values: dict[str, object]
    spans: list[int]
    names: set[str]
    texts: list[str]


def read(source: str, base: int) -> PlainYaml | None:
    """What stands in a front matter; `None` where only a parser can tell. Linear in its length.

    Args:
        source: The lines between the fences, in which everything but line feeds can be seen.
        base: Offset of its first character.
    """
    try:
        return _Reader(source, base).read()
    except _NotPlainError:
        return None


class _NotPlainError(Exception):
    """Only a parser can tell what this means."""


def _give_up() -> NoReturn:
    raise _NotPlainError


class _Reader:
    """One pass over the lines of one front matter.

    Attributes:
        match: The line that is read next, `None` behind the last; `dash`, `name` and `text` are parts of it.
        column: Of its key or dash.
        start: Where that stands.
        position: Where the line after it begins.
        last: Where the last value ended.
    """

    def __init__(self, source: str, base: int) -> None:
        self.source = source
        self.base = base
        self.position = 0
        self.last = base
        self.spans = [base] * 4
        self.names: set[str] = set()
        self.texts: list[str] = []
        self.match: re.Match[str] | None
        self.dash: str | None
        self.name: str | None
        self.text: str | None
        self._next()

    def read(self) -> PlainYaml:
        values = self._mapping(0, 0)
        if not values or self.match is not None or len(self.spans) > 4 * MAX_NODES:
            _give_up()
        return PlainYaml(values, self.spans, self.names, self.texts)

    def _next(self) -> None:
        position = self.position
        if position == len(self.source):
            self.match, self.column, self.dash = None, -1, None
            return
        match = self.match = _LINE.match(self.source, position)
        if match is None:
            _give_up()
        indent, self.dash, self.name, self.text = match.group(1, 2, _KEY, _TEXT)
        self.column = len(indent)
        self.start = self.base + position + self.column
        self.position = match.end()

    def _mapping(self, column: int, at: int) -> dict[str, object]:
        """The mapping whose keys stand at a column, of which the offsets stand at a place among the spans."""
        if column > _LAST_COLUMN:
            _give_up()
        values: dict[str, object] = {}
        while self.dash is None and self.column == column:
            name, match = self.name, self.match
            if name is None or match is None or name in values:
                _give_up()
            start, behind = self.start, self.start + len(name)
            # Most values are words on one line, so the commonest way is the shortest: this runs for all lines.
            if self.text is not None:
                begin = match.start(_TEXT) + self.base
                values[name], self.last = self._words(self.text, begin)
                self.spans += (start, behind, begin, self.last)
                self._next()
            elif match.lastindex == _KEY:
                self._next()
                self.spans += (start, behind, self.start, self.start)
                values[name] = self._block(column)
            else:
                values[name] = self._value(match, column, (start, behind))
                self._next()
        self.spans[at + 3] = self.last
        self.names.update(values)
        return values

    def _block(self, above: int) -> dict[str, object] | list[object]:
        """The value of a key that stands alone: a mapping stands deeper, a list may stand right below its key."""
        at = len(self.spans) - 4
        if self.dash is not None and self.column >= above:
            return self._list(self.column, at)
        if self.column <= above:
            _give_up()
        return self._mapping(self.column, at)

    def _list(self, column: int, at: int) -> list[object]:
        values: list[object] = []
        while self.dash is not None and self.column == column:
            match, start = self.match, self.start + len(self.dash)
            assert match is not None
            if self.name is not None:
                self.column, self.start, self.dash = column + len(self.dash), start, None
                self.spans += (start, start, start, start)
                values.append(self._mapping(self.column, len(self.spans) - 4))
            elif self.text is not None:
                value, self.last = self._words(self.text, start)
                self.spans += (start, self.last, start, self.last)
                values.append(value)
                self._next()
            else:
                values.append(self._value(match, column, None))
                self._next()
        self.spans[at + 3] = self.last
        return values

    def _words(self, text: str, start: int) -> tuple[object, int]:
        """Value of the rest of a line that begins at an offset, and where it ends."""
        text = text.rstrip(" ")
        if ": " in text or " #" in text or text[-1] == ":":
            _give_up()
        return self._resolved(text), start + len(text)

    def _resolved(self, text: str) -> object:
        value = resolve(text)
        if value == text:
            self.texts.append(text)
        return value

    def _value(self, match: re.Match[str], column: int, key: tuple[int, int] | None) -> object:
        """The value of a line of a block that stands at a column, where it is not plain words; an item has no key."""
        group = match.lastindex
        if group == _FEW:
            return self._few(match, key)
        start, end = match.start(group or 0) + self.base, match.end(group or 0) + self.base
        if group == _PARAGRAPH:
            style, paragraph, margin = match.group(_STYLE, _PARAGRAPH, _MARGIN)
            if len(margin) <= column:
                _give_up()
            value = paragraph[len(margin) : -1].replace("\n" + margin, " " if style[0] == ">" else "\n")
            value += "" if style.endswith("-") else "\n"
            start, end = match.start(_STYLE) + self.base, start + len(paragraph.rstrip())
        elif group in (_SINGLE, _DOUBLE):
            value = match[group].replace("''", "'") if group == _SINGLE else match[group]
            start, end = start - 1, end + 1
        else:
            _give_up()
        self.spans += (*(key or (start, end)), start, end)
        self.last = end
        return value

    def _few(self, match: re.Match[str], key: tuple[int, int] | None) -> list[object]:
        """A list in brackets, of words that are separated by a comma and one space."""
        values: list[object] = []
        start = match.start(_FEW) + self.base
        self.last = match.end(_FEW) + self.base + 1
        self.spans += (*(key or (start - 1, start)), start - 1, self.last)
        for word in match[_FEW].split(", ") if match[_FEW] else ():
            if word != word.strip(" "):
                _give_up()
            values.append(self._resolved(word))
            self.spans += (start, start + len(word), start, start + len(word))
            start += len(word) + 2
        return values

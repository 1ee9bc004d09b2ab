"""What an author is about to write at a place of the front matter.

Works on lines and indentation, not on parsed YAML: while one types, the YAML is broken most of the time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit.lsp.flow import Inside, inside_flow
from agendakit.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.text import LineIndex

Names = tuple[str, ...]
"""Keys that lead to a field, without the indices of lists."""

_LINE = re.compile(r"(?P<indent> *)(?P<dashes>(?:-(?: +|$))*)(?P<rest>.*)")
_PAIR = re.compile(r"(?P<key>[A-Za-z_][\w-]*)(?P<gap>:[ \t]*)(?P<value>.*)")
_BLOCK_SCALAR = re.compile(r"[|>][-+\d]*[ \t]*(?:#.*)?")
_WORD = re.compile(r"[\w-]*")
_REST_OF_VALUE = re.compile(r"[^\s,\]}#\"']*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """The name of a field.

    Attributes:
        container: Keys that lead to the object it belongs to.
        present: Names that the object has already.
        span: What a choice replaces.
        has_value: Whether a colon follows already, so that only the name is wanted.
        in_flow: Whether it stands in braces.
        indent: Columns by which the name stands behind the first mark of its line.
    """

    container: Names
    present: frozenset[str]
    span: Span
    has_value: bool = False
    in_flow: bool = False
    indent: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """The value of a field, or one item where it is a list.

    Attributes:
        names: Keys that lead to the field.
        is_item: Whether one item of a list is wanted.
        lead: What has to stand between the colon and the value.
    """

    names: Names
    span: Span
    is_item: bool = False
    lead: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """One line: where its key stands, its dashes, its key and value (both may be empty)."""

    dash: int | None
    column: int
    key: str
    value: str


def wanted_at(lines: LineIndex, front: Span, offset: int) -> tuple[Key | Value, ...]:
    """What may be written at an offset of the front matter; empty where nothing is known to belong."""
    number = lines.position(offset).line
    whole = lines.line_span(number)
    typed = lines.text[whole.start : offset]
    above = _above(lines, front, number)
    if above is None or "\t" in typed or re.search(r"(?:^|\s)#", typed):
        return ()
    match = _LINE.fullmatch(typed)
    assert match is not None, "the pattern takes any line"
    indent, dashes, rest = len(match["indent"]), match["dashes"], match["rest"]
    column = indent + len(dashes)
    holders = _holders(above, dash=indent if dashes else None, column=column)
    place = _Place(lines=lines, front=front, number=number, offset=offset, column=column, dashes=dashes)
    return _wanted(place, holders, rest)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where the cursor is: line number, offset, column of what begins behind indent and dashes."""

    lines: LineIndex
    front: Span
    number: int
    offset: int
    column: int
    dashes: str


def _wanted(place: _Place, holders: tuple[_Line, ...], rest: str) -> tuple[Key | Value, ...]:
    names = tuple(line.key for line in holders)
    pair = _PAIR.fullmatch(rest)
    if pair is not None:
        lead = " " if pair["gap"] == ":" else ""
        return _value(place, (*names, pair["key"]), pair["value"], lead=lead)
    if rest[:1] in ("[", "{"):
        return _value(place, names, rest)
    open_list = holders[-1].value.startswith("[") and "]" not in holders[-1].value if holders else False
    if open_list:
        return _value(place, names, f"[{rest}")
    if not _WORD.fullmatch(rest):
        return (_item(place, names, rest),) if place.dashes and names else ()
    if not place.dashes:
        continues = bool(holders and holders[-1].value)
        at_top = not holders and place.column == 0
        return (_key(place, names),) if (at_top or holders) and not continues else ()
    return (_item(place, names, rest), _key(place, names)) if names else ()


def _value(place: _Place, names: Names, typed: str, *, lead: str = "") -> tuple[Key | Value, ...]:
    found = inside_flow(typed)
    if found is None:
        return (Value(names=names, span=_span(place, typed.lstrip("\"'")), lead=lead),)
    names = (*names, *found.keys)
    span = _span(place, found.typed.lstrip("\"'"))
    match found.what:
        case Inside.ITEM:
            return (Value(names=names, span=span, is_item=True),)
        case Inside.VALUE:
            return (Value(names=names, span=span),)
        case Inside.KEY:
            return (Key(container=names, present=found.present, span=span, in_flow=True),)
        case Inside.NOTHING:
            return ()


def _item(place: _Place, names: Names, typed: str) -> Value:
    return Value(names=names, span=_span(place, typed.lstrip("\"'")), is_item=True)


def _span(place: _Place, typed: str) -> Span:
    """What was typed of a value, with the rest of the word behind the cursor."""
    end = place.lines.line_span(place.number).end
    behind = _REST_OF_VALUE.match(place.lines.text, place.offset, end)
    return Span(place.offset - len(typed), behind.end() if behind else place.offset)


def _key(place: _Place, names: Names) -> Key:
    text, line = place.lines.text, place.lines.line_span(place.number)
    end = _WORD.match(text, place.offset, line.end)
    stop = end.end() if end else place.offset
    begin = line.start + place.column
    present = frozenset(_present(place)) - {text[begin:stop]}
    return Key(
        container=names,
        present=present,
        span=Span(begin, stop),
        has_value=text.startswith(":", stop),
        indent=len(place.dashes),
    )


def _present(place: _Place) -> Iterator[str]:
    """Keys of the object that the cursor is in: those at its column, up and down to where another object begins."""
    if not place.dashes:
        for line in reversed(_parsed(place.lines, place.front, None, place.number - 1)):
            if line.column < place.column:
                break
            if line.column == place.column:
                yield line.key
                if line.dash is not None:
                    break
    for line in _parsed(place.lines, place.front, place.number + 1, None):
        if line.column < place.column or (line.dash is not None and line.dash < place.column):
            break
        if line.column == place.column:
            yield line.key


def _above(lines: LineIndex, front: Span, number: int) -> list[_Line] | None:
    """Lines before one; `None` where that one is inside a block of text."""
    found: list[_Line] = []
    block: int | None = None
    first = lines.position(front.start).line
    for each in range(first, number + 1):
        source = lines.line_span(each).of(lines.text)
        indent = len(source) - len(source.lstrip(" "))
        if block is not None and (not source.strip() or indent > block):
            if each == number and (source.strip() or indent > block):
                return None
            continue
        block = None
        line = _line(source)
        if each == number or line is None:
            continue
        found.append(line)
        if _BLOCK_SCALAR.fullmatch(line.value):
            block = line.dash if line.dash is not None else line.column
    return found


def _parsed(lines: LineIndex, front: Span, first: int | None, last: int | None) -> list[_Line]:
    begin = first or lines.position(front.start).line
    end = last if last is not None else lines.position(front.end).line
    sources = (lines.line_span(each).of(lines.text) for each in range(begin, end + 1))
    return [line for source in sources if (line := _line(source)) is not None]


def _line(source: str) -> _Line | None:
    """A line with a key or a dash; `None` for any other."""
    match = _LINE.fullmatch(source.rstrip())
    if match is None or match["rest"].startswith("#"):
        return None
    pair = _PAIR.fullmatch(match["rest"])
    if pair is not None and pair["value"] and pair["gap"] == ":":
        pair = None
    if pair is None and not match["dashes"]:
        return None
    indent = len(match["indent"])
    return _Line(
        dash=indent if match["dashes"] else None,
        column=indent + len(match["dashes"]),
        key=pair["key"] if pair else "",
        value=(pair["value"] if pair else match["rest"]).strip(),
    )


def _holders(above: list[_Line], *, dash: int | None, column: int) -> tuple[_Line, ...]:
    """Keys that hold what stands at a column, outermost first; a list may begin at its key's own column."""
    stack: list[_Line] = []
    for line in above:
        stack = _popped(stack, line.dash, line.column)
        if line.key:
            stack.append(line)
    return tuple(_popped(stack, dash, column))


def _popped(stack: list[_Line], dash: int | None, column: int) -> list[_Line]:
    if dash is None:
        return [line for line in stack if line.column < column]
    return [line for line in stack if line.column <= dash]

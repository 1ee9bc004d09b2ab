"""Paragraphs and headings of a body, found without a Markdown parser where they are plain.

A body falls into stretches at its blank lines. Stretches of nothing but plain lines are paragraphs, or the items of a
list; the others (lists in lists, quotes, tables, code by indent) are given to the parser one by one, which is exact
because a plain line at the margin behind a blank one ends all of them, and a fence at the margin too. What else reaches
across blank lines (other fences, HTML, definitions) is left to the parser as a whole. A test compares the two.

Source: CommonMark 0.31, sections 4.2 (headings), 4.5 (fences), 4.8 (paragraphs), 5.1 (containers) and 5.2 (list items).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from markdown_it.token import Token

_REACHES_FAR = ("\t", "]:", "~~~")
_FENCE = "```"
_ODD_FENCE = re.compile(r"[^`\n]```|^`{3,}+[^`\n]*[`|]", re.MULTILINE)
"""Marks of a fence that do not stand at the margin, begin code within a line, or may be in the head of a table."""
_BEGINS_WITH_HTML = re.compile(r"^[ >*+\d.)-]*<", re.MULTILINE)
_PLAIN = re.compile(r"(?!\d{1,9}[.)])(?:[\w(\[\"'“‘$`@]|\*{1,2}\w)")
"""How a line of a paragraph begins, or the head of a table; the line that makes a table of it begins otherwise."""
_MARK = re.compile(r"(?:-|\d{1,9}\.) (?! )")
_HEADING = re.compile(r"(#{1,6}) +([^#\s|](?:[^#|\s]| )*)\Z")


class PlainToken(NamedTuple):
    """What is asked of a parser's block token; the names are markdown-it's."""

    type: str
    map: list[int]
    content: str = ""
    tag: str = ""
    level: int = 0
    markup: str = ""


def tokens(source: str, parse: Callable[[str], list[Token]]) -> Sequence[Token | PlainToken]:
    """What `parse` makes of a body whose lines end in line feeds, as far as inline content and HTML go."""
    if (
        any(sign in source for sign in _REACHES_FAR)
        or ("<" in source and _BEGINS_WITH_HTML.search(source))
        or (_FENCE in source and _ODD_FENCE.search(source))
    ):
        return parse(source)
    lines = source.split("\n")
    found: list[Token | PlainToken] = []
    at = 0
    while at < len(lines):
        heading = _HEADING.match(lines[at])
        if not lines[at].strip(" "):
            at += 1
        elif heading is not None:
            found += _heading(heading, at)
            at += 1
        elif lines[at].startswith(_FENCE):
            end = _behind_fence(lines, at)
            found.append(_code(lines[at], at, end))
            at = end
        else:
            end = _end(lines, at)
            items = [] if end else _items(lines, at)
            if end:
                found += _paragraph(lines, at, end)
            elif items:
                found += (_item(lines, item) for item in items)
                end = items[-1].end
            else:
                end = _far_end(lines, at)
                found += _parsed(lines, at, end, parse)
            at = end
    return found


def _end(lines: list[str], start: int) -> int:
    """Line behind a paragraph that is plain, 0 where it is not."""
    for at in range(start, len(lines)):
        line = lines[at]
        if not line.strip(" ") or (at > start and (line.startswith(_FENCE) or _HEADING.match(line))):
            return at
        if not _PLAIN.match(line):
            return 0
    return len(lines)


class _Item(NamedTuple):
    """An item of a list: its lines, and the width of its mark."""

    start: int
    end: int
    width: int


def _items(lines: list[str], start: int) -> list[_Item]:
    """The items of a list that is plain, each with one paragraph; none where it is not."""
    found: list[_Item] = []
    at = start
    while at < len(lines) and lines[at].strip(" ") and not lines[at].startswith(_FENCE):
        mark = _MARK.match(lines[at])
        width = mark.end() if mark else found[-1].width if found else 0
        if not width or (mark is None and lines[at][:width].strip(" ")) or not _PLAIN.match(lines[at], width):
            return []
        at += 1
        found.append(_Item(at - 1, at, width) if mark else found.pop()._replace(end=at))
    while at < len(lines) and not lines[at].strip(" "):
        at += 1
    # What is indented behind a blank line may belong to the last item.
    return [] if at < len(lines) and lines[at].startswith(" ") else found


def _far_end(lines: list[str], start: int) -> int:
    """Line at which something plain stands at the margin again, behind a blank line, or a fence."""
    for at in range(start + 1, len(lines)):
        if lines[at].startswith(_FENCE):
            return at
        if at > start + 1 and not lines[at - 1].strip(" ") and (_PLAIN.match(lines[at]) or _HEADING.match(lines[at])):
            return at
    return len(lines)


def _behind_fence(lines: list[str], start: int) -> int:
    """Line behind the code that begins here; it ends with as many marks or more, or with the text."""
    marks = _marks(lines[start])
    for at in range(start + 1, len(lines)):
        if lines[at].startswith(marks) and not lines[at].strip("` "):
            return at + 1
    # Spaces behind the last line feed are no line.
    return len(lines) - (not lines[-1].strip(" "))


def _marks(line: str) -> str:
    return line[: len(line) - len(line.lstrip("`"))]


def _code(opening: str, start: int, end: int) -> PlainToken:
    return PlainToken("fence", [start, end], markup=_marks(opening))


def _heading(match: re.Match[str], line: int) -> Iterator[PlainToken]:
    yield PlainToken("heading_open", [line, line + 1], tag=f"h{len(match.group(1))}")
    yield _inline(match.group(2), line, line + 1)


def _paragraph(lines: list[str], start: int, end: int) -> Iterator[PlainToken]:
    yield PlainToken("paragraph_open", [start, end])
    yield _inline("\n".join(lines[start:end]), start, end)


def _item(lines: list[str], item: _Item) -> PlainToken:
    return _inline("\n".join(line[item.width :] for line in lines[item.start : item.end]), item.start, item.end)


def _inline(content: str, start: int, end: int) -> PlainToken:
    return PlainToken("inline", [start, end], content.strip())


def _parsed(lines: list[str], start: int, end: int, parse: Callable[[str], list[Token]]) -> list[Token]:
    found = parse("\n".join(lines[start:end]) + "\n")
    for token in found:
        if token.map:
            token.map = [token.map[0] + start, token.map[1] + start]
    return found

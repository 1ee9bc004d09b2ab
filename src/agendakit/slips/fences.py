"""Front matter whose first or last line is not quite `---`, or that is written in another language than YAML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agendakit.diagnostic import Safety
from agendakit.slips.slip import Slip
from agendakit.text import BYTE_ORDER_MARK, Edit, Span

if TYPE_CHECKING:
    from agendakit.document import Document

_LOOKED_AT = 4_000
_MOST_LINES = 60
_LIKE_FENCE = re.compile(r"\\?[-\u2010-\u2015\u2212]+|(?:[*_] ?){3,}")
_LIKE_END = re.compile(r"^(?:\.{3}|[ \t]+---|\\?[-\u2010-\u2015\u2212]{2,}|[\u2013\u2014])[ \t]*$", re.MULTILINE)
_BEGIN = re.compile(r"^(?:#{2,6}[ \t]+\S|#[ \t]+[^\n]*\n\n)", re.MULTILINE)
_KIND = re.compile(
    r"[ \t|>*_\"'\u201c\u200b{,-]*kind[\"'\u201d*_]*[ \t]*"
    r"[:=|\uff1a][ \t\u00a0*_]*[\"'\u201c]?(?:agenda|project|concept)\b",
    re.IGNORECASE,
)
_FIELD = re.compile(r"[\w-]+[ \t]*:(?:\s|$)|[ \t]|- |$")
_HEADING_OR_COMMENT = re.compile(r"#|<!--.*-->[ \t]*$")
_FENCE = "---"
_HYPHENS = "three hyphens, `---`,"

_TOML = (
    "The fields of this entry are written in TOML, between lines of `+++`.",
    f"Write them in YAML, as `key: value`, between two lines of {_HYPHENS.removesuffix(',')}.",
)
_JSON = (
    "The fields of this entry are written in JSON, without the lines that make them front matter.",
    f"Put a line of {_HYPHENS} before them and another behind them, or write them as `key: value` lines.",
)
_CODE = (
    "The fields of this entry stand in a code block, where they count as text.",
    f"Make {_HYPHENS} the very first line instead of the one that opens the block, and close it alike.",
)
_TABLE = (
    "The fields of this entry stand in a table, where they count as text.",
    f"Write them as `key: value`, one a line, between two lines of {_HYPHENS.removesuffix(',')}.",
)
_LATE = (
    "The fields of this entry do not stand at its very beginning, so they count as text.",
    f"Move them to the top, between two lines of {_HYPHENS} with nothing before the first.",
)
_NO_FENCE = (
    "This looks like an entry, but its first line is not the `---` that opens front matter.",
    f"Make {_HYPHENS} the very first line, with nothing before it, and close the front matter with the same.",
)


def not_opened(document: Document) -> Slip | None:
    """Fields at the beginning of a file that has no front matter."""
    start = len(BYTE_ORDER_MARK) if document.text.startswith(BYTE_ORDER_MARK) else 0
    beginning = document.text[start : start + _LOOKED_AT].replace("\r\n", "\n").replace("\r", "\n")
    if "kind" not in beginning.casefold():
        return None
    lines = [line for line in beginning.split("\n")[:_MOST_LINES] if line.strip()]
    words = _words(lines)
    if words is None:
        return None
    edits: tuple[Edit, ...] = ()
    if lines[0].strip() == _FENCE:
        edits = (Edit(Span(start, document.text.index(_FENCE)), ""),)
    return Slip(span=document.top, message=words[0], help=words[1], title="Delete what stands before it", edits=edits)


def _words(lines: list[str]) -> tuple[str, str] | None:
    first = lines[0].strip()
    for sign, words in (("+++", _TOML), (("{", ";;;"), _JSON), (("```", "~~~"), _CODE), ("|", _TABLE)):
        if first.startswith(sign):
            return words if any(map(_KIND.match, _until(lines, first))) else None
    late = 0
    while late < len(lines) and _HEADING_OR_COMMENT.match(lines[late]):
        late += 1
    rest = lines[late:]
    if rest and _LIKE_FENCE.fullmatch(rest[0].strip()):
        rest = rest[1:]
    for line in rest:
        if _KIND.match(line):
            return _LATE if late else _NO_FENCE
        if not _FIELD.match(line):
            return None
    return None


def _until(lines: list[str], first: str) -> list[str]:
    """The lines up to the one that ends what the first begins."""
    sign = first[:3] if first[:3] in ("+++", "```", "~~~") else ""
    end = next((at for at, line in enumerate(lines[1:], 1) if sign and line.strip() == sign), len(lines))
    if first.startswith("|"):
        return [line for line in lines if line.lstrip().startswith("|")]
    return lines[:end]


def not_closed(document: Document, opening: Span) -> Slip:
    """What seems to be the end of front matter that no `---` closes; else where the text seems to begin."""
    text = document.text.replace("\r", "\n")
    end = _LIKE_END.search(text, opening.end)
    if end is not None:
        return Slip(
            span=Span(*end.span()),
            message="This line seems to close the front matter, and is not exactly `---`.",
            help="Write three hyphens, `---`, at the margin and alone in the line.",
            title="Write `---`",
            edits=(Edit(Span(*end.span()), _FENCE),),
        )
    begin = _BEGIN.search(text, opening.end)
    if begin is None:
        return Slip(
            span=opening,
            message="The front matter is opened here and never closed.",
            help="Write a line of three hyphens, `---`, behind its last field.",
        )
    line = document.lines.position(begin.start()).line
    return Slip(
        span=opening,
        message="The front matter is opened here and never closed.",
        help=f"Write a line of three hyphens, `---`, behind its last field; the text seems to begin in line {line}.",
        title=f"Write `---` before line {line}",
        edits=(Edit(Span(begin.start(), begin.start()), "---\n\n"),),
        safety=Safety.UNSAFE,
    )

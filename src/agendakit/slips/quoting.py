"""Values that need quotes, or other quotes: what they begin with means something to YAML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agendakit.diagnostic import Safety
from agendakit.edits import quoted
from agendakit.slips.plain import MARKDOWN_LINK
from agendakit.slips.slip import Slip
from agendakit.text import Edit, Span

if TYPE_CHECKING:
    from agendakit.slips.lines import Line

_PAIRS = {"[": "]", "{": "}"}
_QUOTES = ("'", '"')
_RESERVED = {"@": "an at sign", "`": "a backtick", "%": "a per cent sign"}
_QUOTED = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\"")
_BOX = re.compile(r"\[[ xX]?\] +(?=\S)")
_ADDRESSES = frozenset({"url", "ref"})
_ITEMS_IN_QUOTES = re.compile(r"""(["'])\s*,\s*\1""")


def needs_quotes(line: Line) -> Slip | None:
    """What is wrong with a value that begins with a sign of YAML, where the line cannot be read."""
    sign = line.value[:1]
    if not sign or line.prose:
        return None
    if sign in _QUOTES:
        return _comma_behind(line) or _broken_quotes(line)
    if sign in _PAIRS:
        return _comma_behind(line) or _bracket(line)
    message = _meaning(sign)
    return _in_quotes(line, message) if message and line.value != sign else None


def _meaning(sign: str) -> str:
    """What a sign at the beginning of a value means, empty where it means nothing."""
    if sign in _RESERVED:
        return f"A value cannot begin with {_RESERVED[sign]} unless it is in quotes."
    if sign in "|>":
        return f"A `{sign}` at the beginning of a value announces a text on the lines below it."
    return f"A `{sign}` at the beginning of a value is a sign of YAML." if sign in "*&!" else ""


def _comma_behind(line: Line) -> Slip | None:
    """A comma, as between the members of JSON, behind a value in quotes or brackets that is whole."""
    whole = line.value.rstrip(", ")
    if line.value.rstrip() != whole + ",":
        return None
    if not (_QUOTED.fullmatch(whole) or (whole[0] in _PAIRS and _closes_at_end(whole, _PAIRS[whole[0]]))):
        return None
    comma = Span(line.start + len(whole), line.start + len(whole) + 1)
    return Slip(
        span=comma,
        message="A comma stands behind the value.",
        help="Take the comma out.",
        title="Take the comma out",
        edits=(Edit(comma, ""),),
    )


def _bracket(line: Line) -> Slip | None:
    value, closing = line.value, _PAIRS[line.value[0]]
    box = _BOX.match(value)
    if box and line.is_item:
        return Slip(
            span=Span(line.start, line.start + len(box.group().rstrip())),
            message="A box to tick means nothing to YAML, which takes it for a list in brackets.",
            help="Take the box out.",
            title="Take the box out",
            edits=(Edit(Span(line.start, line.start + box.end()), ""),),
            safety=Safety.UNSAFE,
        )
    link = MARKDOWN_LINK.fullmatch(value)
    if link and line.key in _ADDRESSES:
        return Slip(
            span=line.place,
            message="This is a link of Markdown, where the address alone is wanted.",
            help=f"Write `{line.key}: {link[1]}`.",
            title="Write the address alone",
            edits=(Edit(line.place, link[1]),),
            safety=Safety.UNSAFE,
        )
    if closing not in value or _closes_at_end(value, closing):
        return None
    kind = "list" if closing == "]" else "mapping"
    return _in_quotes(
        line, f"A value that begins with `{value[0]}` is read as a {kind}, and here more stands behind it."
    )


def _closes_at_end(value: str, closing: str) -> bool:
    depth = 0
    for at, sign in enumerate(value):
        depth += (sign == value[0]) - (sign == closing)
        if depth == 0:
            return not value[at + 1 :].partition(" #")[0].strip()
    return True


def _broken_quotes(line: Line) -> Slip | None:
    """Quotes that end before the value does; an opened one without an end is for others to find."""
    value, mark = line.value, line.value[0]
    if "\\" in value and mark == '"' and value.endswith('"') and len(value) > 2 and value.count('"') == 2:
        return Slip(
            span=line.place,
            message="A backslash in double quotes begins an escape, and this one is none.",
            help="Use single quotes, in which a backslash is nothing but itself.",
            title="Use single quotes",
            edits=(Edit(line.place, quoted(value[1:-1])),),
        )
    if value.count(mark) < 2 or not _goes_on(value):
        return None
    if _ITEMS_IN_QUOTES.search(value):
        return Slip(
            span=line.place,
            message="Several values in quotes stand here side by side.",
            help="Put a list in brackets: `[…]`.",
            title="Put them in brackets",
            edits=(Edit(line.place, f"[{value}]"),),
            safety=Safety.UNSAFE,
        )
    inner = value[1:-1] if value.endswith(mark) and value[-2:] != "\\" + mark else value
    return Slip(
        span=line.place,
        message="The quotes that begin this value end before it does.",
        help="Put the whole value in quotes of the other sort; inside single quotes, write an apostrophe twice.",
        title="Put the whole value in quotes",
        edits=(Edit(line.place, quoted(inner)),),
    )


def _goes_on(value: str) -> bool:
    """Whether something stands behind the quote that closes a value."""
    whole = _QUOTED.match(value)
    rest = value[whole.end() :].strip() if whole else ""
    return bool(rest) and not rest.startswith("#")


def _in_quotes(line: Line, message: str) -> Slip:
    return Slip(
        span=line.place,
        message=message,
        help="Put the whole value in quotes.",
        title="Put the value in quotes",
        edits=(Edit(line.place, quoted(line.value)),),
    )

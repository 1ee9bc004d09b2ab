r"""The text holds a character that nobody sees and that changes what is read.

Control characters, marks that turn the direction of writing round, zero-width spaces and line breaks that editors
do not show can make a text say something else than it seems to. Joiners inside Persian, Devanagari and the like,
and in emoji, are part of the writing and stay.

```yaml bad
title: "Does a probe\u0007 survive a change of topic?"
#      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
```

```yaml good
title: "Does a probe survive a change of topic? 👩‍🔬"
```
"""

from __future__ import annotations

import re
import unicodedata
from itertools import islice
from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Fix, Level, Place, Route, Safety
from agendakit.extension import Context, Subject, rule
from agendakit.places import at
from agendakit.text import BYTE_ORDER_MARK, Edit, is_printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.document import Document
    from agendakit.text import Span

_REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069"
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_JOINER = re.compile("[\u200c\u200d]")
_INVISIBLE = re.compile(f"{_REFUSED.pattern}|{_JOINER.pattern}")
_MOST = 20
"""So many a file are reported: a file with more is no text, and all look alike."""
_DIRECTION_MARKS = frozenset("\u200e\u200f\u061c")
_FLAG_BASE = "\U0001f3f4"


@rule(Subject.DOCUMENT, Level.ERROR)
def hidden_character(document: Document, _: Context) -> Iterator[Finding]:
    """Find invisible characters in the text, and such as an escape puts into a value."""
    text = document.text
    if document.undecodable is not None or (is_printable(text) and "\\" not in text):
        return
    found = (match for match in _INVISIBLE.finditer(text) if not _belongs(text, match.start()))
    for match in islice(found, _MOST):
        offset = match.start()
        yield Finding(
            place=at(document, offset, offset + 1),
            message=f"An invisible character stands here: {_name(match.group())}.",
            help="Delete it; where a line break is meant, press Enter.",
            fix=Fix(title="Delete it", safety=Safety.UNSAFE, edits=(Edit(at(document, offset, offset + 1).span, ""),)),
        )
    if document.front is not None and "\\" in text[: document.body_start]:
        for route, value, span in document.front.scalars():
            yield from _escaped(document, route, value, span)


def _escaped(document: Document, route: Route, value: object, span: Span) -> Iterator[Finding]:
    source = span.of(document.text)
    if not isinstance(value, str) or not source.startswith('"') or "\\" not in source:
        return
    found = [match for match in _REFUSED.finditer(value) if match.group() not in source]
    if found:
        yield Finding(
            place=Place(document.path, span),
            message=f"An escape in this text stands for an invisible character: {_name(found[0].group())}.",
            help="Take the escape out; write a backslash as `\\\\`.",
            route=route,
        )


def _belongs(text: str, offset: int) -> bool:
    """Whether an invisible character is part of the writing where it stands."""
    character = text[offset]
    if character == BYTE_ORDER_MARK:
        return offset == 0
    if character in _DIRECTION_MARKS:
        line = text[text.rfind("\n", 0, offset) + 1 :].split("\n", 1)[0]
        return any(
            unicodedata.bidirectional(letter) in ("R", "AL") for letter in line if letter not in _DIRECTION_MARKS
        )
    before, after = text[offset - 1 : offset], text[offset + 1 : offset + 2]
    if "\U000e0020" <= character <= "\U000e007f":
        return _in_flag(text, offset)
    if not _JOINER.match(character) or not before or not after:
        return False
    return _joins(before) and (_joins(after) or character == "\u200c")


def _joins(neighbour: str) -> bool:
    """Whether a sign forms ligatures: marks, symbols, and letters of scripts behind Latin, Greek and Cyrillic."""
    category = unicodedata.category(neighbour)
    if category in ("So", "Sk", "Mn", "Mc", "Me"):
        return True
    return category[0] == "L" and ord(neighbour) >= 0x0590


def _in_flag(text: str, offset: int) -> bool:
    while offset > 0 and "\U000e0020" <= text[offset] <= "\U000e007f":
        offset -= 1
    return text[offset] == _FLAG_BASE


def _name(character: str) -> str:
    name = unicodedata.name(character, "a control character").lower()
    return f"{name} (U+{ord(character):04X})"

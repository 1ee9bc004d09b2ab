"""The text holds a character that nobody sees and that changes what is read.

Control characters, marks that turn the direction of writing round, zero-width spaces and line breaks that editors
do not show can make a text say something else than it seems to. Joiners inside Persian, Devanagari and the like,
and in emoji, are part of the writing and stay. So are no-break spaces, but not where YAML wants a plain space: in the
margin, behind a hyphen, and before and behind the colon of a key.

```yaml bad
title: "Does a probe\u005cu0007 survive a change of topic?"
#      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
```

```yaml bad
effort:\u00a02-4 days
#      ^
baselines:
  -\u00a0a probe on shuffled labels
```

```yaml fixed
effort: 2-4 days
baselines:
  - a probe on shuffled labels
```

```yaml bad
difficulty_reason: "The angle $\u005ctheta$ is known."
#                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
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
from agendakit.rules.undecodable_text import of_two_bytes
from agendakit.text import BYTE_ORDER_MARK, Edit, is_printable
from agendakit.words import counted

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
_KEY = re.compile(r"[\w-]*[ \t]*:(?:\s|\Z)")
_BEFORE_KEY = re.compile(r"[ \t]*(?:- +)*[\w-]*")
_MOST = 20
"""So many a file are reported: a file with more is no text, and all look alike."""
_DIRECTION_MARKS = frozenset("\u200e\u200f\u061c")
_FORMULA = re.compile(r"\$[^$]*?(?P<sign>\\[abefnrtv])(?=[a-z])")
"""An escape within the dollars of a formula: in `"$\\theta$"`, the `\\t` is a tab to YAML."""
_OF_NO_WIDTH = "\u200b\u2060\ufeff"
_FLAG_BASE = "\U0001f3f4"


@rule(Subject.DOCUMENT, Level.ERROR)
def hidden_character(document: Document, _: Context) -> Iterator[Finding]:
    """Find invisible characters in the text, and such as an escape puts into a value."""
    text = document.text
    if document.undecodable is not None or (is_printable(text) and "\\" not in text):
        return
    if document.front is not None:
        yield from _odd_spaces(document)
    if of_two_bytes(text):
        return  # `undecodable-text` speaks of it
    found = (match for match in _INVISIBLE.finditer(text) if not _belongs(text, match.start()))
    for match in islice(found, _MOST):
        offset = match.start()
        safety = Safety.SAFE if _means_nothing(document, offset) else Safety.UNSAFE
        yield Finding(
            place=at(document, offset, offset + 1),
            message=f"An invisible character stands here: {_name(match.group())}.",
            help="Delete it; where a line break is meant, press Enter.",
            fix=Fix(title="Delete it", safety=safety, edits=(Edit(at(document, offset, offset + 1).span, ""),)),
        )
    if document.front is not None and "\\" in text[: document.body_start]:
        for route, value, span in document.front.scalars():
            yield from _escaped(document, route, value, span)


def hides_something(text: str) -> bool:
    """Whether a text holds a character that this rule reports."""
    return not is_printable(text) and any(not _belongs(text, match.start()) for match in _INVISIBLE.finditer(text))


def _odd_spaces(document: Document) -> Iterator[Finding]:
    """One finding for all of them: they come by the dozen, from a word processor or a web page."""
    from agendakit.slips import spaces  # noqa: PLC0415  # of no use to a text that is plain

    edits = spaces.in_front(document)
    if not edits:
        return
    first = edits[0].span
    character = spaces.first_odd(first.of(document.text))
    offset = document.text.index(character, first.start)
    more = f", and in {counted(len(edits) - 1, 'other place')}" if len(edits) > 1 else ""
    yield Finding(
        place=at(document, offset, offset + 1),
        message=f"A space of another sort stands here{more}, where a plain one is wanted: {spaces.name_of(character)}.",
        help="Type a plain space instead; such spaces come with text from word processors and web pages.",
        fix=Fix(title="Write plain spaces", safety=Safety.SAFE, edits=edits),
    )


def _means_nothing(document: Document, offset: int) -> bool:
    """Whether a character of the front matter stands in a key or before one, or is of no width and ends its line."""
    if document.front is None or not document.front.source.start <= offset < document.front.source.end:
        return False
    line = document.lines.line_span(document.lines.position(offset).line)
    if document.text[offset] in _OF_NO_WIDTH and offset + 1 == line.end:
        return True
    return bool(
        _BEFORE_KEY.fullmatch(document.text, line.start, offset)
        and _KEY.match(document.text, offset + 1, document.front.source.end)
    )


def _escaped(document: Document, route: Route, value: object, span: Span) -> Iterator[Finding]:
    source = span.of(document.text)
    if not isinstance(value, str) or not source.startswith('"') or "\\" not in source:
        return
    found = _REFUSED.search("".join(sign for sign in value if sign not in source))
    formula = _FORMULA.search(source)
    if formula:
        message = f"In double quotes, the `{formula['sign']}` of this formula stands for a character that nobody sees."
    elif found:
        message = f"An escape in this text stands for an invisible character: {_name(found.group())}."
    else:
        return
    edits = (Edit(span, f"'{source[1:-1]}'"),) if formula and "'" not in source and '\\"' not in source else ()
    yield Finding(
        place=Place(document.path, span),
        message=message,
        help="Use single quotes, in which a backslash is nothing but itself." if formula else "Take the escape out.",
        route=route,
        fix=Fix(title="Use single quotes", safety=Safety.UNSAFE, edits=edits) if edits else None,
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

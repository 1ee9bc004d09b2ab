"""Text stands where the author's own words belong: from a template, an example, or a note to oneself.

Found are `TODO`, `FIXME`, `TBD`, `XXX`, *lorem ipsum*, words in angle or square brackets that ask for something
(`<your name>`, `[insert link]`), a line that says only `to be written`, and a title, summary, question or the like that
is the example of the field's description. Code is not looked at, nor words in backticks.

```yaml bad
difficulty_reason: TODO
#                  ^^^^
```

```md bad project
## Notes

Lorem ipsum dolor sit amet.
```

```yaml bad
epistemic_status: Ran the first step; knows the rest from the papers named here.
```

```md good project
## Notes

Nobody keeps a to-do list of `TODO` comments; see [the data](https://example.org/data) and [2].
```
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from agendakit.codeless import codeless
from agendakit.diagnostic import Finding, Level, Place, Route
from agendakit.extension import Context, Subject, rule
from agendakit.model import KINDS
from agendakit.model.anatomy import anatomy_of
from agendakit.places import value_place
from agendakit.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.model.shapes import Part
    from agendakit.record import Draft, Record

_WORDS = ("your", "insert", "add", "fill", "write", "describe", "name of", "link to", "title of", "placeholder", "tbd")
_ASKING = rf"(?:todo|to do|{'|'.join(_WORDS)})\b"
_PLACEHOLDER = re.compile(
    r"\b(?:TODO|FIXME|TBD|TBA|XXX+)\b|(?i:\blorem ipsum(?: dolor sit amet)?"
    rf"|<{_ASKING}[^<>\n]{{0,60}}>|\[{_ASKING}[^\[\]\n]{{0,60}}\](?![(\[:])"
    r"|^[\W_]*(?:to be (?:written|filled in|added|done|decided)|coming soon)\W*$)|^\s*(?:\?{2,}|\.{3}|…)\s*$",
    re.MULTILINE,
)
_SIGNS = ("TODO", "FIXME", "TBD", "TBA", "XXX")
_FOLDED_SIGNS = ("lorem ipsum", "coming soon", "to be written", "to be filled", "to be added", "to be d")
# Two patterns, for one that begins with a letter of its own is many times quicker to find than one of several.
_ASKING_SIGNS = re.compile(rf"<{_ASKING}"), re.compile(rf"\[{_ASKING}")
_DOTS_ALONE = re.compile(r"(?:^|[:-] |[\"'])[ \t]*(?:\?{2,}|\.{3}|…)\W?$", re.MULTILINE)
"""In every text that the pattern finds is one of these; they are sought first, for they are quicker to find."""

_OWN_WORDS: tuple[Route, ...] = (
    *((name,) for name in ("title", "summary", "question", "epistemic_status", "theory_of_change")),
    ("difficulty_reason",),
    ("first_step", "do"),
    ("first_step", "observe"),
)
"""Fields in which nobody writes the example by chance."""


@rule(Subject.ENTRY, Level.WARNING)
def placeholder_text(source: Record | Draft, _: Context) -> Iterator[Finding]:
    """Find notes to oneself and words of a template, in the body and in every text of the front matter."""
    document = source.document
    for route in _OWN_WORDS:
        value = document.front.value_at(route) if document.front else None
        if isinstance(value, str) and value.strip() in _examples(source.kind):
            yield _finding(source, value_place(document, route).span, "This is the example of the field.", route)
    if not _may_hold_one(document.text):
        return
    yield from _in(source, document.text[document.body_start :], document.body_start, ())
    for route, value, span in document.front.scalars() if document.front else ():
        if isinstance(value, str) and route[0] != "extra":
            yield from _in(source, span.of(document.text), span.start, route)


def _may_hold_one(text: str) -> bool:
    folded = text.casefold()
    return (
        any(sign in text for sign in _SIGNS)
        or any(sign in folded for sign in _FOLDED_SIGNS)
        or any(sign.search(folded) for sign in _ASKING_SIGNS)
        or (
            any(dots in text for dots in ("...", "…", "??"))
            and _DOTS_ALONE.search(text.replace("\r", "\n")) is not None
        )
    )


def _in(source: Record | Draft, text: str, start: int, route: Route) -> Iterator[Finding]:
    # A line of `...` alone is a placeholder; in code it is an ellipsis.
    for match in _PLACEHOLDER.finditer(codeless(text)):
        words = match[0].strip()
        begin = start + match.start() + match[0].index(words)
        yield _finding(source, Span(begin, begin + len(words)), f"`{words}` stands where words of yours belong.", route)


def _finding(source: Record | Draft, span: Span, message: str, route: Route) -> Finding:
    return Finding(
        place=Place(source.document.path, span),
        message=message,
        help="Write what you mean, or take it out; until then, `stage: draft` keeps the entry off the site.",
        route=route,
    )


@cache
def _examples(kind: str) -> frozenset[str]:
    return frozenset(_texts(KINDS[kind]))


def _texts(model: type[Part]) -> Iterator[str]:
    for field in model.model_fields.values():
        yield from _strings(field.examples[:1] if field.examples else ())
        part = anatomy_of(field).part
        if part is not None:
            yield from _texts(part)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for child in value.values():
            yield from _strings(child)
    elif isinstance(value, list | tuple):
        for child in value:
            yield from _strings(child)

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

from agendakit.diagnostic import Finding, Level, Place
from agendakit.extension import Context, Subject, rule
from agendakit.model.reflect import fields_of
from agendakit.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.diagnostic import Route
    from agendakit.model.reflect import FieldInfo
    from agendakit.record import Draft, Record

_ASKING = r"(?:your|insert|add|fill|write|describe|name of|link to|title of|placeholder|todo|to do|tbd)\b"
_PLACEHOLDER = re.compile(
    r"\b(?:TODO|FIXME|TBD|TBA|XXX+)\b|(?i:\blorem ipsum(?: dolor sit amet)?"
    rf"|<{_ASKING}[^<>\n]{{0,60}}>|\[{_ASKING}[^\[\]\n]{{0,60}}\](?![(\[:])"
    r"|^[\W_]*(?:to be (?:written|filled in|added|done|decided)|coming soon)\W*$)|^\s*(?:\?{2,}|\.{3}|…)\s*$",
    re.MULTILINE,
)
_CODE = re.compile(
    r"^(?P<indent> {0,3})(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}(?P=fence)[`~]*[ \t]*$|\Z)"
    r"|(?P<ticks>`+)(?!`)[^\n]*?(?<!`)(?P=ticks)(?!`)|<!--.*?-->",
    re.MULTILINE | re.DOTALL,
)
_OWN_WORDS = frozenset(
    {
        *((name,) for name in ("title", "summary", "question", "epistemic_status", "theory_of_change")),
        *(("first_step", name) for name in ("do", "observe")),
        ("difficulty_reason",),
    }
)
"""Fields in which nobody writes the example by chance."""


@rule(Subject.ENTRY, Level.WARNING)
def placeholder_text(source: Record | Draft, _: Context) -> Iterator[Finding]:
    """Find notes to oneself and words of a template, in the body and in every text of the front matter."""
    document = source.document
    body = document.text[document.body_start :]
    yield from _in(source, body, document.body_start, ())
    for route, value, span in document.front.scalars() if document.front else ():
        if not isinstance(value, str) or route[0] == "extra":
            continue
        if route in _OWN_WORDS and value.strip() in _examples(source.kind):
            yield _finding(source, span, "This is the example from the description of the field.", route)
        else:
            yield from _in(source, span.of(document.text), span.start, route)


def _in(source: Record | Draft, text: str, start: int, route: Route) -> Iterator[Finding]:
    # A line of `...` alone is a placeholder; in code it is an ellipsis, so code is blanked out, breaks and all.
    for match in _PLACEHOLDER.finditer(_CODE.sub(lambda code: "x" * len(code[0]), text)):
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
    return frozenset(text for field in fields_of(kind) for text in _texts(field))


def _texts(field: FieldInfo) -> Iterator[str]:
    yield from _strings(field.example)
    for child in field.children:
        yield from _texts(child)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for child in value.values():
            yield from _strings(child)
    elif isinstance(value, list | tuple):
        for child in value:
            yield from _strings(child)

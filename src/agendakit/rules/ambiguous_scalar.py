"""Other programs read an unquoted word as something else.

Entries are read by the rules of YAML 1.2. Many programs still use YAML 1.1, in which `no`, `on` and `yes` are
booleans, `12:30` is a number and `2212.10540` loses its last zero. In quotes the text is the same for all.

```yaml bad
cost: no
#     ^^
```

```yaml fixed
cost: "no"
```

```yaml good
cost: "no"
effort: 2-4 days
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Fix, Level, Place, Route, Safety
from agendakit.extension import Context, Subject, rule
from agendakit.record import Draft, Record, decode
from agendakit.text import Edit, Span
from agendakit.yaml_scalars import OLD_FIRSTS, old_reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.document import Document
    from agendakit.frontmatter import FrontMatter


@rule(Subject.DOCUMENT, Level.WARNING)
def ambiguous_scalar(document: Document, _: Context) -> Iterator[Finding]:
    """Find unquoted texts that YAML 1.1 reads as a boolean, a time or a number."""
    front = document.front
    if front is None or "kind" not in front.values:
        return
    if any(text[0] in OLD_FIRSTS and old_reading(text) for text in front.plain):
        yield from _read_otherwise(document, front)
    for route in _coerced(document):
        yield _finding(document, route, front.value_span(route), "a number or a boolean")


def _read_otherwise(document: Document, front: FrontMatter) -> Iterator[Finding]:
    for route, value, span in front.scalars():
        source = span.of(document.text)
        reading = old_reading(source) if value == source else None
        if reading is not None:
            yield _finding(document, route, span, reading)


def _coerced(document: Document) -> tuple[Route, ...]:
    """Routes where the model wanted text and the author wrote a bare number."""
    decoded = decode(document)
    return decoded.coerced if isinstance(decoded, Record | Draft) else ()


def _finding(document: Document, route: Route, span: Span, reading: str) -> Finding:
    source = span.of(document.text)
    return Finding(
        place=Place(document.path, span),
        message=f"Other programs take `{source}` for {reading}; here it is a text.",
        help="Put it in quotes, so that everybody reads the same.",
        route=route,
        fix=Fix(title="Put it in quotes", safety=Safety.SAFE, edits=(Edit(span, f'"{source}"'),)),
    )

"""A link has a scheme that can run a program, or lead where a reader does not expect.

Links take `https:`, `http:`, `mailto:` and `entry:`, or a path relative to the file. `javascript:`, `data:` and the
like are refused however they are written, in entities, with capitals or with white space between. This cannot be
allowed by a comment.

```md bad project
## Notes

[Read on](javascript:alert(1)) or [here](DATA:text/html,x).
<!--      ^^^^^^^^^^^^^^^^^^^ -->
```

```md bad project
## Notes

[Read on](java&#115;cript:alert(1)).
<!--      ^^^^^^^^^^^^^^^^^^^^^^^^ -->
```

```yaml bad
mentors:
  - name: Bo Example
    contact: javascript:alert(1)
#            ^^^^^^^^^^^^^^^^^^^
    until: 2026-06-30
```

```text bad agendas/probing/about.md
<a href=" JavaScript:alert(1)">a page</a>
```

```md good project
## Notes

[Read on](https://example.org/) or [write](mailto:ada@example.org), and `javascript:` in code.
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agendakit.destinations import SCHEME_OF_ENTRIES, scheme_of
from agendakit.diagnostic import Finding, Level, Place, Route
from agendakit.extension import Context, Subject, rule
from agendakit.mentions import links_of
from agendakit.places import value_place
from agendakit.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.catalogue import Catalogue
    from agendakit.document import Document
    from agendakit.record import Draft, Record

_SAFE = frozenset({"", "http", "https", "mailto", SCHEME_OF_ENTRIES})
_RUNNING = frozenset({"javascript", "vbscript", "livescript", "data", "file", "blob", "filesystem", "view-source"})
_ADDRESS = re.compile(
    r"""\b(?:href|src|srcset|action|formaction|poster|background|data|xlink:href)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)""",
    re.IGNORECASE,
)


@rule(Subject.CATALOGUE, Level.ERROR, safety=True)
def unsafe_link(catalogue: Catalogue, _: Context) -> Iterator[Finding]:
    """Find addresses with another scheme, in entries and plain pages, links and raw HTML and contacts."""
    entries = (one.document for one in (*catalogue.sources, *catalogue.rejects))
    for document in (*entries, *catalogue.pages):
        for target, span in _addresses(document):
            if scheme_of(target) not in _SAFE:
                yield _finding(document, span, scheme_of(target), ())
    for source in catalogue.sources:
        for contact, span, route in _contacts(source):
            yield _finding(source.document, span, scheme_of(contact), route)


def _addresses(document: Document) -> Iterator[tuple[str, Span]]:
    for link in links_of(document):
        yield link.target, link.span
    for piece in document.outline.html:
        for match in _ADDRESS.finditer(piece.text):
            start = piece.span.start + match.start(1)
            yield match[1].strip("\"'"), Span(start, start + len(match[1]))


def _contacts(source: Record | Draft) -> Iterator[tuple[str, Span, Route]]:
    """Contacts, the only addresses that the model takes in any form; in words, a colon is nothing but a colon."""
    for field in ("mentors", "claims"):
        for index, person in enumerate(getattr(source.entry, field, None) or ()):
            if person.contact and scheme_of(person.contact) in _RUNNING:
                route = (field, index, "contact")
                yield person.contact, value_place(source.document, route).span, route


def _finding(document: Document, span: Span, scheme: str, route: Route) -> Finding:
    return Finding(
        place=Place(document.path, span),
        message=f"This link has the scheme `{scheme}:`.",
        help="Use `https:`, `http:`, `mailto:`, `entry:` or a path relative to this file; put code in backticks.",
        route=route,
    )

"""The text holds HTML, which readers see as it is written.

Entries are Markdown; HTML in them does not become part of the page. Where angle brackets are meant as such, as in
`<model>`, put the words in backticks.

```md bad project
## Notes

Water is H<sub>2</sub>O.
<!--      ^^^^^ -->
```

```md bad project
## Notes

Run it with <model> and look.
<!--        ^^^^^^^ -->
```

```md good project
## Notes

Water is $H_2O$; run it with `<model>`, and see <https://example.org/>.
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Level, Place
from agendakit.extension import Context, Subject, rule
from agendakit.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.outline import Piece
    from agendakit.record import Draft, Record

_MARKDOWN = {
    "b": "`**words**`",
    "strong": "`**words**`",
    "i": "`*words*`",
    "em": "`*words*`",
    "code": "backticks",
    "a": "`[words](address)`",
    "img": "`![what it shows](address)`",
    "sub": "mathematics, `$H_2O$`",
    "sup": "mathematics, `$x^2$`",
    "br": "an empty line",
    "p": "an empty line",
    "hr": "a line `---`",
    "li": "lines that begin with `- `",
    "ul": "lines that begin with `- `",
    "table": "a table with `|`",
    "pre": "a block between lines of three backticks",
}


@rule(Subject.ENTRY, Level.WARNING)
def raw_html(source: Record | Draft, _: Context) -> Iterator[Finding]:
    """Find pieces of HTML that are no comments; of a pair of tags, the first."""
    for piece in source.document.outline.html:
        if piece.text.startswith("</"):
            continue
        name = _name(piece)
        instead = f"Write {_MARKDOWN[name]} instead." if name in _MARKDOWN else "Write Markdown instead."
        end = piece.text.find(">") + 1 or len(piece.text)
        yield Finding(
            place=Place(source.document.path, Span(piece.span.start, min(piece.span.start + end, piece.span.end))),
            message="This is HTML, which readers see as it is written.",
            help=f"{instead} If the angle brackets are meant, put the words in backticks.",
        )


def _name(piece: Piece) -> str:
    words = piece.text.strip("<>/").split()
    return words[0].split(">")[0].strip("/").casefold() if words else ""

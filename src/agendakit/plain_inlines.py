"""Links and citations of a paragraph that is so plain that a few patterns read it as exactly as a Markdown parser.

Most paragraphs are: text, emphasis, code, mathematics, `[words](target)` and `[@ref]`. Everything else (escapes,
entities, HTML, images, references, titles, brackets within brackets) is left to the parser. A test compares the two.

Source: CommonMark 0.31, sections 6.1 (code spans) and 6.3 (links).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from agendakit.dialect import CITATION, CITED

_SIGN = re.compile(r"[`$\[\\<&]|!(?=\[)")
"""What `_NEXT` begins with; sought first, for it is quicker to find."""
_NEXT = re.compile(
    r"(?P<code>`+)"
    r"|(?P<math>\$\$.+?\$\$|\$(?=\S)[^$\n]*?(?<=\S)\$(?!\d))"
    rf"|(?P<citation>{CITATION.pattern})"
    r"|\[(?P<words>[^\[\]`$*_\\<&]*)\]"
    # The parser changes capitals of a scheme or a host, and leaves those behind them.
    r"\((?P<target>(?!//)(?:[a-z0-9./_#?=+-]+(?::[a-z0-9./_#?=+-]*)?"
    r"|https?://[a-z0-9.-]+/[A-Za-z0-9./_#?=+-]*|[A-Za-z0-9./_#?=+-]+))\)"
    r"|(?P<other>[\[\\<&!])",
    re.DOTALL,
)
_BREAK = re.compile(r" *\n *")


class PlainInline(NamedTuple):
    """A link, or a citation where it has no target.

    Attributes:
        text: Words of the link, or the reference of the citation.
        start: Offset of what names the other end: the target, or the reference.
        end: Offset behind it.
    """

    text: str
    target: str
    start: int
    end: int


def read(content: str, *, definitions: bool) -> list[PlainInline] | None:
    """Links and citations in their order; `None` where only a parser can tell.

    Args:
        content: Text of a paragraph, without indents and marks.
        definitions: Whether the body defines link references, so that brackets alone may be links.
    """
    found: list[PlainInline] = []
    position = 0
    while (sign := _SIGN.search(content, position)) is not None:
        match = _NEXT.match(content, sign.start())
        if match is None:
            position = sign.end()
            continue
        position = match.end()
        kind = match.lastgroup
        if kind == "code":
            closing = _end_of_code(content, match)
            if closing is None:
                return None
            position = closing.end()
        elif kind == "citation":
            works = CITED.finditer(content, match.start(), match.end())
            found += (PlainInline(text=work[1], target="", start=work.start(1), end=work.end(1)) for work in works)
        elif kind == "target":
            words = _BREAK.sub("", match["words"])
            start, end = match.span("target")
            found.append(PlainInline(text=words, target=match["target"], start=start, end=end))
        elif kind == "other":
            return None
    return None if definitions and "[" in content else found


def _end_of_code(content: str, opening: re.Match[str]) -> re.Match[str] | None:
    """The marks that close a code span; `None` where nothing does, so that no text is searched again and again."""
    return re.compile(rf"(?<!`){opening.group()}(?!`)").search(content, opening.end())

"""Lines that git leaves in a file of which two versions could not be joined.

Source: git-merge(1), "How conflicts are presented".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agendakit.text import Span

if TYPE_CHECKING:
    from agendakit.document import Document

_SIGNS = ("<<<<<<<", ">>>>>>>")
_MARK = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: [^\r\n]*)?(?=[\r\n]|\Z)", re.MULTILINE)


def merge_marks(document: Document) -> tuple[Span, ...]:
    """The marks outside of code blocks, in their order; the line between the two sides is not among them."""
    text = document.text
    if not any(sign in text for sign in _SIGNS):
        return ()
    # A lone carriage return ends a line too, and the pattern knows line feeds only.
    found = [Span(*match.span()) for match in _MARK.finditer(text.replace("\r", "\n"))]
    code = [] if all(span.start < document.body_start for span in found) else _code(document)
    return tuple(span for span in found if not any(block.start <= span.start < block.end for block in code))


def _code(document: Document) -> list[Span]:
    from agendakit.slips.swallowing import code_blocks  # noqa: PLC0415  # a Markdown parser is dear, and few files have marks

    return [block.span for block in code_blocks(document)]

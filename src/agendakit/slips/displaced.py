"""Fields that stand behind the end of the front matter, where they are part of the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agendakit.nearest import joined
from agendakit.slips.lines import field_names
from agendakit.slips.slip import Slip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agendakit.document import Document

_FIELD = re.compile(r"([\w-]+):(?:[ \t]|$)")
_PART = re.compile(r"[ \t]|- |#[^#]|$")
_SHOWN = 8


def fields_behind(document: Document) -> frozenset[str]:
    """Names of fields in the lines with which the body begins, as far as these look like front matter."""
    if document.front is None:
        return frozenset()
    found = set()
    for line in document.text[document.body_start :].splitlines():
        match = _FIELD.match(line)
        if match and match[1] in field_names():
            found.add(match[1])
        elif not _PART.match(line):
            break
    return frozenset(found)


def slip_of(document: Document, names: Sequence[str]) -> Slip:
    """What to say of such fields."""
    shown = [f"`{name}`" for name in names[:_SHOWN]]
    more = [f"{len(names) - _SHOWN} more"] if len(names) > _SHOWN else []
    fence = document.lines.line_span(document.lines.position(document.body_start - 1).line)
    return Slip(
        span=fence,
        message=f"Fields stand behind the `---` that ends the front matter here: {joined([*shown, *more])}.",
        help="Take this line out, so that the front matter reaches to the `---` behind its last field.",
    )

"""Values of which nothing is left, since a number sign makes a comment of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agendakit.edits import quoted
from agendakit.slips.slip import Slip
from agendakit.text import Edit, Span

if TYPE_CHECKING:
    from agendakit.diagnostic import Route
    from agendakit.document import Document
    from agendakit.model.reflect import FieldInfo

_BEHIND = re.compile(r"[ \t]*:?[ \t]+(?P<words>#\S.*?)[ \t]*$")
_TAGS = re.compile(r"#[a-z0-9-]+(?:[, ]+#?[a-z0-9-]+)*")


def behind_number_sign(document: Document, field: FieldInfo | None, route: Route) -> Slip | None:
    """Words that stand behind a key and a number sign, such as `tags: #probing`."""
    assert document.front is not None
    key = document.front.key_span(route)
    line = document.lines.line_span(document.lines.position(key.start).line)
    found = _BEHIND.match(document.text[key.end : line.end])
    if found is None or field is None or "agendakit:" in found["words"]:
        return None
    words = found["words"]
    span = Span(key.end + found.start("words"), key.end + found.end("words"))
    new = ""
    if field.many and field.form == "Slug" and _TAGS.fullmatch(words):
        new = f"[{', '.join(re.findall(r'[a-z0-9-]+', words))}]"
    elif not field.many and field.form in ("Text", "Line", "Question", "Summary", "Title"):
        new = quoted(words)
    return Slip(
        span=span,
        message=f"`{field.name}` has no value: a number sign makes a comment of what stands behind it.",
        help=f"Write `{new}`." if field.many and new else "Put the text in quotes." if new else "Take the sign out.",
        title="Make a list of it" if field.many else "Put the text in quotes",
        # From where the empty value stands, so that the edit is seen to be about it.
        edits=(Edit(Span(min(document.front.value_span(route).end, span.start), span.end), f" {new}"),) if new else (),
    )

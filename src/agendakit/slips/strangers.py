"""Lines in front matter that belong to no field: comments of other languages, texts that were broken by an editor."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agendakit.diagnostic import Safety
from agendakit.slips.slip import Slip
from agendakit.text import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agendakit.slips.lines import Line

_COMMENT = re.compile(r"<!--(?P<html>.*?)(?:-->)?$|//(?P<slashes>.*)$|%%(?P<per_cent>.*)$")


def comment(line: Line) -> Slip | None:
    """A comment in the manner of another language."""
    found = _COMMENT.match(line.value)
    if line.prose or line.key or found is None:
        return None
    words = next(group for group in found.groups() if group is not None).strip()
    return Slip(
        span=line.place,
        message="In front matter, a comment begins with `#`.",
        help="Write `# ` before it.",
        title="Write `# ` before it",
        edits=(Edit(line.place, f"# {words}"),) if "-->" in line.value or not line.value.startswith("<!--") else (),
    )


def continuation(lines: Sequence[Line], here: Line) -> Slip | None:
    """A line without a key that stands at the margin of the key above it, and so is no part of its text."""
    at = lines.index(here)
    above = next((line for line in reversed(lines[:at]) if not line.is_empty), None)
    if here.key or here.is_item or here.is_empty or here.prose or above is None:
        return None
    owner = next((line for line in reversed(lines[:at]) if line.key or line.is_item), above)
    if not owner.value or here.indent > owner.indent:
        return None
    margin = owner.column + 2
    text = f"the text of `{owner.key}`" if owner.key else "the text"
    return Slip(
        span=here.place,
        message="This line has no key, and is not indented as a part of a text would be.",
        help=f"If it goes on with {text} in line {owner.number}, indent it by {margin} spaces; "
        "else write a key and a colon before it.",
        title=f"Indent it by {margin} spaces",
        edits=tuple(Edit(line.margin, " " * margin) for line in _run(lines[at:])),
        safety=Safety.UNSAFE,
    )


def _run(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines from the first on that have no key either."""
    for line in lines:
        if line.key or line.is_item or line.is_empty:
            return
        yield line

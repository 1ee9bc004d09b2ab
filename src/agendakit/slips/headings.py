"""Headings of sections that do not count: in a code block without an end, or written as something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agendakit.diagnostic import Safety
from agendakit.slips.slip import Slip
from agendakit.slips.spaces import ODD
from agendakit.slips.swallowing import code_blocks, swallowing
from agendakit.text import Edit, Span

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from agendakit.document import Document

_LONG = 4
_SPACE = rf"[ \t{ODD}]"


def swallowed(document: Document, titles: Sequence[str]) -> tuple[Slip | None, tuple[str, ...]]:
    """What swallows headings of these titles, with the titles that stand in it."""
    block = swallowing(document)
    inside = block.span.of(document.text) if block else ""
    written = {line.lstrip("#").strip() for line in inside.splitlines() if line.startswith("#")}
    lost = tuple(title for title in titles if title in written)
    if block is None or not lost:
        return None, ()
    names = ", ".join(f"`{title}`" for title in lost)
    slip = Slip(
        span=block.opening,
        message=f"A {block.name} is opened here and never closed, so sections behind it do not count: {names}.",
        help=f"Write {_in_words(block.closing)} on a line of its own where it ends.",
    )
    return slip, lost


def resembling(document: Document, title: str, known: Collection[str]) -> Span | None:
    """The first heading that shares a long word with a title, and is none of those that are known."""
    words = _long_words(title)
    found = (one for one in document.outline.headings if one.title not in known and words & _long_words(one.title))
    return next((heading.span for heading in found), None)


def disguised(document: Document, title: str) -> Slip | None:
    """A line that holds a title and is no heading."""
    words = rf"{_SPACE}+".join(map(re.escape, title.split()))
    pattern = re.compile(
        rf"^{_SPACE}*(?P<marks>#{{1,6}}|\*\*|__|\\#+|\d{{1,2}}[.)])?{_SPACE}*{words}[ \t:*_#]*(?=\r|\n|\Z)",
        re.MULTILINE | re.IGNORECASE,
    )
    code = [block.span for block in code_blocks(document)]
    headings = [heading.span for heading in document.outline.headings]
    for found in pattern.finditer(document.text, document.body_start):
        span = Span(*found.span())
        if any(span.start < other.end and other.start < span.end for other in (*code, *headings)):
            continue
        surely = (found["marks"] or "").startswith("#")
        return Slip(
            span=span,
            message=f"This line is no heading, so the section `{title}` is missing.",
            help=f"Write `## {title}` at the margin, with a plain space behind the `##`.",
            title=f"Write `## {title}`",
            edits=(Edit(span, f"## {title}"),),
            safety=Safety.SAFE if surely else Safety.UNSAFE,
        )
    return None


def _in_words(closing: str) -> str:
    """What closes a block; backticks cannot be shown between backticks."""
    return f"{len(closing)} backticks" if closing.startswith("`") else f"`{closing}`"


def _long_words(title: str) -> set[str]:
    return {word for word in re.findall(r"\w+", title.casefold()) if len(word) >= _LONG}

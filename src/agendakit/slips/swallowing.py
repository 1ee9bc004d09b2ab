"""Code blocks and comments of a body, with those that are never closed and so swallow what stands behind them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit import markdown_tokens
from agendakit.outline import MAX_LINES
from agendakit.text import LineIndex, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

    from agendakit.document import Document
    from agendakit.plain_blocks import PlainToken


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of the body in which Markdown does not count.

    Attributes:
        opening: The mark that opens it.
        closing: What closes it, or would.
        span: From the opening to the end.
        closed: Whether its end is written.
    """

    opening: Span
    closing: str
    span: Span
    closed: bool

    @property
    def name(self) -> str:
        """What it is called."""
        return "comment" if self.closing == "-->" else "code block"


def swallowing(document: Document) -> Block | None:
    """The first code block or comment that is never closed."""
    return next((block for block in (*code_blocks(document), *_comments(document)) if not block.closed), None)


def code_blocks(document: Document) -> Iterator[Block]:
    """Code between fences, in its order; none of a body too long for the parser."""
    body = document.text[document.body_start :]
    lines = LineIndex(body)
    if len(lines.starts) > MAX_LINES:
        return
    for token in markdown_tokens.blocks(body, {}):
        if token.type == "fence" and token.map:
            yield _fence(document, lines, token, token.map)


def _fence(document: Document, lines: LineIndex, token: Token | PlainToken, map_: list[int]) -> Block:
    base, body = document.body_start, lines.text
    first, last = lines.line_span(map_[0] + 1), lines.line_span(map_[1])
    start = first.start + first.of(body).find(token.markup)
    ending = re.escape(token.markup[0]) + f"{{{len(token.markup)},}}"
    closed = map_[1] - map_[0] > 1 and re.search(rf"(?:^|[ \t>]){ending}[ \t]*$", last.of(body)) is not None
    return Block(
        opening=Span(base + start, base + first.end),
        closing=token.markup,
        span=Span(base + first.start, base + last.end),
        closed=closed,
    )


def _comments(document: Document) -> Iterator[Block]:
    for comment in document.outline.comments:
        start = comment.span.start
        yield Block(
            opening=Span(start, start + len("<!--")),
            closing="-->",
            span=comment.span,
            closed=comment.text.endswith("-->"),
        )

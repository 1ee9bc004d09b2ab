"""Comments by which an author silences a rule, with a reason.

``<!-- agendakit: allow rule-name, because … -->`` in the body, ``# agendakit: allow rule-name, because …`` in the
front matter. One covers its own line and the next; before the first key, the whole file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from agendakit.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from agendakit.frontmatter import FrontMatter
    from agendakit.outline import Piece
    from agendakit.text import LineIndex

_ALLOW = re.compile(r"agendakit:\s*allow\s+([A-Za-z0-9_-]+)(?:\s*,?\s*because\b[\s:]*(.*))?", re.DOTALL)
_YAML_COMMENT = re.compile(r"(?:^|[ \t])#(.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Allow:
    """One silencing comment.

    Attributes:
        rule: Name as written, whether or not such a rule exists.
        reason: The words after "because", empty where they are missing.
        span: The comment.
        name: Where the rule's name stands in it.
        lines: First and last line that it covers, from 1; `None` for the whole file.
    """

    rule: str
    reason: str
    span: Span
    name: Span
    lines: tuple[int, int] | None


def read(lines: LineIndex, front: FrontMatter | None, comments: Iterable[Piece]) -> tuple[Allow, ...]:
    """Allow-comments of a text, in its order: those in its front matter, then those among its body's comments."""
    return (*_in_front_matter(lines, front), *_in_body(lines, comments))


def _in_front_matter(lines: LineIndex, front: FrontMatter | None) -> Iterator[Allow]:
    if front is None:
        return
    scalars = [span for _, value, span in front.scalars() if isinstance(value, str)]
    first_key = min((front.key_span((name,)).start for name in front.values), default=front.source.end)
    for comment in _YAML_COMMENT.finditer(lines.text, front.source.start, front.source.end):
        start = comment.start(1) - 1
        if any(span.start <= start < span.end for span in scalars):
            continue
        allow = _allow(lines, comment.group(1), comment.start(1), Span(start, comment.end()))
        if allow is not None:
            yield allow if start > first_key else replace(allow, lines=None)


def _in_body(lines: LineIndex, comments: Iterable[Piece]) -> Iterator[Allow]:
    for comment in comments:
        inner = comment.text.removeprefix("<!--").removesuffix("-->").rstrip()
        allow = _allow(lines, inner, comment.span.start + 4, comment.span)
        if allow is not None:
            yield allow


def _allow(lines: LineIndex, comment: str, start: int, span: Span) -> Allow | None:
    match = _ALLOW.search(comment)
    if match is None:
        return None
    first = lines.position(span.start).line
    last = lines.position(span.end).line
    name = Span(start + match.start(1), start + match.end(1))
    reason = (match.group(2) or "").strip()
    return Allow(rule=match.group(1), reason=reason, span=span, name=name, lines=(first, last + 1))

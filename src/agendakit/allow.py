"""Comments by which an author silences a rule, with a reason.

``<!-- agendakit: allow rule-name, because … -->`` in the body, ``# agendakit: allow rule-name, because …`` in the
front matter. One covers its own line and the next; before the first key, the whole file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.document import Document

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


def read(document: Document) -> tuple[Allow, ...]:
    """Allow-comments of a document, in the order of the text."""
    if "agendakit:" not in document.text:
        return ()
    return (*_in_front_matter(document), *_in_body(document))


def _in_front_matter(document: Document) -> Iterator[Allow]:
    front = document.front
    if front is None:
        return
    scalars = [span for _, value, span in front.scalars() if isinstance(value, str)]
    first_key = min((front.key_span((name,)).start for name in front.values), default=front.source.end)
    for comment in _YAML_COMMENT.finditer(document.text, front.source.start, front.source.end):
        start = comment.start(1) - 1
        if any(span.start <= start < span.end for span in scalars):
            continue
        allow = _allow(document, comment.group(1), comment.start(1), Span(start, comment.end()))
        if allow is not None:
            yield allow if start > first_key else _for_file(allow)


def _in_body(document: Document) -> Iterator[Allow]:
    for comment in document.outline.comments:
        inner = comment.text.removeprefix("<!--").removesuffix("-->").rstrip()
        allow = _allow(document, inner, comment.span.start + 4, comment.span)
        if allow is not None:
            yield allow


def _allow(document: Document, comment: str, start: int, span: Span) -> Allow | None:
    match = _ALLOW.search(comment)
    if match is None:
        return None
    first = document.lines.position(span.start).line
    last = document.lines.position(span.end).line
    name = Span(start + match.start(1), start + match.end(1))
    reason = (match.group(2) or "").strip()
    return Allow(rule=match.group(1), reason=reason, span=span, name=name, lines=(first, last + 1))


def _for_file(allow: Allow) -> Allow:
    return Allow(rule=allow.rule, reason=allow.reason, span=allow.span, name=allow.name, lines=None)

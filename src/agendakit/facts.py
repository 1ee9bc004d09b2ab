"""What rules that look at several files may make use of in one of them, as digests.

The words of prose, in the body and in the front matter, are no part of it: so what such rules found holds while
somebody edits a paragraph or says why a difficulty is what it is.
"""

from __future__ import annotations

import marshal
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from agendakit.record import Draft, Record, Reject

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from agendakit.document import Document

WORDS = frozenset({"title", "summary", "question", "also_called"})
"""Fields of an entry whose words are for rules alone that say so."""

PROSE = frozenset(
    {
        "baselines",
        "check_yourself",
        "claim",
        "cost",
        "difficulty_reason",
        "do",
        "done_when",
        "epistemic_status",
        "foregone",
        "good_work",
        "needs",
        "not_for",
        "note",
        "observe",
        "outcome",
        "outputs",
        "part",
        "pitfalls",
        "question",
        "risks",
        "saw",
        "stop_if",
        "suits",
        "theory_of_change",
        "why",
    }
)
"""Fields, wherever they stand, of which no rule about several files asks more than whether something is written."""

_UNREAD = PROSE | WORDS
_WITHOUT_REFERENCES = 2
"""Version of Python's serialisation that does not depend on which objects are one and the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Digests of one file.

    Attributes:
        front: Of the front matter as written.
        structure: Of everything but words: which fields there are, what they name, what the body names.
        words: Of the fields in `WORDS`.
        head: Offset where the place ends that stands for the whole file; it is a part of the structure.
        body: Offset where the Markdown begins.
    """

    front: bytes
    structure: bytes
    words: bytes
    head: int
    body: int


def facts_of(document: Document, entry: Record | Draft | Reject | None, looking: Sequence[str]) -> Facts:
    """Facts of a file, with what it was decoded to and the names of the rules that looked at others for it."""
    source = document.text[: document.body_start]
    outline = document.outline
    # Of a file that cannot be read, words of the body may say which kind of entry it is, and its head is there.
    named = (
        type(entry).__name__,
        entry.kind if entry else "",
        *document.head,
        [(heading.level, heading.title) for heading in outline.headings],
        [(link.target, link.text, link.image) for link in outline.links],
        [citation.text for citation in outline.citations],
        [piece.text for piece in outline.html],
        outline.too_dense is None,
        document.undecodable is None,
        document.oversized,
        looking,
    )
    values = document.front.values if document.front and isinstance(entry, Record | Draft) else {}
    return Facts(
        front=_digest(source.encode("utf-8", "surrogatepass")),
        structure=_digest(_as_bytes((named, _structure(document, entry, source)))),
        words=_digest(_as_bytes([values.get(name) for name in sorted(WORDS)])),
        head=document.head.end,
        body=document.body_start,
    )


def _structure(document: Document, entry: Record | Draft | Reject | None, source: str) -> object:
    if document.front is None or entry is None or document.marks:  # of what names something else
        return source
    if not isinstance(entry, Reject) and entry.coerced:  # where text is wanted, `20` and `0x14` are two texts
        return source
    if isinstance(entry, Reject):
        # Others ask which works it names, lest they count as unused, and nothing else.
        return [value for route, value, _ in document.front.scalars() if route[-1:] == ("ref",)]
    return _shape(document.front.values)


def _shape(values: Mapping[str, object]) -> list[object]:
    """Names and values in turn, with no more of prose than that it is there."""
    shape: list[object] = []
    for name, value in values.items():
        is_prose = name in _UNREAD
        # Most values are text, so the commonest way is the shortest: this runs for every value of every file.
        if isinstance(value, str):
            shape += (name, is_prose or value)
        elif isinstance(value, list):
            shape += (name, [_kept(item, is_prose=is_prose) for item in value])
        else:
            shape += (name, _kept(value, is_prose=is_prose))
    return shape


def _kept(value: object, *, is_prose: bool) -> object:
    if isinstance(value, str):
        return is_prose or value
    if isinstance(value, dict):
        return _shape(value)
    return [_kept(item, is_prose=is_prose) for item in value] if isinstance(value, list) else value


def _as_bytes(data: Any) -> bytes:
    """Plain data as bytes: the same for equal data, and ten times quicker to make than what people can read."""
    return marshal.dumps(data, _WITHOUT_REFERENCES)


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).digest()

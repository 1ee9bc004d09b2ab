"""Whether a change of a file left everything alone that it does not touch.

Both texts were parsed. Compared are the values of the front matter and what stands in the body, each at the place to
which the edits moved it; what an edit touches, if only at its border, may differ.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from agendakit.text import Edit, Span
from agendakit.yaml_problem import ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agendakit.diagnostic import Route
    from agendakit.document import Document
    from agendakit.frontmatter import FrontMatter
    from agendakit.outline import Outline

Anchor = tuple[bool, int]
"""A place that both texts share: an offset in the new text, or (marked `True`) the number of the edit over it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """One of the two texts.

    Attributes:
        touched: What the edits cover in this text, in order.
        shifts: How far what stands before the edit of that number is from its place in the new text.
    """

    touched: tuple[Span, ...]
    shifts: tuple[int, ...]

    def anchor(self, offset: int) -> Anchor:
        """The place of an offset in both texts."""
        number = bisect_left(self.touched, offset, key=lambda span: span.end)
        if number < len(self.touched) and self.touched[number].start <= offset:
            return True, number
        return False, offset + self.shifts[number]

    def touches(self, span: Span) -> bool:
        """Whether an edit covers a part of a span, or borders on it."""
        number = bisect_left(self.touched, span.start, key=lambda other: other.end)
        return number < len(self.touched) and self.touched[number].start <= span.end


def same_but_for(before: Document, after: Document, edits: Sequence[Edit]) -> bool:
    """Whether two texts of a file differ in nothing but what the edits touch; linear in the file."""
    ordered = sorted(edits)
    growth = [len(edit.text) - (edit.span.end - edit.span.start) for edit in ordered]
    shifts = tuple(accumulate(growth, initial=0))
    old = _Side(touched=tuple(edit.span for edit in ordered), shifts=shifts)
    regions = (_region(edit, shift) for edit, shift in zip(ordered, shifts, strict=False))
    new = _Side(touched=tuple(regions), shifts=(0,) * len(shifts))
    if _fenced_now(before, after, new):
        return True
    return _same_front(before, after, old, new) and _same_body(before, after, old, new)


def _region(edit: Edit, shift: int) -> Span:
    """Where the replacement lies in the new text."""
    start = edit.span.start + shift
    return Span(start, start + len(edit.text))


def _fenced_now(before: Document, after: Document, new: _Side) -> bool:
    """Whether edits at its fences alone made front matter of what was none before; all of it reads otherwise then."""
    if after.front is None or not new.touched:
        return False
    if before.front is None:
        return new.touched[-1].end <= after.front.source.start
    unclosed = before.front.problems and before.front.problems[0].kind is ProblemKind.UNCLOSED_FENCE
    at_end = after.front.source.end <= new.touched[0].start and new.touched[-1].end <= after.body_start
    return bool(unclosed) and after.front.readable and at_end


def _same_front(before: Document, after: Document, old: _Side, new: _Side) -> bool:
    if before.front is None or after.front is None:
        return before.front is after.front
    if not before.front.readable:
        return after.front.readable or _reads_on(before.front, after.front, old)
    if not after.front.readable or old.anchor(before.body_start) != new.anchor(after.body_start):
        return False
    if before.front.source.of(before.text) == after.front.source.of(after.text):
        return True
    return list(_values(before.front, old)) == list(_values(after.front, new))


def _reads_on(before: FrontMatter, after: FrontMatter, old: _Side) -> bool:
    """Whether front matter that stays unreadable can now be read further than to the last edit."""
    last = old.touched[-1].end + old.shifts[-1]
    before_kind, after_kind = before.problems[-1].kind, after.problems[-1].kind
    known = after_kind is before_kind or before_kind is ProblemKind.NOT_A_MAPPING
    return known and after.problems[-1].span.start >= last


def _values(front: FrontMatter, side: _Side) -> Iterator[tuple[tuple[Anchor, ...], Anchor, object]]:
    """Scalars that no edit touches, each with the places of all keys and items that lead to it.

    Places stand for the route, since an edit that takes an item out renumbers those behind it, and one that mends a
    key renames what is below.
    """
    ways: dict[Route, tuple[Anchor, ...]] = {}
    for route, value, key, span in front.nodes():
        ways[route] = (*ways[route[:-1]], side.anchor(key.start)) if route else ()
        if not isinstance(value, dict | list) and not side.touches(span):
            yield ways[route], side.anchor(span.end), value


def _same_body(before: Document, after: Document, old: _Side, new: _Side) -> bool:
    if before.text[before.body_start :] == after.text[after.body_start :]:
        return True
    return list(_pieces(before.outline, old)) == list(_pieces(after.outline, new))


def _pieces(outline: Outline, side: _Side) -> Iterator[tuple[str, Anchor, Anchor, str]]:
    """Headings, links, citations, comments and raw HTML that no edit touches."""
    named = [
        *(("heading", one.span, f"{one.level} {one.title}") for one in outline.headings),
        *(("image" if one.image else "link", one.span, f"{one.target} {one.text}") for one in outline.links),
        *(("citation", one.span, one.text) for one in outline.citations),
        *(("comment", one.span, one.text) for one in outline.comments),
        *(("html", one.span, one.text) for one in outline.html),
    ]
    for name, span, text in named:
        if not side.touches(span):
            yield name, side.anchor(span.start), side.anchor(span.end), text

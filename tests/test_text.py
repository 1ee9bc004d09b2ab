from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendakit.text import Edit, LineIndex, OverlappingEditsError, Position, Span, splice

TEXTS = st.text(alphabet=st.sampled_from("ab \n\r\té😀\u2028\ufeff"), max_size=40)


@given(TEXTS, st.integers(0, 40))
def test_position_and_offset_are_inverse_inside_a_text(text, offset):
    lines = LineIndex(text)
    offset = min(max(offset, lines.starts[0]), len(text))
    position = lines.position(offset)
    inside = offset <= lines.line_span(position.line).end
    assert not inside or lines.offset(position) == offset


@given(TEXTS)
def test_line_spans_hold_no_line_break_and_cover_the_rest(text):
    lines = LineIndex(text)
    spans = [lines.line_span(number) for number in range(1, len(lines.starts) + 1)]
    assert not any(break_ in span.of(text) for span in spans for break_ in "\r\n")
    kept = "".join(span.of(text) for span in spans)
    assert kept == text.removeprefix("\ufeff").replace("\r", "").replace("\n", "")


@given(TEXTS)
def test_utf16_columns_lead_back_to_their_offset(text):
    lines = LineIndex(text)
    for offset in range(lines.starts[0], len(text)):
        line = lines.position(offset).line
        if offset <= lines.line_span(line).end:
            assert lines.offset_of_utf16(line - 1, lines.utf16_column(offset)) == offset


def test_an_emoji_takes_two_utf16_columns_and_one_of_ours():
    lines = LineIndex("a😀b")
    assert lines.position(2) == Position(1, 3)
    assert lines.utf16_column(2) == 3


def test_a_byte_order_mark_takes_no_column():
    assert LineIndex("\ufeffab").position(1) == Position(1, 1)


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ((), "abcdef"),
        ((Edit(Span(0, 1), "X"), Edit(Span(5, 6), "")), "Xbcde"),
        ((Edit(Span(3, 3), "-"),), "abc-def"),
        ((Edit(Span(2, 4), "Z"), Edit(Span(0, 2), "Y")), "YZef"),
    ],
)
def test_splice_changes_only_what_the_spans_cover(edits, expected):
    assert splice("abcdef", edits) == expected


@pytest.mark.parametrize(
    "edits",
    [
        (Edit(Span(0, 2), "x"), Edit(Span(1, 3), "y")),
        (Edit(Span(1, 1), "x"), Edit(Span(1, 1), "y")),
    ],
)
def test_splice_refuses_edits_whose_order_would_matter(edits):
    with pytest.raises(OverlappingEditsError):
        splice("abcdef", edits)

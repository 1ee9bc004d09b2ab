from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agendakit.outline import MAX_LINES, read

BODY = """intro [a](b.md "t") and <http://example.org> é😀 [q][ref] `[no](x)`

> - quoted [c
>   d](entry:foo#x) ![alt](img.png)

## Head *one* #

text <b>x</b> $[a](b)$ [@arXiv:2212.03827] [z](javascript:alert) \\[no](x)

| a | b |
|---|---|
| [x](1.md) | [x](2.md) |

Setext
------
<!-- agendakit: allow broken-link,
because x -->

### Below

## Empty

<!-- c -->

# Last

[ref]: <target.md>
"""


@pytest.mark.parametrize("breaks", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("start", [0, 7])
def test_links_have_the_span_of_their_destination(breaks, start):
    text = "x" * start + BODY.replace("\n", breaks)
    links = read(text, start).links
    found = [(link.target, link.span.of(text)) for link in links]
    assert found == [
        ("b.md", "b.md"),
        ("http://example.org", "<http://example.org>"),
        ("target.md", "[q][ref]"),
        ("entry:foo#x", "entry:foo#x"),
        ("img.png", "img.png"),
        ("javascript:alert", "javascript:alert"),
        ("1.md", "1.md"),
        ("2.md", "2.md"),
    ]
    assert [link.text for link in links if link.image] == ["alt"]


@pytest.mark.parametrize("breaks", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_headings_have_title_content_and_emptiness(breaks):
    text = BODY.replace("\n", breaks)
    headings = read(text).headings
    assert [(one.level, one.title, one.empty) for one in headings] == [
        (2, "Head *one*", False),
        (2, "Setext", False),
        (3, "Below", True),
        (2, "Empty", True),
        (1, "Last", False),
    ]
    assert all(one.span.of(text) == one.title for one in headings)
    assert headings[1].content.of(text).strip().endswith("Below")


def test_citations_comments_and_html_slice_back_to_themselves():
    outline = read(BODY)
    pieces = (*outline.citations, *outline.comments, *outline.html)
    assert [piece.text for piece in outline.citations] == ["arXiv:2212.03827"]
    assert [piece.text for piece in outline.html] == ["<b>", "</b>"]
    assert len(outline.comments) == 2
    assert all(piece.span.of(BODY) == piece.text for piece in pieces)


def test_a_citation_may_name_several_works():
    text = "See [@arXiv:2212.03827; @doi:10.5555/example.1;\n@https://example.org/@a], not [@a; b] or [@a;]."
    found = read(text).citations
    assert [one.text for one in found] == ["arXiv:2212.03827", "doi:10.5555/example.1", "https://example.org/@a"]
    assert all(one.span.of(text) == one.text for one in found)


def test_mathematics_holds_no_links():
    assert [link.target for link in read("$[a](b)$ and $$[c](d)$$ and [e](f)").links] == ["f"]


@pytest.mark.parametrize(
    "text",
    ["[" * 5000, "![a" * 2500, "<" * 5000, "x\n" * (MAX_LINES + 5)],
    ids=["brackets", "images", "angles", "lines"],
)
def test_what_is_too_dense_is_said_and_not_read(text):
    assert read(text).too_dense is not None


MARKDOWN = st.text(alphabet=st.sampled_from("ab [](!)<>#-*`|\n\r\t:.$@é😀\\\"'_>&;\x00"), max_size=150)


@settings(max_examples=300)
@given(MARKDOWN, st.integers(0, 3))
def test_reading_never_raises_and_every_span_lies_in_the_text(body, start):
    text = "x" * start + body
    outline = read(text, start)
    spans = [heading.span for heading in outline.headings] + [link.span for link in outline.links]
    spans += [piece.span for piece in (*outline.citations, *outline.comments, *outline.html)]
    assert all(start <= span.start <= span.end <= len(text) for span in spans)
    assert all(piece.span.of(text) == piece.text for piece in outline.citations)


def test_equal_cells_of_a_row_have_places_of_their_own():
    text = "| a | b |\n|---|---|\n| [x](one.md) | [x](one.md) |\n"
    first, second = (link.span for link in read(text).links)
    assert first.of(text) == second.of(text) == "one.md"
    assert first.end < second.start

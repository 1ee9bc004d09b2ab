from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendakit.bibliography import parse

ITEMS = [
    {
        "id": "arXiv:1610.01644",
        "type": "article",
        "title": "Probes",
        "author": [{"family": "Alain", "given": "Guillaume"}, {"literal": "Example Group"}],
        "issued": {"date-parts": [[2016, 10]]},
    },
    {
        "id": "doi:10.1000/abc",
        "type": "article-journal",
        "title": "Other",
        "DOI": "10.1000/ABC",
        "issued": {"raw": "2020"},
    },
    {"id": "https://example.org/post", "type": "webpage", "title": "Post"},
]


@pytest.mark.parametrize(
    ("ref", "title"),
    [
        ("arXiv:1610.01644v4", "Probes"),
        ("https://arxiv.org/abs/1610.01644", "Probes"),
        ("https://doi.org/10.1000/Abc", "Other"),
        ("http://example.org/post/", "Post"),
    ],
)
def test_a_paper_is_found_by_any_spelling_of_its_name(ref, title):
    paper = parse(json.dumps(ITEMS)).find(ref)
    assert paper is not None
    assert paper.item.title == title


def test_an_item_has_its_place_its_year_and_its_authors():
    text = json.dumps(ITEMS, indent=2)
    papers = parse(text).papers
    assert [json.loads(paper.span.of(text)) for paper in papers] == ITEMS
    assert [paper.item.year for paper in papers] == ["2016", "2020", ""]
    assert [name.short for name in papers[0].item.author] == ["Alain", "Example Group"]


@pytest.mark.parametrize(
    ("text", "words", "papers"),
    [
        ("", "no JSON array", 0),
        ("{}", "no JSON array", 0),
        ("[", "closing", 0),
        ('[{"id": "a"', "not JSON", 0),
        ('[{"id": "a", "type": "b", "title": "c"} {"id": "d"}]', "comma", 1),
        ('[{"id": "a", "type": "b"}]', "`title` is missing", 0),
        ("[1]", "no CSL-JSON item", 0),
        ('[{"id": "a", "type": "b", "title": "c"}, {"id": "a", "type": "b", "title": "c"}]', "second time", 2),
        ("[" * 100_000, "nested too deeply", 0),
    ],
)
def test_what_cannot_be_used_has_a_reason_and_a_place(text, words, papers):
    found = parse(text)
    assert len(found.papers) == papers
    assert words in found.problems[0].reason
    assert 0 <= found.problems[0].span.start <= len(text)


@given(st.text(max_size=60))
def test_parsing_never_raises(text):
    parse(text)
    parse(f"[{text}]")

"""What registries answer, made into items."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendakit import bibliography
from agendakit.csl import UnusableAnswerError, is_retracted, tidied
from agendakit.papers_file import text_of

KEY, URL = "doi:10.5555/example.1", "https://doi.org/10.5555/example.1"
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=10),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["title", "author", "issued", "date-parts", "type", "DOI", "family", "relation", "updated-by"]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@pytest.mark.parametrize(
    ("answer", "name", "value"),
    [
        ({"title": ["A title", "A subtitle"]}, "title", "A title"),
        ({"title": "On <i>E. coli</i> &amp; H<sub>2</sub>O"}, "title", "On E. coli & H2O"),
        ({"title": "Broken\n   lines"}, "title", "Broken lines"),
        ({"title": "x < y and y > z"}, "title", "x < y and y > z"),
        ({"type": "proceedings-article"}, "type", "paper-conference"),
        ({"type": "journal-article"}, "type", "article-journal"),
        ({"type": None}, "type", "document"),
        ({"container-title": ["Journal of Examples"]}, "container-title", "Journal of Examples"),
        (
            {"author": [{"name": "The Example Group", "sequence": "first"}]},
            "author",
            [{"literal": "The Example Group"}],
        ),
        ({"author": [{"given": "Plato"}]}, "author", [{"literal": "Plato"}]),
        (
            {"author": [{"family": "Example", "given": "Ada", "affiliation": [], "ORCID": "x"}]},
            "author",
            [{"family": "Example", "given": "Ada"}],
        ),
        ({"author": None}, "author", []),
        ({"issued": {"date-parts": [[2020, 5, 1]]}}, "issued", {"date-parts": [[2020, 5, 1]]}),
        ({"issued": {"date-parts": [["2020", "5"]]}}, "issued", {"date-parts": [[2020, 5]]}),
        (
            {"issued": {"date-parts": [[None]]}, "published-online": {"date-parts": [[2019]]}},
            "issued",
            {"date-parts": [[2019]]},
        ),
        ({"issued": {"date-parts": []}}, "issued", None),
        ({"DOI": "10.5555/EXAMPLE.1"}, "DOI", "10.5555/example.1"),
        ({"reference": [{"key": "1"}]}, "reference", None),
        ({"abstract": "long"}, "abstract", None),
    ],
)
def test_a_field_is_made_what_csl_wants(answer, name, value):
    assert tidied({"title": "A title", **answer}, KEY, URL).get(name) == value


@pytest.mark.parametrize(
    ("answer", "retracted"),
    [
        ({}, False),
        ({"updated-by": [{"type": "retraction", "DOI": "10.5555/notice"}]}, True),
        ({"updated-by": [{"type": "correction", "DOI": "10.5555/notice"}]}, False),
        ({"update-to": [{"type": "retraction", "DOI": "10.5555/example.1"}], "DOI": "10.5555/EXAMPLE.1"}, True),
        ({"update-to": [{"type": "retraction", "DOI": "10.5555/other"}], "DOI": "10.5555/example.1"}, False),
        ({"relation": {"is-retracted-by": [{"id": "10.5555/notice"}]}}, True),
        ({"relation": {"is-preprint-of": [{"id": "10.5555/x"}]}}, False),
        ({"title": "RETRACTED ARTICLE: A title"}, True),
        ({"title": "Retracted papers and who cites them"}, False),
    ],
)
def test_a_retraction_is_read_from_what_the_registry_says(answer, retracted):
    assert is_retracted({"title": "A title", **answer}) is retracted
    assert ("custom" in tidied({"title": "A title", **answer}, KEY, URL)) is retracted


@given(JSON)
def test_whatever_comes_becomes_an_item_or_an_error(answer):
    try:
        item = tidied(answer, KEY, URL)
    except UnusableAnswerError:
        return
    assert not bibliography.parse(text_of([item])).problems


def test_the_text_is_sorted_and_stable():
    committed = Path(__file__).parents[1] / "agendas" / "papers.json"
    text = committed.read_text(encoding="utf-8")
    assert text_of(reversed(json.loads(text))) == text

"""Commands that a code action leads to."""

from __future__ import annotations

import asyncio

import pytest

from agendakit.lsp.commands import add_paper, registered_name
from agendakit.workspace import find
from lsp_session import copy_example, text_of


@pytest.mark.parametrize(
    ("ref", "name"),
    [
        ("arXiv:2310.06824", "arXiv:2310.06824"),
        ("https://arxiv.org/pdf/2310.06824v2", "arXiv:2310.06824"),
        ("doi:10.5555/Example.1", "10.5555/example.1"),
        ("https://example.org/paper", ""),
        ("--help", ""),
    ],
)
def test_only_what_a_registry_knows_can_be_added(ref, name):
    assert registered_name(ref) == name


def test_a_paper_that_is_listed_already_is_no_failure(tmp_path):
    folder = copy_example(tmp_path)
    before = text_of(folder, "agendas/papers.json")
    assert asyncio.run(add_paper(find(folder), "arXiv:1610.01644")) == ""
    assert text_of(folder, "agendas/papers.json") == before


@pytest.mark.parametrize("name", ["nonsense", "--help"])
def test_what_cannot_be_added_is_said_in_words(tmp_path, name):
    words = asyncio.run(add_paper(find(copy_example(tmp_path)), name))
    assert name in words
    assert "Traceback" not in words

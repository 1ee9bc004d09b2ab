"""The pages of papers, and BibTeX beside each paper."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import PurePosixPath

import pytest
from pybtex.database import parse_string

from agendakit.site import paper_pages
from agendakit.site.pages import build
from agendakit.site.place import Site
from examples import CONFIG, FOLDER, TODAY, check_example
from sites import Page


@pytest.fixture
def files():
    return {one.path: one.content for one in build(Site(catalogue=catalogue(), config=CONFIG, today=TODAY))}


def catalogue(more=0):
    """The example catalogue with some more papers that no entry names."""
    path = PurePosixPath("agendas/papers.json")
    papers = json.loads((FOLDER / path).read_text(encoding="utf-8"))
    papers += [{"id": f"arXiv:2601.0000{number}", "type": "article", "title": "One more"} for number in range(more)]
    return check_example({path: json.dumps(papers)}).catalogue


def bibtex_in(text):
    found = re.findall(r'<details class="ak-bibtex"><summary>BibTeX</summary><pre><code>(.*?)</code></pre>', text)
    return [unescape(one) for one in found]


@pytest.mark.parametrize("path", ["papers.md", "probing/probe-transfer.md", "concepts/linear-probes.md"])
def test_each_known_paper_can_be_copied_as_bibtex(files, path):
    whole = parse_string(files["papers.bib"], "bibtex").entries
    shown = bibtex_in(files[path])
    assert shown
    for one in shown:
        ((key, entry),) = parse_string(one, "bibtex").entries.items()
        assert entry == whole[key]


def test_a_long_bibliography_goes_on_with_a_next_page(monkeypatch):
    many = catalogue(more=3)
    papers = many.bibliography.papers
    assert len(papers) > 3
    monkeypatch.setattr(paper_pages, "PAGE", 2)
    made = {one.path: one.content for one in build(Site(catalogue=many, config=CONFIG, today=TODAY))}
    pages = ["papers.md", *(f"papers/{number}.md" for number in range(2, (len(papers) + 1) // 2 + 1))]
    listed = [name for path in pages for name in Page(made[path]).ids if name.startswith("paper-")]
    assert len(listed) == len(set(listed)) == len(papers)
    assert 'href="2/" rel="next"' in made["papers.md"]
    assert 'href="../" rel="prev"' in made["papers/2.md"]
    assert "rel=" not in made[pages[-1]].partition('rel="prev"')[2].partition("</nav>")[0]

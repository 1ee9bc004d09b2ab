"""Links between pages."""

from __future__ import annotations

import pytest
from markdown.extensions.toc import slugify as theirs

from agendakit.site.links import relative, slugify


@pytest.mark.parametrize(
    ("page", "target", "link"),
    [
        ("elk/probe/", "elk/other/", "../other/"),
        ("elk/probe/", "elk/", "../"),
        ("elk/probe/", "", "../../"),
        ("", "elk/probe/", "elk/probe/"),
        ("", "", "./"),
        ("elk/", "elk/#projects", "#projects"),
        ("elk/", "catalogue/?kind=project&agenda=elk", "../catalogue/?kind=project&agenda=elk"),
        ("elk/", "api/v1/entries/elk.json", "../api/v1/entries/elk.json"),
        ("a/", "b c/", "../b%20c/"),
    ],
)
def test_a_link_leads_from_page_to_page(page, target, link):
    assert relative(page, target) == link


@pytest.mark.parametrize("title", ["First step", "What is known already", "Éclair & co.", "A_b  -c", "“Not” 100%"])
def test_anchors_are_those_of_python_markdown(title):
    assert slugify(title) == theirs(title, "-")

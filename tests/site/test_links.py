"""Links between pages."""

from __future__ import annotations

import pytest

from agendakit.site.links import relative


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

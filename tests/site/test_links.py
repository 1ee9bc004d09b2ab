"""Links between pages."""

from __future__ import annotations

from posixpath import relpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendakit.site.links import relative

FOLDERS = st.lists(st.sampled_from("ab"), max_size=4).map(lambda names: "".join(f"{name}/" for name in names))


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


@given(FOLDERS, FOLDERS, st.sampled_from(["", "c.json"]))
def test_a_link_leads_where_the_path_library_would_lead(page, folder, file):
    found = relpath(f"{folder}{file}" or ".", page or ".")
    assert relative(page, f"{folder}{file}") == (found if file else f"{found}/")

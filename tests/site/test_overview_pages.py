"""Pages about the catalogue as a whole."""

from __future__ import annotations

from pathlib import PurePosixPath

from agendakit.site.pages import build
from agendakit.site.place import Site
from examples import CONFIG, ENTRIES, TODAY, check_example, example_files
from sites import Page

EMPTY = PurePosixPath("agendas/steering/index.md")


def test_an_agenda_without_a_project_has_no_map_and_no_link_to_one():
    agenda = example_files()[ENTRIES["agenda"]].decode()
    catalogue = check_example({EMPTY: agenda}).catalogue
    assert "steering" in catalogue.records
    files = {one.path: one.content for one in build(Site(catalogue=catalogue, config=CONFIG, today=TODAY))}
    assert [path for path in files if path.startswith("map/")] == ["map/probing.md"]
    links = {link for path, text in files.items() if path.endswith(".md") for link in Page(text).links}
    assert [link for link in links if "map/steering" in link] == []
    assert "map/probing/" in " ".join(links)

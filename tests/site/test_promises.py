"""What a built site is to hold, and what the documentation tells other engines to load."""

from __future__ import annotations

from pathlib import Path

import pytest

from agendakit.site.data_files import STYLESHEET
from agendakit.site.engine_files import engine_files
from agendakit.site.place import Site
from agendakit.site.promises import Sort, page_path, promises
from examples import CONFIG, TODAY, check_example

ENGINES = Path(__file__).parents[2] / "docs/engines.md"


def site():
    return Site(catalogue=check_example({}).catalogue, config=CONFIG, today=TODAY)


@pytest.mark.parametrize(
    ("source", "page"),
    [
        ("index.md", "index.html"),
        ("probing/index.md", "probing/index.html"),
        ("probing/probe-transfer.md", "probing/probe-transfer/index.html"),
        ("my index.md", "my index/index.html"),
    ],
)
def test_a_page_is_a_folder(source, page):
    assert page_path(source) == page


def test_what_other_engines_are_given_becomes_the_same_pages():
    promised = {promise.path for promise in promises(site()) if promise.sort is Sort.PAGE}
    given = engine_files(site()).texts
    assert {page_path(path) for path in given if path.endswith(".md")} == promised


def test_each_file_is_promised_once():
    paths = [promise.path for promise in promises(site())]
    assert len(paths) == len(set(paths))


def test_the_documentation_names_the_stylesheet():
    assert f'extra_css = ["{STYLESHEET}"]' in ENGINES.read_text(encoding="utf-8")

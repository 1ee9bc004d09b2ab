"""What an author writes never runs in a reader's browser."""

from __future__ import annotations

import pytest

import hostile_site
from sites import MKDOCS, Page, build, lay_out, served

EXTENSIONS = "markdown_extensions: [admonition, footnotes, tables, attr_list, md_in_html, pymdownx.superfences]\n"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    folder = lay_out(tmp_path_factory.mktemp("hostile"), hostile_site.files(), MKDOCS + EXTENSIONS)
    done = build(folder)
    assert done.returncode == 0, done.stdout
    return folder / "site"


def test_pages_hold_no_script_handler_or_address_that_runs(hostile):
    for path in hostile.rglob("*.html"):
        for tag, attributes in Page(path.read_text(encoding="utf-8")).tags:
            ours = "src" in attributes or attributes.get("type") == "application/ld+json"
            assert tag not in ("iframe", "object", "embed", "base"), path
            assert tag != "script" or ours, path
            assert not [name for name in attributes if name.startswith("on") or name == "style"], path
            links = [attributes.get(name) or "" for name in ("href", "src", "action", "xlink:href")]
            assert not [one for one in links if one.strip().lower().startswith(("javascript:", "data:", "x:"))], path


def test_every_text_holds_a_payload(hostile):
    page = (hostile / "probing/probe-transfer/index.html").read_text(encoding="utf-8")
    assert page.count("onerror") > 20
    assert page.count("onload") > 10


@pytest.mark.parametrize("width", ["desk"])
def test_nothing_runs_on_any_page(browser, hostile, width):
    ran: list[str] = []
    with served(hostile) as address:
        page = browser.new_page()
        page.on("dialog", lambda dialog: dialog.dismiss())
        page.on("dialog", lambda _: ran.append(page.url))
        page.on("pageerror", lambda error: ran.append(f"{page.url}: {error}"))
        for path in sorted(hostile.rglob("index.html")):
            where = path.parent.relative_to(hostile).as_posix()
            leads_on = 'http-equiv="refresh"' in path.read_text(encoding="utf-8")
            if where.startswith("contribute/rules/") or leads_on:
                continue
            page.goto(f"{address}/{where}/?q=alert&knows=pytorch")
        for name in ("catalogue/?q=alert", "know/?knows=pytorch"):
            page.goto(f"{address}/{name}")
            page.wait_for_load_state("networkidle")
        page.close()
    assert ran == []


def test_files_that_could_run_are_left_out_and_drawings_stay(hostile):
    assert not (hostile / "own.html").exists()
    assert not (hostile / "own.svg").exists()
    assert (hostile / "still.svg").exists()


def test_what_extensions_make_is_kept(hostile):
    page = (hostile / "notes/index.html").read_text(encoding="utf-8")
    for wanted in ('class="admonition note"', 'class="footnote"', 'class="highlight"', 'class="ak-right"', "<table>"):
        assert wanted in page

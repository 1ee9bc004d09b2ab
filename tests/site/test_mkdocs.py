"""The plugin, in MkDocs as users run it."""

from __future__ import annotations

import re

import html5lib
import pytest

from agendakit.site.page_parts import page_parts
from sites import MKDOCS, Page, broken_links, build, lay_out

PROJECT = "agendas/probing/probe-transfer.md"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    page = "# A page\n\nSee [the project](probing/probe-transfer.md) and [the agenda](probing/index.md).\n"
    folder = lay_out(tmp_path_factory.mktemp("built"), {"agendas/notes.md": page})
    done = build(folder, "--strict")
    assert done.returncode == 0, done.stdout
    return folder / "site"


def test_every_link_and_anchor_leads_somewhere(site):
    assert broken_links(site) == []


def test_entries_are_not_in_the_navigation(site):
    html = (site / "index.html").read_text(encoding="utf-8")
    header = html[html.index("<header") : html.index("</header>")]
    assert "catalogue/" in header
    assert "probe-transfer" not in header


def test_pages_ask_no_other_host_and_run_no_inline_script(site):
    for path in site.rglob("*.html"):
        for tag, attributes in Page(path.read_text(encoding="utf-8")).tags:
            loads = attributes.get("src") or (attributes.get("href") if tag == "link" else "") or ""
            allowed = attributes.get("rel") == "canonical"
            assert allowed or not loads.startswith(("http", "//")), path
            assert tag != "script" or "src" in attributes or attributes.get("type") == "application/ld+json", path
            assert "style" not in attributes, path


def test_every_page_names_the_feed(site):
    for path in site.rglob("index.html"):
        tags = Page(path.read_text(encoding="utf-8")).tags
        if any(tag == "meta" and attributes.get("http-equiv") == "refresh" for tag, attributes in tags):
            continue
        (feed,) = (one for tag, one in tags if tag == "link" and one.get("rel") == "alternate")
        assert feed["type"] == "application/atom+xml"
        assert (path.parent / str(feed["href"])).resolve() == (site / "feed.xml").resolve()


def test_patterns_find_the_links_and_anchors_that_a_parser_finds(site):
    for path in site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        parts, page = page_parts(html), Page(html)
        assert parts.anchors == set(page.ids), path
        refresh = {link.target for link in parts.links} - {link.strip() for link in page.links}
        assert {link.strip() for link in page.links} <= {link.target for link in parts.links}, path
        assert all(f"url={target}" in html or f'action="{target}"' in html for target in refresh), path


def test_only_what_a_page_loads_is_copied_of_the_theme(site):
    assert not (site / "assets/javascripts").exists()
    assert not list(site.rglob("*.map"))
    assert list((site / "assets/stylesheets").glob("main.*.css"))


def test_edit_links_lead_to_the_source(site):
    html = (site / "probing/probe-transfer/index.html").read_text(encoding="utf-8")
    assert f"https://example.org/repository/edit/HEAD/{PROJECT}" in html


def test_ids_are_unique_on_each_page(site):
    for path in site.rglob("*.html"):
        ids = Page(path.read_text(encoding="utf-8")).ids
        assert len(ids) == len(set(ids)), path


def test_pages_are_html_without_an_error(site):
    for path in site.rglob("*.html"):
        parser = html5lib.HTMLParser()
        parser.parse(path.read_text(encoding="utf-8"))
        assert [(code, data) for _, code, data in parser.errors] == [], path


def test_an_error_stops_the_build_with_its_frame(tmp_path):
    folder = lay_out(tmp_path)
    path = folder / PROJECT
    path.write_text(path.read_text(encoding="utf-8").replace("linear-probes", "linear-prob", 1), encoding="utf-8")
    done = build(folder)
    assert done.returncode == 1
    assert "error[dangling-reference]" in done.stdout
    assert f"--> {PROJECT}:" in done.stdout
    assert "Traceback" not in done.stdout
    assert not (folder / "site").exists() or not list((folder / "site").rglob("*.html"))


@pytest.mark.parametrize("level", ["warning", "error"])
def test_a_finding_stops_the_build_where_the_configuration_makes_it_an_error(tmp_path, level):
    folder = lay_out(tmp_path)
    config = folder / "agendakit.toml"
    levels = f'[levels]\nunused-allow = "{level}"\n'
    config.write_text(f"{config.read_text(encoding='utf-8')}\n{levels}", encoding="utf-8")
    entry = folder / PROJECT
    text = entry.read_text(encoding="utf-8")
    entry.write_text(f"{text}\n<!-- agendakit: allow thin-entry, because it may be found -->\n", encoding="utf-8")
    done = build(folder)
    assert bool(done.returncode) == (level == "error"), done.stdout
    assert ("unused-allow" in done.stdout) == (level == "error")


def test_an_empty_catalogue_builds_a_friendly_site(tmp_path):
    (tmp_path / "agendas").mkdir()
    (tmp_path / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    done = build(tmp_path, "--strict")
    assert done.returncode == 0, done.stdout
    assert "There is no agenda here yet" in (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert "Nothing is published here yet" in (tmp_path / "site/catalogue/index.html").read_text(encoding="utf-8")
    assert broken_links(tmp_path / "site") == []


@pytest.mark.parametrize(
    ("line", "instead", "sentence"),
    [
        ("site_url: https://example.org/agendas/", "site_url: https://example.net/", "`site_url` in mkdocs.yml is"),
        ("repo_url: https://example.org/repository", "repo_url: https://example.net/r", "`repo_url` in mkdocs.yml is"),
        ("theme:", "use_directory_urls: false\ntheme:", "use_directory_urls: true"),
    ],
)
def test_a_disagreement_with_the_configuration_is_said(tmp_path, line, instead, sentence):
    done = build(lay_out(tmp_path, mkdocs=MKDOCS.replace(line, instead)))
    assert sentence in done.stdout


@pytest.mark.parametrize("path", ["probing/index.md", "./probing/index.md", "/probing/index.md"])
def test_a_title_in_the_navigation_counts(tmp_path, path):
    folder = lay_out(tmp_path, mkdocs=f"{MKDOCS}\nnav:\n  - My own words: {path}\n")
    assert build(folder).returncode == 0
    assert ">My own words</a>" in (folder / "site/index.html").read_text(encoding="utf-8")


def test_a_section_of_any_depth_is_listed(tmp_path):
    nav = "nav: [{Mine: [{Inner: [{Innermost: [{A page: mine/a.md}]}, {Another page: mine/b.md}]}]}]"
    pages = {f"agendas/mine/{name}.md": f"# {name}\n" for name in "ab"}
    folder = lay_out(tmp_path, pages, mkdocs=f"{MKDOCS}\n{nav}\n")
    done = build(folder)
    assert done.returncode == 0, done.stdout
    section = (folder / "site/mine/a/index.html").read_text(encoding="utf-8").split('class="ak-section"')[1]
    assert re.findall(r'<p class="ak-label">([^<]+)</p>', section) == ["Mine", "Inner", "Innermost"]
    assert re.findall(r'<a href="([^"]+)"', section)[:2] == ["./", "../b/"]


def test_a_broken_configuration_is_one_sentence(tmp_path):
    done = build(lay_out(tmp_path, {"agendakit.toml": "nmae = 'x'\n"}))
    assert done.returncode == 2
    assert "`nmae` is no key" in done.stdout
    assert "Traceback" not in done.stdout


def test_a_page_of_ones_own_under_a_generated_name_is_not_lost_in_silence(tmp_path):
    done = build(lay_out(tmp_path, {"agendas/papers.md": "# Mine\n"}))
    assert "`papers.md` is the name of a page that is generated" in done.stdout


def test_nothing_from_outside_the_catalogue_is_published(tmp_path):
    folder = lay_out(tmp_path / "inside", {"agendakit.toml": 'url = ""\n[levels]\nescaping-link = "hint"\n'})
    (tmp_path / "secret.txt").write_text("do not show", encoding="utf-8")
    (folder / "agendas/secret.txt").symlink_to(tmp_path / "secret.txt")
    done = build(folder)
    assert done.returncode == 0, done.stdout
    assert not (folder / "site/secret.txt").exists()

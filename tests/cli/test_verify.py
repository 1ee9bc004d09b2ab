"""`agendakit verify`."""

from __future__ import annotations

import re

import pytest

from sites import build, lay_out

DAY = ("--today", "2026-02-01")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """What MkDocs made of the example catalogue, with an alias and an image in it."""
    folder = lay_out(tmp_path_factory.mktemp("built"))
    _extend(folder)
    done = build(folder, "--strict")
    assert done.returncode == 0, done.stdout
    return {path.relative_to(folder / "site").as_posix(): path.read_bytes() for path in _files(folder / "site")}


@pytest.fixture
def site(desk, built):
    """The same site beside the catalogue that it was built of, to take something away from."""
    _extend(desk.folder)
    for path, data in built.items():
        (desk.folder / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (desk.folder / "site" / path).write_bytes(data)
    return desk


def _files(folder):
    return [path for path in sorted(folder.rglob("*")) if path.is_file()]


def _extend(folder):
    concept = folder / "agendas/concepts/pytorch.md"
    text = concept.read_text(encoding="utf-8").replace("hours: 20", "hours: 20\naliases: [torch]", 1)
    concept.write_text(f"{text}\n![A drawing](drawing.svg)\n", encoding="utf-8")
    (folder / "agendas/concepts/drawing.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")


def test_a_whole_site_passes(site):
    done = site.run("verify", *DAY)
    assert done.code == 0, done.out
    assert done.out == ""
    assert "0 missing or broken" in done.err


@pytest.mark.parametrize(
    ("path", "sort"),
    [
        ("index.html", "page"),
        ("catalogue/index.html", "page"),
        ("probing/index.html", "page"),
        ("probing/probe-transfer/index.html", "page"),
        ("map/probing/index.html", "page"),
        ("contribute/rules/duplicate-key/index.html", "page"),
        ("id/probe-transfer/index.html", "redirect"),
        ("id/torch/index.html", "redirect"),
        ("concepts/torch/index.html", "redirect"),
        ("assets/agendakit/site.js", "asset"),
        ("assets/agendakit/agendakit.css", "asset"),
        ("assets/agendakit/index.json", "asset"),
        ("api/v1/catalogue.json", "datum"),
        ("api/v1/entries/pytorch.json", "datum"),
        ("schemas/project.schema.json", "datum"),
        ("feed.xml", "datum"),
        ("papers.bib", "datum"),
        ("papers.json", "datum"),
        ("llms.txt", "datum"),
        ("concepts/drawing.svg", "file that an entry links to"),
    ],
)
def test_what_is_missing_is_named(site, path, sort):
    (site.folder / "site" / path).unlink()
    done = site.run("verify", "site", *DAY)
    assert done.code == 1
    assert done.out.startswith(f"`{path}` is missing ({sort}). Build the site again.\n")


@pytest.mark.parametrize(
    ("path", "data", "words"),
    [
        ("probing/index.html", b"&lt;div class=&quot;ak&quot;&gt;", "is a page, but not the one"),
        ("probing/index.html", b'<div class="ak">words</div>', "does not load `assets/agendakit/"),
        ("api/v1/catalogue.json", b"", "is empty"),
    ],
)
def test_what_is_there_and_broken_is_named(site, path, data, words):
    (site.folder / "site" / path).write_bytes(data)
    done = site.run("verify", *DAY)
    assert done.code == 1
    assert done.out.startswith(f"`{path}` {words}")


@pytest.mark.parametrize(
    ("path", "old", "new", "words"),
    [
        (
            "probing/probe-transfer/index.html",
            'href="../../concepts/linear-probes/"',
            'href="../../concepts/linear-prods/"',
            (
                "has a link `../../concepts/linear-prods/` that leads to no page or file of the site. "
                "Correct it in `agendas/probing/probe-transfer.md`, or add what it leads to."
            ),
        ),
        (
            "probing/probe-transfer/index.html",
            'href="#what-is-known-already"',
            'href="#what-is-known-alredy"',
            (
                "has a link `#what-is-known-alredy` that leads to no place of `probing/probe-transfer/index.html`, "
                "which has no `#what-is-known-alredy`; the nearest is `#what-is-known-already`."
            ),
        ),
        (
            "concepts/pytorch/index.html",
            '<a href="../../catalogue/?kind=concept">',
            '<a href="../linear-probes/#nowhere">',
            "has a link `../linear-probes/#nowhere` that leads to no place of `concepts/linear-probes/index.html`",
        ),
        (
            "concepts/pytorch/index.html",
            'src="../drawing.svg"',
            'src="../drawings.svg"',
            "has a link `../drawings.svg` that leads to no page or file of the site.",
        ),
        (
            "concepts/pytorch/index.html",
            '<a href="../../catalogue/?kind=concept">',
            '<a href="/catalogue/">',
            "has a link `/catalogue/` that leads out of the site, which lies below `/agendas/`.",
        ),
        (
            "concepts/pytorch/index.html",
            '<a href="../../catalogue/?kind=concept">',
            '<a href="../../../elsewhere/">',
            "has a link `../../../elsewhere/` that leads out of the site, which lies below `/agendas/`.",
        ),
        (
            "concepts/pytorch/index.html",
            '<a href="../../catalogue/?kind=concept">',
            '<a href="https://example.org/agendas/gone/">',
            "has a link `https://example.org/agendas/gone/` that leads to no page or file of the site.",
        ),
        (
            "id/torch/index.html",
            "url=../../concepts/pytorch/",
            "url=../../concepts/torches/",
            "has a link `../../concepts/torches/` that leads to no page or file of the site. The page is generated",
        ),
    ],
)
def test_a_link_that_leads_nowhere_is_named_with_its_place_and_a_remedy(site, path, old, new, words):
    html = site.read(f"site/{path}")
    assert old in html
    line = html[: html.index(old)].count("\n") + 1
    site.write(f"site/{path}", html.replace(old, new, 1))
    done = site.run("verify", *DAY)
    assert done.code == 1
    assert f"`{path}:{line}` {words}" in done.out


def test_a_link_that_many_pages_have_is_told_once(site):
    (site.folder / "site/health/index.html").unlink()
    links = [line for line in site.run("verify", *DAY).out.splitlines() if " link `" in line]
    assert len(links) == 1
    assert re.search(r"leads to no page or file of the site\. So do \d+ other pages\.", links[0])


def test_what_only_looks_like_a_link_is_none(site):
    html = site.read("site/concepts/pytorch/index.html")
    words = """<!-- <a href="gone/"> --><p title='<a href="gone/">'>a href="gone/" <a href="#top">up</a></p>"""
    words += """<script>const words = '<a href="gone/">';</script><a href="?q=x">here</a>"""
    site.write("site/concepts/pytorch/index.html", html.replace("</article>", f"{words}</article>"))
    assert site.run("verify", *DAY).out == ""


def test_an_entry_written_since_the_build_is_missed(site):
    text = site.read("agendas/concepts/linear-probes.md")
    site.write("agendas/concepts/new-probes.md", text)
    out = site.run("verify", *DAY).out
    assert "`concepts/new-probes/index.html` is missing (page)." in out
    assert "`api/v1/entries/new-probes.json` is missing (datum)." in out


def test_a_site_that_is_not_there_is_one_sentence(desk):
    done = desk.run("verify", "nowhere")
    assert done.code == 2
    assert "`nowhere` is no folder." in done.err

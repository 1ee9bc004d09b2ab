"""Authors' Markdown as HTML."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendakit import document
from agendakit.site import prose
from agendakit.site.place import Site, place_at
from agendakit.site.prose import inline, sections
from examples import CONFIG, TODAY, check_example
from sites import Page

SITE = Site(catalogue=check_example({}).catalogue, config=CONFIG, today=TODAY)
HOSTILE = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "[x](javascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    '[x](entry:linear-probes"onmouseover=alert(1))',
    "![x](javascript:alert(1))",
    "<svg><script>alert(1)</script></svg>",
    "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>",
    "$\\text{<script>alert(1)</script>}$",
    "$$\\href{javascript:alert(1)}{x}$$",
    '[@x"><script>alert(1)</script>]',
    "```<script>\nalert(1)\n```",
    "| a |\n|---|\n| <iframe src=//evil.example> |",
    '<a href="https://ok.example" onclick="alert(1)">x</a>',
    "<style>body{display:none}</style>",
    "[x](<vbscript:msgbox(1)>)",
    "<ak-heading>x</ak-heading>",
    "</div></section></article><h1>out</h1>",
]


def place():
    return place_at(SITE, "probing/probe-transfer/", PurePosixPath("agendas/probing/probe-transfer.md"))


def html_of(body):
    found = sections(document.parse(PurePosixPath("agendas/probing/probe-transfer.md"), body), place().around)
    return "".join(str(section.html) for section in found)


@pytest.mark.parametrize("source", HOSTILE)
@pytest.mark.parametrize("make", [html_of, lambda text: str(inline(text, place().around))], ids=["body", "field"])
def test_nothing_that_an_author_writes_runs(make, source):
    page = Page(make(source))
    assert not {"script", "style", "iframe", "object", "embed", "form", "svg", "ak-heading", "h1"} & {
        tag for tag, _ in page.tags
    }
    names = {name for _, attributes in page.tags for name in attributes}
    assert not [name for name in names if name.startswith("on") or name == "style"]
    assert not [link for link in page.links if ":" in link and not link.startswith(("https:", "http:", "mailto:"))]


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("[probes](entry:linear-probes)", 'href="../../concepts/linear-probes/"'),
        ("[probes](entry:linear-probes#what-it-is)", 'href="../../concepts/linear-probes/#what-it-is"'),
        ("[probes](../concepts/linear-probes.md)", 'href="../../concepts/linear-probes/"'),
        ("[agenda](index.md#projects)", 'href="../#projects"'),
        ("![drawing](figure.png)", '<img src="../figure.png" alt="drawing"'),
        ("[@arXiv:1610.01644]", 'href="#paper-arxiv-1610-01644"'),
        ("[@arXiv:1610.01644]", ">Alain &amp; Bengio 2016</a>"),
        ("$a < b$", "<math"),
        ("| a |\n|---|\n| b |", "<table>"),
        ("~~gone~~", "<s>gone</s>"),
        ("### Deeper *still*", '<h3 id="deeper-still">'),
        ("| a |\n|--:|\n| b |", '<td class="ak-right">b</td>'),
        ("- [x] read\n- [ ] write", '<span class="ak-box" role="img" aria-label="done">☑</span> read'),
        ("- [x] read\n- [ ] write", 'aria-label="to do">☐</span> write'),
        ('!!! warning "Mind *this*"\n    Words.', '<div class="admonition warning">'),
        ('!!! warning "Mind *this*"\n    Words.', "Mind <em>this</em></p>\n<p>Words.</p>"),
        ("!!! ak-catalogue\n    Words.", '<div class="admonition note">'),
        ("![drawing](figure.png){width=300 height=200}", 'alt="drawing" width="300" height="200"'),
        ("![drawing](figure.png){width=1e9 onerror=x}", 'alt="drawing" loading="lazy"'),
        ("a[^1]\n\n[^1]: Note.", '<a class="footnote-ref" href="#fn-1"'),
        ("a[^1]\n\n[^1]: Note.", 'href="#fnref-1" title="back to the text"'),
    ],
)
def test_prose_becomes_html(source, wanted):
    assert wanted in html_of(source)


def test_an_image_of_another_host_becomes_a_link():
    html = html_of("![a cat](https://elsewhere.example/cat.png)")
    assert "<img" not in html
    assert 'href="https://elsewhere.example/cat.png"' in html


def test_comments_are_not_shown():
    assert "agendakit" not in html_of("a <!-- agendakit: allow raw-html, because it is a test --> b")


def test_a_formula_that_cannot_be_converted_stays_as_it_is_written():
    assert "<code>$x_y_z$</code>" in html_of("$x_y_z$")
    assert f"<code>${'x+' * 2000}x$</code>" in html_of(f"${'x+' * 2000}x$")


def test_a_link_out_of_the_catalogue_loses_its_target():
    assert "href" not in html_of("[secret](../../../etc/passwd)")


def test_sections_are_split_at_second_level_headings():
    text = "before\n\n## One `code`\n\na\n\n### inner\n\nb\n\n## Two\n\nc\n"
    found = sections(document.parse(PurePosixPath("agendas/x.md"), text), place().around)
    assert [section.title for section in found] == ["", "One code", "Two"]


def test_footnotes_stand_in_a_section_of_their_own_at_the_end():
    text = "## One\n\na[^n] b[^n]\n\n[^n]: The note.\n\n## Two\n\nc\n"
    found = sections(document.parse(PurePosixPath("agendas/x.md"), text), place().around)
    assert [section.title for section in found] == ["One", "Two", "Footnotes"]
    ids = Page("".join(str(section.html) for section in found)).ids
    assert ids == ["fnref-1", "fnref-1-2", "fn-1"]


@given(st.text(st.characters(codec="utf-8") | st.sampled_from("a .,'\"*_#@:;/()[]{}!|~^$%=+-—’ü"), max_size=40))
def test_a_plain_text_becomes_the_same_html_without_a_parser(text):
    if not prose._PLAIN.fullmatch(text):
        return
    parsed = prose._field_parser().renderInline(text, {"around": place().around})
    assert str(inline(text, place().around)) == str(prose._clean(parsed))


@pytest.mark.parametrize("make", [html_of, lambda text: str(inline(text, place().around))], ids=["body", "field"])
def test_works_that_are_cited_together_are_links_of_their_own(make):
    html = make("See [@arXiv:1610.01644; @doi:10.5555/example.1].")
    assert html.count('<a class="ak-cite"') == 2
    assert "</a>; <a" in html

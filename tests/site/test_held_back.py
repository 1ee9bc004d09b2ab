"""Blocks that the engine's Markdown parser does not see."""

from __future__ import annotations

import pytest
from markdown import markdown

from agendakit.site.held_back import HeldBack, Parsed, anchors, hold_back, put_back, slimmed
from agendakit.site.pages import build
from agendakit.site.place import Site
from examples import CONFIG, TODAY, check_example
from hostile_catalogue import catalogue_of


def pages(catalogue):
    files = build(Site(catalogue=catalogue, config=CONFIG, today=TODAY))
    return {file.path: file.content.partition("\n---\n\n")[2] for file in files if file.path.endswith(".md")}


@pytest.mark.parametrize("catalogue", [check_example({}).catalogue, catalogue_of()], ids=["example", "hostile"])
def test_a_page_becomes_the_same_html_with_and_without_its_blocks(catalogue):
    for path, text in pages(catalogue).items():
        short, blocks = hold_back(text)
        assert blocks, path
        assert put_back(markdown(short), blocks) == markdown(text), path


def test_only_headings_and_marks_are_left():
    short, _ = hold_back(pages(check_example({}).catalogue)["probing/probe-transfer.md"])
    assert all(line.startswith(("## ", '<div class="ak">')) and len(line) < 60 for line in short.split("\n") if line)


def test_anchors_in_blocks_are_known():
    _, blocks = hold_back(pages(check_example({}).catalogue)["probing/probe-transfer.md"])
    assert "paper-arxiv-1610-01644" in anchors(blocks)


def test_headings_that_were_parsed_before_are_not_parsed_again():
    held: HeldBack[str] = HeldBack()
    pages_with_the_same_headings = {
        name: f'<div class="ak">{name}</div>\n\n## One\n\n<div class="ak"><p id="{name}">x</p></div>\n' for name in "ab"
    }
    given = {}
    for name, text in pages_with_the_same_headings.items():
        asked = held.take(name, text)
        assert bool(asked) == (name == "a")
        contents = "contents of the first" if asked else "nothing"
        parsed = Parsed(html=markdown(asked), contents=contents, anchors=frozenset({"one"} if asked else ()))
        given[name] = held.give(name, parsed)
    for name, text in pages_with_the_same_headings.items():
        assert given[name] == Parsed(
            html=markdown(text), contents="contents of the first", anchors=frozenset({"one", name})
        )


def test_a_page_that_was_not_taken_is_not_given():
    held: HeldBack[str] = HeldBack()
    assert held.give("a", Parsed(html="x", contents="", anchors=frozenset())) is None


def test_a_page_is_slimmed_of_indents_and_keeps_preformatted_lines():
    html = "<ul>\n\n    <li>one</li>\n</ul>\n<pre><code>a&#10;    b&#10;&#10;c</code></pre>\n"
    assert slimmed(html) == "<ul>\n<li>one</li>\n</ul>\n<pre><code>a\n    b\n\nc</code></pre>\n"

"""Pages as Markdown that Python-Markdown hands through."""

from __future__ import annotations

import markdown as python_markdown
import pytest
import yaml

from agendakit.site.templating import front_of, markdown, page
from sites import Page

TITLES = [
    "Plain words",
    "<script>alert(1)</script>",
    "*stars* and _lines_ and `code` and [links](x)",
    "A # hash, {: #id } and ![image](x)",
    "1. numbered",
    "$x_1$ & co. \\(y\\)",
    "شبكات عصبية",
    "emoji 🧭 and “quotes”",
]
BLOCKS = [
    "<section><pre><code>```\nfenced\n```\n\n    indented\n</code></pre></section>",
    "<p>| a | b |\n|---|---|\n| 1 | 2 |</p>",
    "<p>[x]: http://evil.example\n\n# no heading\n\n* no list</p>",
    "<p>&lt;script&gt; &amp; *[HTML]: x</p>",
]


def render(text):
    return python_markdown.markdown(
        text, extensions=["tables", "toc", "pymdownx.superfences", "footnotes", "admonition"]
    )


@pytest.mark.parametrize("title", TITLES)
def test_a_heading_shows_its_words_and_nothing_else(title):
    from markupsafe import escape  # noqa: PLC0415

    html = render(markdown(f"<ak-heading>{escape(title)}</ak-heading>"))
    found = Page(html)
    assert [tag for tag, _ in found.tags] == ["h2"]
    assert "".join(found.words).strip() == title


@pytest.mark.parametrize("block", BLOCKS)
def test_a_block_passes_untouched(block):
    flat = markdown(block).strip()
    assert render(flat).strip() == flat


@pytest.mark.parametrize("title", TITLES)
def test_front_matter_holds_the_title_escaped(title):
    from html import escape  # noqa: PLC0415

    text = page(
        "redirect.html", {"root": "", "title": "x", "link": "y", "canonical": ""}, title=title, description=title
    )
    front = yaml.safe_load(text.split("---\n")[1])
    assert front["title"] == escape(title)
    assert front_of(text) == (front, text.split("---\n", 2)[2].lstrip("\n"))


def test_front_matter_that_was_written_elsewhere_is_left_to_others():
    assert front_of("---\ntitle: Plain words\n---\n\nText.\n") is None

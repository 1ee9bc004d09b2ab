"""The files of a preview, and what it says of an entry."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from agendakit.diagnostic import Diagnostic, Finding, Fix, Level, Note, Place, Safety
from agendakit.document import parse
from agendakit.extension import Outcome, Summary
from agendakit.site.preview_choice import Wish
from agendakit.site.preview_findings import coded, findings_html
from agendakit.site.preview_left_out import LeftOut, command, left_out_page
from agendakit.text import Span

PATH = PurePosixPath("agendas/a/b.md")
HOSTILE = "</li></section><script>alert(1)</script>"


def outcome(*levels, message=HOSTILE):
    place = Place(PATH, Span(4, 9))
    finding = Finding(
        place=place,
        message=message,
        help=f"Mend `{message}`.",
        related=(Note(place, message),),
        fix=Fix(title=message, safety=Safety.SAFE, edits=()),
    )
    return Outcome(
        diagnostics=tuple(Diagnostic(rule="some-rule", level=level, finding=finding) for level in levels),
        documents={PATH: parse(PATH, f"one\n{HOSTILE}\nthree")},
        summary=Summary(files=1, entries=1, errors=0, warnings=0, hints=0),
    )


def test_a_page_without_findings_says_nothing():
    assert findings_html(outcome(), "a/b/") == ""


def test_the_gravest_come_first_and_hints_are_folded():
    html = findings_html(outcome(Level.HINT, Level.WARNING, Level.ERROR), "a/b/")
    assert "1 error, 1 warning, 1 hint" in html
    order = [html.index(f">{word}</strong>") for word in ("Error", "Warning", "Hint")]
    assert order == sorted(order)
    assert html.index(">Warning</strong>") < html.index("<details") < html.index(">Hint</strong>")


def test_what_an_author_wrote_is_shown_and_not_obeyed():
    html = findings_html(outcome(*Level), "a/b/")
    assert "<script" not in html
    assert html.count("&lt;script&gt;") == 4 * len(Level)
    assert "agendakit check --fix" in html


def test_the_manual_is_the_page_of_the_rule_on_this_site():
    assert 'href="../../contribute/rules/some-rule/"' in findings_html(outcome(Level.ERROR), "a/b/")
    assert 'href="contribute/rules/some-rule/"' in findings_html(outcome(Level.ERROR), "")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Write `a < b` or `c`.", "Write <code>a &lt; b</code> or <code>c</code>."),
        ("An odd ` backtick", "An odd ` backtick"),
        ("`a` and an odd `", "<code>a</code> and an odd `"),
        ("A bell \a", "A bell &lt;U+0007&gt;"),
        ("", ""),
    ],
)
def test_what_stands_in_backticks_is_code(text, html):
    assert coded(text) == html


def test_a_page_that_is_left_out_is_framed_by_the_site():
    shell = "<header>head</header><article class='x'><h1>Not here</h1></article><footer>foot</footer>"
    page = left_out_page("know/", LeftOut("", ""), [Wish("a b", "")], shell)
    assert page.startswith("<header>head</header><article class='x'><h1>Not in this preview</h1>")
    assert page.endswith("</article><footer>foot</footer>")
    assert "agendakit serve</code>" in page
    assert 'href="../"' in page
    assert "<h1>Not in this preview</h1>" in left_out_page("know/", LeftOut("", ""), [], "a theme of another kind")


def test_a_page_that_can_be_named_says_by_which_command():
    page = left_out_page("a/b/", LeftOut("<b>Title</b>", "b"), [Wish("a b", "")], "<article></article>")
    assert "<h1>&lt;b&gt;Title&lt;/b&gt;</h1>" in page
    assert "agendakit serve --only &#39;a b&#39; --only b</code>" in page


def test_names_are_quoted_as_a_shell_wants_them():
    assert command(["changed", "it's"]) == "agendakit serve --only changed --only 'it'\"'\"'s'"
    assert command([]) == "agendakit serve"

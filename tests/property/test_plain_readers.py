"""What the quick readers find in a body is what the Markdown parser finds."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agendakit import markdown_tokens, outline, plain_blocks, plain_inlines
from examples import FOLDER

PIECES = [
    *(
        "[words](entry:probes)",
        "[a\nb](../x.md#y)",
        "[@arXiv:1610.01644]",
        "[x]",
        "[ ]",
        "[",
        "]",
        "(",
        ")",
        "](",
        "[@a",
    ),
    *(
        "`",
        "``",
        "`code [x](y)`",
        "$",
        "$$",
        "$x_{i}$",
        "$ 5",
        "$5 and $6",
        "$[x](y)$",
        "$\\theta < 1$",
        "$a & b$",
        "[x & y](z)",
        "[x](//=:0)",
        "[@a; @b]",
        "[@a;\n@b; @c]",
        "[@a; b]",
        "[x](https://example.org/A_b#C)",
        "[x](https://Example.org/a)",
        "[x](//Example.org/a)",
        "[x](A.md)",
        "\\$",
        "*",
        "**bold**",
        "_",
        "~",
        "*[a](b)*",
    ),
    *("\\", "!", "![i](j)", "<b>", "<https://example.org>", "&amp;", "https://example.org", "[x](https://example.org)"),
    *("[x](HTTP://Example.org/%20)", "[x](a b)", "[x](<a>)", '[x](a "t")', "[x]()", "[x](a(b)c)", "[x](mailto:a@b.c)"),
    *(
        "[x](a:b:c)",
        "[x](//h/p)",
        "[x](javascript:y)",
        "[*x*](y)",
        "[x `y` z](w)",
        "[a [b](c) d](e)",
        "[x][y]",
        "[x][]",
    ),
    *(
        "\n- ",
        "\n  ",
        "\n    code",
        "\n> ",
        "\n1. ",
        "\n2) ",
        "\n***\n",
        "\n---\n",
        "\n===\n",
        "\n## Title\n",
        "\n###### b #\n",
    ),
    *(
        "\n```\n",
        "\n~~~",
        "\n\t",
        "\n<div>\n",
        "\n<!-- c -->\n",
        "- <b",
        "\n   x",
        "\n\u00a0\n",
        "\n\x0c\n",
        "#",
        "\n:-:\n",
        "+ ",
    ),
    *(" ", "\n", "  \n", "word", "Ärger", "\u2028", "1", "-", ":", ";", "[r]: x\n", "\n\n", "| a |\n|---|\n", "# "),
    *("a | [x](y.md)\n--- | ---\n", "`c | [x](y.md)`\n", "w | z\n", ":-: | -\n"),
]
bodies = st.lists(st.sampled_from(PIECES), max_size=18).map("".join)
MARGINS = ("", "", "", "", "  ", "   ", "    ", " ")
MARKS = ("", "", "", "- ", "- ", "1. ", "2. ", "10. ", "3) ", "* ", "-  ", "- - ", "> ", "# ")
WORDS = (
    *("two words", "[a](entry:b)", "[@arXiv:1.2]", "**bold** x", "*em* y", "**", "* * *", "---", "===", "[ ] todo"),
    *("a | b", "--- | ---", "| a | b |", "|---|---|", "|---|", "1. x", "x\\", "[a\n  b](c)", "![i](j)", "<b>", ""),
    *("```", "```", "```a|b", "````", "```py", "``` ", "```a`", "``", "~~~"),
)
ENDS = ("\n", "\n", "\n", "\n\n", "  \n", "\n \n")
lines = st.tuples(*map(st.sampled_from, (MARGINS, MARKS, WORDS, ENDS))).map("".join)


def _slowly(read, body):
    with (
        patch.object(plain_inlines, "read", lambda _content, *, definitions: None),  # its signature
        patch.object(plain_blocks, "tokens", lambda source, parse: parse(source)),
    ):
        return read(body)


def _fences(body):
    return [(token.map, token.markup) for token in markdown_tokens.blocks(body, {}) if token.type == "fence"]


@given(st.one_of(bodies, st.lists(lines, max_size=9).map("".join)))
@settings(max_examples=3000, deadline=None)
def test_the_quick_readers_and_the_parser_agree(body):
    assert outline.read(body) == _slowly(outline.read, body)
    assert _fences(body) == _slowly(_fences, body)


@pytest.mark.parametrize(
    "body",
    [
        "# Title\n\nwords\nmore\n",
        "- one\n- **two**\n  more\n\n- three\n\nwords\n",
        "9. one\n10. two\n    more\n",
        "words\n```py\n# no heading\n\n    - x\n```\n- one\n````\n```\n````\n\n# Title\n",
    ],
)
def test_plain_bodies_need_no_parser(body):
    def parse(_):
        raise AssertionError

    assert plain_blocks.tokens(body, parse)


@pytest.mark.parametrize(
    "body",
    [
        "- one\n\n  more\n",
        "- one\nlazy\n",
        "1. one\n  - two\n",
        "-  one\n",
        "- one\n  ---\n",
        "# a | b\n|---|---|\n",
        "- one\n  ```\n  code\n  ```\n",
        "```a`b\n",
        "```a|b\n|---|---|\n# x\n```\n",
        "# a\x85\n",
    ],
)
def test_what_is_not_plain_is_left_to_the_parser(body):
    asked = []

    def parse(source):
        asked.append(source)
        return []

    plain_blocks.tokens(body, parse)
    assert asked


def test_code_that_nothing_closes_is_left_to_the_parser_at_once():
    assert plain_inlines.read("[a](b) `` c ` [d](e)", definitions=False) is None
    assert plain_inlines.read("[a](b) `` c ` `` [d](e)", definitions=False) is not None


@given(st.randoms(use_true_random=False))
@settings(max_examples=1000, deadline=None)
def test_they_agree_after_edits_of_a_real_body(random):
    paragraphs = random.choice(BODIES).split("\n\n")
    first = random.randrange(len(paragraphs))
    body = "\n\n".join(paragraphs[first : first + random.randint(1, 5)])
    for _ in range(random.randint(1, 4)):
        at = random.randint(0, len(body))
        body = body[:at] + random.choice(PIECES) + body[at + random.choice((0, 0, 1, 3)) :]
    assert outline.read(body) == _slowly(outline.read, body)
    assert _fences(body) == _slowly(_fences, body)


def test_they_agree_on_every_entry_of_the_repository():
    for body in BODIES:
        assert outline.read(body) == _slowly(outline.read, body)
        assert _fences(body) == _slowly(_fences, body)


ENTRIES = sorted((FOLDER.parent.parent / "agendas").rglob("*.md"))
BODIES = [path.read_text(encoding="utf-8").rpartition("\n---\n")[2] for path in ENTRIES]

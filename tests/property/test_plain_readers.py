"""What the quick readers find in a body is what the Markdown parser finds."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from agendakit import outline, plain_blocks, plain_inlines
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


def _slowly(body):
    with (
        patch.object(plain_inlines, "read", lambda _content, *, definitions: None),  # its signature
        patch.object(plain_blocks, "tokens", lambda source, parse: parse(source)),
    ):
        return outline.read(body)


@given(bodies)
@settings(max_examples=1500, deadline=None)
def test_the_quick_readers_and_the_parser_agree(body):
    assert outline.read(body) == _slowly(body)


def test_they_agree_on_every_entry_of_the_repository():
    folder = FOLDER.parent.parent / "agendas"
    for path in sorted(folder.rglob("*.md")):
        body = path.read_text(encoding="utf-8").partition("\n---\n")[2]
        assert outline.read(body) == _slowly(body), path

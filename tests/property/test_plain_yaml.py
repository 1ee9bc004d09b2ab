"""What the quick reader finds in front matter is what the YAML parser finds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agendakit import frontmatter, plain_yaml
from agendakit.text import Span, is_printable
from agendakit.yaml_problem import MAX_NODES
from agendakit.yaml_reader import YamlReader
from examples import FOLDER

INDENTS = ("", "", "", "  ", "  ", "    ", " ", "   ", " " * 13)
DASHES = ("", "", "", "- ", "-   ", "- - ")
KEYS = ("a: ", "b: ", "kind: ", "x_y: ", "c-d:", "true: ", "a:  ", "a : ", "é: ", "<<: ", "")
VALUES = (
    *("word", "two words ", "it's", "x: y", "a:b", "x:", "x #c", "x# c", "1.50", "0x14", "null", "~", "-1", "- x"),
    *("'q'", "'it''s'", "'a' b", "''", "'a", '"d"', '"a\\n"', '"a" ', "...", "---", "# c", "%x", "@x", "&a x", "*a"),
    *("[a, b]", "[]", "[a,b]", "[a, b ]", "[ a]", "[a: b]", "[arXiv:2103.1, d]", "[x #y]", "[it's, b]", "[a, [b]]"),
    *("[a, 1]", "[a b]", "[a, b] x", "{a: b}", "? x", "!t x", "x, y", "x]", "é", "😀 b", "a\\b", "12:30", ".5"),
    *(
        ">-\n  folded\n  words",
        ">\n    more\n    words ",
        "|\n  kept\n  lines",
        "|-\n   kept",
        ">+\n  x",
        ">-",
        ">2\n  x",
    ),
    *(">-\n  a\n\n  b", ">-\n  a\n    b", ">-\n  # no comment", ">-\n  - x\n  k: v", ""),
)
lines = st.builds(
    lambda *parts: "".join(parts) + "\n",
    st.sampled_from(INDENTS),
    st.sampled_from(DASHES),
    st.sampled_from(KEYS),
    st.sampled_from(VALUES),
)
sources = st.lists(st.one_of(lines, lines, lines, lines, st.sampled_from(("\n", "# c\n", "  x\n"))), max_size=9)


def _agree(source, base=0):
    """Whether the quick reader knew the text; if so, it is right."""
    quick = plain_yaml.read(source, base)
    if quick is None:
        return False
    reader = YamlReader("x" * base + source, Span(base, base + len(source)))
    slow = reader.read()
    assert repr((quick.values, quick.spans, sorted(quick.names), quick.texts)) == repr(
        (slow, reader.spans, sorted(reader.names), reader.plain)
    )
    assert reader.problems == []
    return True


@given(sources.map("".join), st.sampled_from((0, 4)))
@settings(max_examples=3000, deadline=None)
def test_the_quick_reader_and_the_parser_agree(source, base):
    _agree(source, base)


@given(st.data())
@settings(max_examples=500, deadline=None)
def test_they_agree_after_an_edit_of_a_real_entry(data):
    source = data.draw(st.sampled_from(ENTRIES))
    at = data.draw(st.integers(0, len(source)))
    piece = data.draw(st.one_of(st.sampled_from(" \n:-#[]{}>|'\",&*!%@`?~.=<é"), lines, st.sampled_from(VALUES)))
    edited = source[:at] + piece + source[at + data.draw(st.integers(0, 3)) :]
    if is_printable(edited):
        _agree(edited)


@pytest.mark.parametrize(
    "source",
    [
        "a: b\nc:\n  - d\n  - e: f\n    g: h\ni: [j, k]\n",
        "a:\n- b\n- c: d\ne: f\n",
        "a: >-\n  one\n  two\nb: |\n  three\nc: 'it''s'\nd: \"e\"\nf: []\n",
        "a:\n  b:\n    c: 1\n    d: true\n  e: x: y".replace("x: y", "x:y\n"),
    ],
)
def test_plain_front_matter_is_read_by_the_quick_reader(source):
    assert _agree(source)


@pytest.mark.parametrize(
    "source",
    [
        "a: b\na: c\n",
        "a:\nb: c\n",
        "a: b: c\n",
        "a: b #c\n",
        "a: b\n  c\n",
        "a: >-\n\n  b\n",
        "a: &b c\n",
        "- a\n",
        "  a: b\n",
        "a: b\n c: d\n",
        "",
        "a: b\n" * 2,
        "".join(f"{' ' * depth}a:\n" for depth in range(900)) + " " * 900 + "b: c\n",
        "".join(f"k{number}: v\n" for number in range(MAX_NODES + 1)),
        "a: [" + ", ".join("b" for _ in range(MAX_NODES)) + "]\n",
    ],
)
def test_what_is_not_plain_or_wrong_is_left_to_the_parser(source):
    assert plain_yaml.read(source, 0) is None


def test_nearly_all_entries_of_the_repository_are_plain():
    assert sum(map(_agree, ENTRIES)) > 0.9 * len(ENTRIES)


def _source(path):
    text = path.read_text(encoding="utf-8")
    span, _ = frontmatter.split(text)
    return span.of(text) if span else ""


ENTRIES = [source for source in map(_source, sorted((FOLDER.parent.parent / "agendas").rglob("*.md"))) if source]

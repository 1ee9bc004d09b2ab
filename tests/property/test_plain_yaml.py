"""What the quick reader finds in front matter is what the YAML parser finds."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agendakit import frontmatter, plain_yaml
from agendakit.text import Span, is_printable
from agendakit.yaml_problem import MAX_NODES
from agendakit.yaml_reader import YamlReader
from examples import FOLDER

KEYS = ("a", "b", "kind", "x_y", "c-d", "true", "null", "n1")
VALUES = (
    *(
        "word",
        "two words ",
        "it's",
        "x: y",
        "a:b",
        "x:",
        "x #c",
        "x# c",
        "1.50",
        "0x14",
        "null",
        "~",
        "-1",
        "- x",
        "=",
        "",
    ),
    *(
        "'q'",
        "'it''s'",
        "'a' b",
        "''",
        "'a",
        '"d"',
        '"a\\n"',
        '"a" ',
        "...",
        "---",
        "# c",
        "%x",
        "@x",
        "&a x",
        "*a",
        "<<",
    ),
    *("[a, b]", "[]", "[a,b]", "[a, b ]", "[ a]", "[a: b]", "[arXiv:2103.1, d]", "[x #y]", "[it's, b]", "[a, [b]]"),
    *(
        "[a, ]",
        "[, a]",
        "[a, 1]",
        "[a b]",
        "[a, b] x",
        "{a: b}",
        "? x",
        "!t x",
        "x, y",
        "x]",
        "é",
        "😀 b",
        "a\\b",
        ".5",
    ),
)
COMMON = ("word", "two words", "1", "[a, b]", "'q'")
IN_BRACKETS, ANYWHERE = "ab ,,, :/[]'1", " aab:-#[],'\"|>01.é"
STYLES = (">-", ">-", ">-", ">", "|", "|-", ">+", ">2", ">- ")
SIGNS = (*" \n:-#[]{}>|'\",&*!%@`?~.=<é", "  ", ": ", ", ", "")


def _value(random, column):
    """A value, of which the further lines stand behind a column or wrongly at it."""
    sort = random.random()
    if sort < 0.15:
        margin = " " * (column + random.choice((1, 2, 2, 2, 4, 0)))
        lines = (margin + random.choice(("words", *VALUES)) for _ in range(random.randint(1, 3)))
        return "\n".join((random.choice(STYLES), *lines))
    if sort < 0.3:
        return f"[{''.join(random.choices(IN_BRACKETS, k=random.randint(0, 8)))}]"
    if sort < 0.4:
        return "".join(random.choices(ANYWHERE, k=random.randint(0, 8)))
    return random.choice(VALUES if random.random() < 0.4 else COMMON)


def _mapping(random, column=0, depth=0):
    """Lines of a mapping."""
    lines = []
    for key in random.sample(KEYS, random.randint(1, 3)):
        start, sort = f"{' ' * column}{key}:", random.random()
        if sort < 0.6 or depth > 4:
            lines.append(start + random.choice((" ", " ", " ", "  ", "")) + _value(random, column))
        elif sort < 0.75:
            lines += [start, *_mapping(random, column + random.choice((1, 2, 2, 3, 8)), depth + 1)]
        else:
            lines += [start, *_list(random, column + random.choice((0, 0, 2, 2, 4)), depth + 1)]
    return lines


def _list(random, column, depth):
    """Lines of a list."""
    lines = []
    dash = "-" + " " * random.choice((1, 1, 1, 2, 3))
    for _ in range(random.randint(1, 3)):
        start = " " * column + dash
        if random.random() < 0.5:
            lines.append(start + _value(random, column))
        else:
            first, *others = _mapping(random, len(start), depth + 1)
            lines += [start + first.lstrip(" "), *others]
    return lines


def _edited(random, source):
    at = random.randint(0, len(source))
    return source[:at] + random.choice(SIGNS) + source[at + random.randint(0, 1) :]


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


@given(st.randoms(use_true_random=False), st.sampled_from((0, 4)))
@settings(max_examples=4000, deadline=None)
def test_the_quick_reader_and_the_parser_agree(random, base):
    source = "\n".join(_mapping(random)) + "\n"
    if random.random() < 0.3:
        source = _edited(random, source)
    _agree(source, base)


@given(st.randoms(use_true_random=False))
@settings(max_examples=500, deadline=None)
def test_they_agree_after_an_edit_of_a_real_entry(random):
    edited = _edited(random, random.choice(ENTRIES))
    if is_printable(edited):
        _agree(edited)


def test_many_of_these_texts_are_plain():
    random = Random(0)  # noqa: S311  # a seed, not a secret
    plain = sum(_agree("\n".join(_mapping(random)) + "\n") for _ in range(2_000))
    assert plain > 300


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
        f"a: b\n{'k' * 1025}: c\n",
        "a: [b, ]\n",
        "a: b\n\n",
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

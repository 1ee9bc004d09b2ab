from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agendakit.frontmatter import parse
from agendakit.yaml_problem import MAX_NODES, ProblemKind
from agendakit.yaml_scalars import old_reading, resolve

ENTRY = """---
# a comment
kind: project
title: 'a 😀 b'
list: [a, 1.50, "q"]
prerequisites:
  - id: probes
    why: to read

  - bare   # a comment behind
text: >-
  folded
  lines
number: 2212.10540
empty:
---
body
"""
VARIANTS = {
    "plain": ENTRY,
    "byte order mark": "\ufeff" + ENTRY,
    "CRLF": ENTRY.replace("\n", "\r\n"),
    "CR": ENTRY.replace("\n", "\r"),
    "no final newline": ENTRY.removesuffix("\n"),
}


@pytest.mark.parametrize("text", VARIANTS.values(), ids=VARIANTS)
@pytest.mark.parametrize(
    ("route", "key", "value"),
    [
        (("kind",), "kind", "project"),
        (("title",), "title", "'a 😀 b'"),
        (("list",), "list", '[a, 1.50, "q"]'),
        (("list", 1), "1.50", "1.50"),
        (("prerequisites", 0, "why"), "why", "to read"),
        (("prerequisites", 1), "bare", "bare"),
        (("number",), "number", "2212.10540"),
    ],
)
def test_every_key_and_value_has_its_exact_span(text, route, key, value):
    front = parse(text)
    assert front is not None
    assert front.key_span(route).of(text) == key
    assert front.value_span(route).of(text) == value


@pytest.mark.parametrize("text", VARIANTS.values(), ids=VARIANTS)
def test_a_block_ends_with_its_last_item_not_behind_blank_lines_and_comments(text):
    front = parse(text)
    assert front is not None
    assert front.value_span(("prerequisites",)).of(text).endswith("bare")
    assert front.value_span(("text",)).of(text).endswith("lines")
    assert text[front.body :].strip() == "body"


def test_a_route_that_does_not_exist_gives_the_span_above_it():
    front = parse(ENTRY)
    assert front is not None
    assert front.value_span(("prerequisites", 0, "need")).of(ENTRY).startswith("id: probes")
    assert not front.has(("prerequisites", 0, "need"))


def test_values_are_those_of_the_core_schema():
    front = parse(ENTRY)
    assert front is not None
    assert front.values["list"] == ["a", 1.5, "q"]
    assert front.values["text"] == "folded lines"
    assert front.values["empty"] is None


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("no", "no"), ("on", "on"), ("12:30", "12:30"), ("2026-11-22", "2026-11-22"), ("0x1F", 31), ("0o17", 15),
        ("017", 17), ("1e3", 1000.0), (".5", 0.5), ("+3", 3), ("~", None), ("null", None), ("", None), ("True", True),
        ("FALSE", False), (".inf", ".inf"), (".nan", ".nan"), ("1_000", "1_000"), ("9" * 400, "9" * 400),
        ("1e999", "1e999"), ("truthy", "truthy"), ("-", "-"), (".", "."),
    ],
)  # fmt: skip
def test_plain_scalars_resolve_by_yaml_1_2(source, value):
    assert resolve(source) == value
    assert type(resolve(source)) is type(value)


@pytest.mark.parametrize(
    ("front", "kind", "at"),
    [
        ("a: 1\na: 2", ProblemKind.DUPLICATE_KEY, "a"),
        ("a: &x 1", ProblemKind.ANCHOR, "&x 1"),
        ("a: *x", ProblemKind.ALIAS, "*x"),
        ("a: !!str 1", ProblemKind.TAG, "!!str 1"),
        ("<<: {a: 1}", ProblemKind.MERGE_KEY, "<<"),
        ("? [a]\n: 1", ProblemKind.COMPLEX_KEY, "["),
        ("- a", ProblemKind.NOT_A_MAPPING, ""),
        ("a: 'b", ProblemKind.SYNTAX, "'"),
        ("a: [b", ProblemKind.SYNTAX, "["),
        ("a: " + "[" * 30, ProblemKind.TOO_DEEP, "["),
        ("a: x: y", ProblemKind.SYNTAX, ":"),
        ("a: 1\n...\nb: 2", ProblemKind.SYNTAX, "b"),
        ("%YAML 1.1", ProblemKind.SYNTAX, "1"),
    ],
)
def test_what_is_refused_has_a_kind_and_a_place(front, kind, at):
    text = f"---\n{front}\n---\n"
    found = parse(text)
    assert found is not None
    problem = next(problem for problem in found.problems if problem.kind is kind)
    assert problem.span.of(text) == at


def test_a_bomb_of_aliases_is_cut_at_the_limit_of_nodes():
    text = "---\na: &x [1]\n" + "".join(f"b{n}: *x\n" for n in range(MAX_NODES + 10)) + "---\n"
    found = parse(text)
    assert found is not None
    assert found.problems[-1].kind is ProblemKind.TOO_MANY_NODES
    assert not found.readable


def test_mappings_in_a_key_are_cut_at_the_limit_of_depth():
    front = parse(f"---\nx: {'{' * 30_000}\n---\n")
    assert front.problems[-1].kind is ProblemKind.TOO_DEEP


def test_a_long_row_of_underscores_is_no_number():
    assert old_reading("2" + "_" * 60_000 + "4 days") is None


@pytest.mark.parametrize("character", "\x85\u2028\u2029")
def test_a_break_that_editors_do_not_show_hides_no_key(character):
    text = f"---\ntitle: a{character}kind: b\n---\n"
    found = parse(text)
    assert found is not None
    assert "kind" not in found.values


YAML_LIKE = st.text(alphabet=st.sampled_from("ab:- \n\r\t'\"[]{},#&*!|>%@`?<é😀\x00\x85\u2028\\~0"), max_size=200)


@settings(max_examples=300)
@given(YAML_LIKE)
def test_parsing_never_raises_and_every_span_lies_in_the_text(source):
    text = f"---\n{source}\n---\nbody"
    front = parse(text)
    assert front is not None
    decorated = {problem.span for problem in front.problems}
    for route, value, span in front.scalars():
        assert 0 <= span.start <= span.end <= len(text)
        assert front.value_span(route) == span
        if span in decorated:
            continue  # a tag before nothing is all there is of such a value
        if isinstance(value, str) and span.of(text) and "'" not in value and span.of(text)[0] not in "'\"|>":
            words = span.of(text).split()
            assert not words or value.split()[:1] == words[:1] or any(c in source for c in "\x00\x85\u2028")
    for problem in front.problems:
        assert 0 <= problem.span.start <= problem.span.end <= len(text)

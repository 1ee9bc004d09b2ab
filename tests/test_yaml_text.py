"""Values as YAML that every reader reads alike."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from agendakit import frontmatter, yaml_text

TEXTS = st.one_of(
    st.text(max_size=30),
    st.text(alphabet="ab :#-'\"\n[]{}&*!|>%@`,?0159._~", max_size=200),
    st.sampled_from(
        ["no", "on", "12:30", "2212.10540", "0x1f", "1e3", "null", "~", "2026-11-22", "1_000", "", " x", "x "]
    ),
    st.lists(st.sampled_from(["word", "two: three", "a#b", "#c", "-"]), min_size=30, max_size=60).map(" ".join),
)
KEYS = st.from_regex(r"[a-z]{2,8}_k", fullmatch=True)
VALUES = st.recursive(
    TEXTS | st.integers(-(10**9), 10**9) | st.booleans(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


def _printable(value):
    """A value whose texts hold nothing that front matter may not hold."""
    if isinstance(value, str):
        return "".join(one for one in value if one == "\n" or (one.isprintable() and ord(one) < 0xD800))
    if isinstance(value, list):
        return [_printable(item) for item in value]
    if isinstance(value, dict):
        return {key: _printable(item) for key, item in value.items()}
    return value


@settings(max_examples=80, deadline=None)
@given(st.dictionaries(KEYS, VALUES.map(_printable), max_size=5))
def test_what_is_written_is_read_again(values):
    front = frontmatter.parse(f"---\n{yaml_text.fields(values)}---\n")
    assert front is not None
    assert front.problems == ()
    assert front.values == values


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(KEYS, VALUES.map(_printable), max_size=5))
def test_readers_of_the_old_yaml_read_the_same(values):
    read = yaml.safe_load(yaml_text.fields(values)) or {}
    assert _days_as_texts(read) == values


def _days_as_texts(value):
    if isinstance(value, dict):
        return {key: _days_as_texts(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_days_as_texts(item) for item in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({"a": "words"}, "a: words\n"),
        ({"a": "two: three"}, 'a: "two: three"\n'),
        ({"a": "2026-11-22"}, "a: 2026-11-22\n"),
        ({"a": "2026"}, 'a: "2026"\n'),
        ({"a": []}, "a: []\n"),
        ({"a": ["one", "two-three"]}, "a: [one, two-three]\n"),
        ({"a": ["One sentence.", "Another."]}, "a:\n  - One sentence.\n  - Another.\n"),
        ({"a": [{"b": "c", "d": 1}]}, "a:\n  - b: c\n    d: 1\n"),
        ({"a": {"b": ["c"]}}, "a:\n  b: [c]\n"),
        ({"a": "word " * 30 + "end"}, "a: >-\n  " + "word " * 20 + "word\n  " + "word " * 9 + "end\n"),
    ],
)
def test_a_value_is_written_as_an_author_would(values, text):
    assert yaml_text.fields(values) == text

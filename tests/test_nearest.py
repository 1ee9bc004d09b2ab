from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendakit.nearest import did_you_mean, distance, joined, nearest

WORDS = st.text(alphabet="abc-", max_size=8)


@pytest.mark.parametrize(
    ("name", "valid", "expected"),
    [
        ("second-projct", ["first-project", "second-project"], ("second-project",)),
        ("Second Project", ["first-project", "second-project"], ("second-project",)),
        ("duplicate-keys", ["duplicate-key", "duplicate-id", "dangling-reference"], ("duplicate-key",)),
        ("probes", ["linear-probes", "pytorch"], ("linear-probes",)),
        ("transfer-probe", ["probe-transfer", "pytorch"], ("probe-transfer",)),
        ("zzz", ["first-project"], ()),
        ("", ["a"], ()),
        ("x" * 200, ["x" * 199], ()),
    ],
)
def test_the_names_that_may_be_meant_are_offered(name, valid, expected):
    assert nearest(name, valid) == expected


@given(WORDS, WORDS)
def test_distance_is_symmetric_and_zero_only_for_equals(one, other):
    assert distance(one, other, 8) == distance(other, one, 8)
    assert (distance(one, other, 8) == 0) == (one == other)


def test_a_swap_of_neighbours_counts_one():
    assert distance("abcd", "abdc", 3) == 1


def test_lists_and_questions_read_as_sentences():
    assert joined(["a", "b", "c"]) == "a, b and c"
    assert did_you_mean(["a", "b"]) == "Did you mean `a` or `b`?"
    assert did_you_mean([]) == ""

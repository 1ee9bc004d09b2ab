"""Words sought in an index."""

from __future__ import annotations

import pytest

from agendakit.search import search

INDEX = {
    "probe": {0: 5},
    "probes": {1: 5},
    "probing": {2: 3},
    "transformer": {3: 5, 0: 1},
    "evaluation": {4: 6},
    "basis": {5: 2},
}


@pytest.mark.parametrize(
    ("words", "scores"),
    [
        (["probe"], {0: 20, 1: 10}),
        (["prob"], {0: 10, 1: 10, 2: 6}),
        (["probes"], {1: 20, 0: 5}),
        (["evals"], {4: 6}),
        (["transofrmer"], {3: 5, 0: 1}),
        (["ransformer"], {3: 5, 0: 1}),
        (["xvaluation"], {4: 6}),
        (["bsais"], {5: 2}),
        (["trxxsformer"], {}),
        (["prx"], {}),
        (["probe", "transformer"], {0: 24}),
        (["probe", "probe"], {0: 20, 1: 10}),
        (["probe", "zebra"], {}),
        ([], {}),
    ],
)
def test_an_entry_is_found_where_every_word_is(words, scores):
    assert search(INDEX, words) == scores


def test_of_terms_that_are_one_slip_away_those_with_the_same_beginning_count():
    assert search({"trance": {0: 5}, "crane": {1: 5}}, ["trane"]) == {0: 5}
    assert search({"crane": {1: 5}}, ["trane"]) == {1: 5}

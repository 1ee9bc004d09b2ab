"""Words sought in entries."""

from __future__ import annotations

import pytest

from agendakit.search import alike, index, search
from examples import check_example

INDEX = index(check_example({}).catalogue.sources)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("pytorch", "pytorch"),
        ("PyTor", "pytorch"),
        ("pytorhc tensor", "pytorch"),
        ("pytorhc zebra", None),
        ("pytorcg", "pytorch"),
        ("linear probes", "linear-probes"),
        ("change of topic", "probe-transfer"),
        ("ada example probe topic", "probe-transfer"),
        ("", None),
        ("zebra", None),
    ],
)
def test_the_best_entry_has_every_word(query, first):
    found = search(INDEX, query)
    best = min(found, key=lambda name: (-found[name], name), default=None)
    assert best == first


def test_accents_and_case_do_not_count():
    assert search(INDEX, "PÝTÖRCH") == search(INDEX, "pytorch")


def test_the_nearest_entry_to_a_text_comes_first():
    assert alike(INDEX, "Does a linear probe work when the topic changes to another topic?")[0] == "probe-transfer"
    assert alike(INDEX, "The cat sat.") == ()

"""Entries like a text."""

from __future__ import annotations

from agendakit.alike import alike
from examples import check_example

SOURCES = check_example({}).catalogue.sources


def test_the_nearest_entry_to_a_text_comes_first():
    assert alike(SOURCES, "Does a linear probe work when the topic changes to another topic?")[0] == "probe-transfer"
    assert alike(SOURCES, "The cat sat.") == ()


def test_accents_and_case_do_not_count():
    assert alike(SOURCES, "PÝTÖRCH TENSORS") == alike(SOURCES, "pytorch tensors") != ()

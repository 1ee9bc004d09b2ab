from __future__ import annotations

import json

from citeproc.source.json import CiteProcJSON

from agendakit.bibliography import parse
from agendakit.exports.csl import csl
from examples import CONFIG, TODAY, check_example
from hostile_catalogue import HOSTILE, PAPER, catalogue_of


def test_a_citation_processor_reads_each_item():
    catalogue = catalogue_of()
    read = CiteProcJSON(json.loads(csl.render(catalogue, CONFIG, TODAY)))
    assert set(read) == {paper.id.lower() for paper in catalogue.bibliography.papers}
    alain = read["arxiv:1610.01644"]
    assert [name.family for name in alain.author] == ["Alain", "Bengio"]
    assert alain.issued.year == 2016
    assert str(alain.title) == "Understanding intermediate layers using linear classifier probes"


def test_every_text_is_given_as_it_is():
    items = json.loads(csl.render(catalogue_of(), CONFIG, TODAY))
    assert items[1]["title"] == HOSTILE
    assert items[1] == {name: value for name, value in PAPER.items() if name != "x-own"}


def test_the_kit_reads_back_what_it_wrote():
    catalogue = check_example({}).catalogue
    again = parse(csl.render(catalogue, CONFIG, TODAY))
    assert not again.problems
    assert [paper.item for paper in again.papers] == [paper.item for paper in catalogue.bibliography.papers]

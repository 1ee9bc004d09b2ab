from __future__ import annotations

import json

import bibtexparser
import pytest
from pybtex.database import parse_string
from pybtex.richtext import Text

from agendakit.bibliography import parse
from agendakit.bibtex import keys, of_paper
from agendakit.bibtex_file import parse as read_back
from agendakit.exports.bibtex import bibtex
from examples import CONFIG, TODAY, check_example
from hostile_catalogue import PAPER, catalogue_of


def papers_of(*items):
    found = parse(json.dumps(items))
    assert not found.problems
    return found.papers


def test_pybtex_reads_each_paper():
    text = bibtex.render(check_example({}).catalogue, CONFIG, TODAY)
    (entry,) = parse_string(text, "bibtex").entries.values()
    assert entry.key == "alain2016understanding"
    assert entry.type == "misc"
    assert [str(person) for person in entry.persons["author"]] == ["Alain, Guillaume", "Bengio, Yoshua"]
    assert Text.from_latex(entry.fields["title"]).render_as("text").startswith("Understanding intermediate layers")
    assert entry.fields["year"] == "2016"
    assert entry.fields["eprint"] == "1610.01644"


def test_what_papers_import_reads_back_is_the_bibliography():
    catalogue = check_example({}).catalogue
    found = read_back(bibtex.render(catalogue, CONFIG, TODAY))
    assert not found.broken
    assert [work.item for work in found.works if work.item is None] == []
    (item,) = (work.item for work in found.works)
    (paper,) = catalogue.bibliography.papers
    assert item is not None
    for name in ("id", "title", "author", "issued", "URL", "type"):
        assert item[name] == paper.data[name]


def test_hostile_texts_stay_in_their_fields():
    text = bibtex.render(catalogue_of(), CONFIG, TODAY)
    _, entry = parse_string(text, "bibtex").entries.values()
    assert set(entry.fields) == {"title", "year", "journal", "volume", "pages", "url"}
    assert entry.fields["pages"] == "1--2"
    people = entry.persons["author"]
    assert len(people) == len(PAPER["author"])
    assert r"\input" not in text
    assert r"\textbackslash{}input\textbraceleft{}x\textbraceright{}" in entry.fields["title"]
    assert entry.fields["url"] == "https://evil.example/a%7Bb%7Dc%5Cd?x=1%202"
    assert not set(text) & {"\x00", "\x07", "\x85", "\u2028", "\x9b"}


def test_bibtexparser_finds_no_broken_block():
    library = bibtexparser.parse_string(bibtex.render(catalogue_of(), CONFIG, TODAY))
    assert not library.failed_blocks
    assert len(library.entries) == 2


@pytest.mark.parametrize(
    ("changes", "kind", "field"),
    [
        ({"type": "article-journal", "container-title": "A Journal"}, "article", "journal"),
        ({"type": "article-journal"}, "misc", ""),
        ({"type": "paper-conference", "container-title": "Proceedings"}, "inproceedings", "booktitle"),
        ({"type": "chapter", "container-title": "A Book", "publisher": "A House"}, "incollection", "publisher"),
        ({"type": "book", "publisher": "A House"}, "book", "publisher"),
        ({"type": "thesis", "publisher": "A University"}, "phdthesis", "school"),
        ({"type": "report", "publisher": "An Institute"}, "techreport", "institution"),
        ({"type": "webpage", "container-title": "A Site"}, "misc", "howpublished"),
        ({"type": "article", "custom": {"retracted": True}}, "misc", "note"),
    ],
)
def test_a_work_gets_the_type_and_fields_that_styles_ask_for(changes, kind, field):
    (paper,) = papers_of({"id": "doi:10.1000/x", "type": "article", "title": "A title", "DOI": "10.1000/x", **changes})
    (entry,) = parse_string(of_paper(paper, "key"), "bibtex").entries.values()
    assert entry.type == kind
    assert not field or entry.fields[field]
    assert entry.fields["doi"] == "10.1000/x"


def test_each_work_has_a_key_of_its_own():
    names = [{"family": "Müller", "given": "Jörg"}]
    dated = {"type": "article", "author": names, "issued": {"date-parts": [[2026]]}}
    papers = papers_of(
        {"id": "https://example.org/1", "title": "On probes", **dated},
        {"id": "https://example.org/2", "title": "The probes", **dated},
        {"id": "https://example.org/3", "title": "شبكات", "type": "article"},
        {"id": "https://example.org/4", "title": "探针", "type": "article"},
    )
    assert list(keys(papers).values()) == ["muller2026probes", "muller2026probes-2", "work", "work-2"]

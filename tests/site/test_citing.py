"""How an entry is cited."""

from __future__ import annotations

from pybtex.database import parse_string

from agendakit.site.citing import cited
from agendakit.site.place import Site
from examples import CONFIG, TODAY
from hostile_catalogue import catalogue_of


def test_the_bibtex_of_a_hostile_title_is_one_whole_entry():
    catalogue = catalogue_of("A { brace that is never closed, and a \\command % here")
    text = cited(catalogue.records["probe-transfer"], Site(catalogue=catalogue, config=CONFIG, today=TODAY)).bibtex
    (entry,) = parse_string(text, "bibtex").entries.values()
    assert entry.fields["title"].count("{") == entry.fields["title"].count("}")
    assert entry.fields["year"] == "2026"
    assert len(entry.persons["author"]) == 1

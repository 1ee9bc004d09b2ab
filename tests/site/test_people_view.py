"""Who is named for what."""

from __future__ import annotations

from agendakit.site.people_view import people_view
from agendakit.site.place import Site, place_at
from examples import CONFIG, ENTRIES, TODAY, check_example, example_files

PROJECT = example_files()[ENTRIES["project"]].decode()
AUTHOR = "  - name: Ada Example\n"
NAMED = """\
  - name: Bea Example
    role: compiler
maintainers:
  - name: Cleo Example
source:
  title: A list of questions
  authors: [Dana Example]
reviews:
  - {by: Eli Example, date: 2026-01-10, verdict: endorse}
claims:
  - {by: Fay Example, since: 2026-01-10, until: 2026-03-10}
mentors:
  - {name: Gus Example, contact: mailto:gus@example.org, until: 2026-12-01}
attempts:
  - {by: fay example, date: 2026-01-10, result: partly}
"""
TRIED = "first_step:\n  tried: [{by: Eli Example, date: 2026-01-10}]\n"


def people(text):
    catalogue = check_example({ENTRIES["project"]: text}).catalogue
    assert "probe-transfer" in catalogue.records, catalogue.rejects
    return people_view(place_at(Site(catalogue=catalogue, config=CONFIG, today=TODAY), "people/"))


def test_everybody_who_is_named_is_credited_for_what_they_did():
    text = PROJECT.replace(AUTHOR, f"{AUTHOR}{NAMED}", 1).replace("first_step:\n", TRIED, 1)
    done = {person.name: [credit.did for credit in person.did] for person in people(text)}
    assert done == {
        "Ada Example": ["wrote", "looks after"],
        "Bea Example": ["compiled"],
        "Cleo Example": ["looks after"],
        "Dana Example": ["had the idea of"],
        "Eli Example": ["reviewed", "tried the first step of"],
        "Fay Example": ["worked on"],
        "fay example": ["worked on"],
        "Gus Example": ["answers questions on"],
    }
    assert list(done) == sorted(done, key=str.casefold)

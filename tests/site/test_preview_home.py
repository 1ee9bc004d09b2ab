"""What the first page of a preview says of it."""

from __future__ import annotations

from pathlib import PurePosixPath

from agendakit.diagnostic import Level
from agendakit.extension import Outcome, Summary
from agendakit.site.place import Site
from agendakit.site.preview_choice import Choice, Wish
from agendakit.site.preview_home import home_note
from examples import CONFIG, TODAY, check_example
from sites import Page

HALF, NOTES, PROJECT = (PurePosixPath(f"agendas/{name}.md") for name in ("half", "notes", "probing/probe-transfer"))
WRONG = "---\nkind: concept\ntitle: Half a <thought>\n---\n"
NOTHING = Choice(chosen=frozenset(), neighbours=frozenset(), unknown=())


def note(choice, *wishes):
    checked = check_example({HALF: WRONG, NOTES: "# Notes\n"})
    errors = tuple(one for one in checked.diagnostics if one.place.path == HALF and one.level is Level.ERROR)
    counts = Summary(files=0, entries=0, errors=0, warnings=0, hints=0)
    found = {HALF: Outcome(diagnostics=errors, documents=checked.documents, summary=counts)}
    site = Site(catalogue=checked.catalogue, config=CONFIG, today=TODAY)
    return home_note(choice, [Wish(words, "") for words in wishes], found, site), len(errors)


def test_entries_rejects_and_plain_pages_are_listed_with_what_is_said_of_them():
    choice = Choice(chosen=frozenset({PROJECT, HALF, NOTES}), neighbours=frozenset({HALF}), unknown=("`x` is none.",))
    html, errors = note(choice, "probing", "a b")
    assert errors > 1
    assert Page(html).links == ["half/", "notes/", "probing/probe-transfer/"]
    assert f'">Half a &lt;thought&gt;</a> <span class="ak-soft">{errors} errors</span>' in html
    assert 'notes/">notes.md</a></li>' in html
    assert 'probing/probe-transfer/">Does a probe survive a change of topic?</a></li>' in html
    assert "And 1 neighbour: entries" in html
    assert "<p>`x` is none.</p>" in html
    assert "agendakit serve --only probing --only &#39;a b&#39;</code>" in html


def test_a_preview_of_nothing_says_when_something_will_come():
    assert "Nothing is shown yet." in note(NOTHING, "changed")[0]

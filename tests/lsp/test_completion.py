"""Choices that are offered at the cursor, in the order in which they are offered."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

import pytest

from agendakit.document import parse
from agendakit.lsp.completion import complete
from agendakit.lsp.snippets import Style
from agendakit.model import KINDS
from agendakit.model.reflect import fields_of
from agendakit.record import Draft, decode
from lsp_session import AGENDA, CONCEPT, CURSOR, PROJECT, judge, lay, text_of

STYLE = Style(today="2026-02-01")


def offered(session, name, marked, style=STYLE):
    document, offset = lay(session, name, marked)
    return sorted(complete(session, document, offset, style), key=lambda item: item.sort_text)


def labels(session, name, marked):
    return [item.label for item in offered(session, name, marked)]


def in_front(folder, name, line):
    """The text of an entry with a line more at the end of its front matter."""
    head, rest = text_of(folder, name).rsplit("\n---\n", 1)
    return f"{head}\n{line}\n---\n{rest}"


def without(text, key):
    return re.sub(rf"^{key}:.*\n(?:[ -].*\n)*", "", text, flags=re.MULTILINE)


def test_missing_fields_come_first_and_present_ones_not_at_all(folder, session):
    text = without(without(in_front(folder, PROJECT, CURSOR), "effort"), "first_step")
    found = labels(session, PROJECT, text)
    assert found[:2] == ["first_step", "effort"] or found[:2] == ["effort", "first_step"]
    assert "title" not in found
    assert "cost" in found


def test_what_a_rule_misses_counts_as_missing(folder, session):
    text = in_front(folder, PROJECT, CURSOR).replace("compute: laptop", "compute: laptop\nstatus: solved")
    lay(session, PROJECT, text)
    judge(session)
    assert labels(session, PROJECT, text)[0] == "outcome"


def test_a_missing_field_is_a_snippet_of_all_it_must_hold(folder, session):
    text = without(in_front(folder, PROJECT, CURSOR), "first_step")
    first = offered(session, PROJECT, text)[0]
    assert first.text_edit.new_text == "first_step:\n  do: $1\n  time: $2\n  observe: $3"
    plain = offered(session, PROJECT, text, Style(today="2026-02-01", is_snippet=False))[0]
    assert plain.text_edit.new_text == "first_step:"


def test_words_of_a_vocabulary_keep_their_order_and_say_what_they_mean(folder, session):
    text = text_of(folder, PROJECT).replace("difficulty: first-project", f"difficulty: {CURSOR}")
    items = offered(session, PROJECT, text)
    assert [item.label for item in items][:2] == ["first-project", "second-project"]
    assert all(item.detail for item in items)


@pytest.mark.parametrize("text", ["---\nkind: ‸", "---\nkind: ‸\n---\n", "---\ntitle: x\nkind: pr‸\n---\n"])
def test_kinds_are_offered_before_there_is_one(session, text):
    assert labels(session, "agendas/new.md", text) == list(KINDS)


def test_only_ids_of_the_right_kind_are_offered(folder, session):
    text = in_front(folder, PROJECT, f"agenda: {CURSOR}")
    assert labels(session, PROJECT, text) == ["probing"]
    text = text_of(folder, PROJECT).replace("teaches: [linear-probes]", f"teaches: [linear-probes, {CURSOR}]")
    assert labels(session, PROJECT, text) == ["pytorch", "linear-probes"]


def test_a_prerequisite_that_needs_this_entry_is_not_offered(folder, session):
    text = in_front(folder, "agendas/concepts/pytorch.md", f"prerequisites:\n  - {CURSOR}")
    assert labels(session, "agendas/concepts/pytorch.md", text) == ["id", "need", "why"]


def test_open_questions_of_the_agenda_are_offered(folder, session):
    text = text_of(folder, PROJECT).replace("addresses: [transfer]", f"addresses: [{CURSOR}]")
    assert labels(session, PROJECT, text) == ["transfer"]


@pytest.mark.parametrize("marked", ["papers:\n  - ref: ‸\n    role: method", "papers: [{ref: arX‸"])
def test_papers_of_the_bibliography_are_offered(folder, session, marked):
    text = without(text_of(folder, PROJECT), "papers").replace("---\n", f"---\n{marked}\n", 1)
    items = offered(session, PROJECT, text)
    assert [item.label for item in items] == ["arXiv:1610.01644"]
    assert "Alain" in items[0].filter_text


def test_sections_that_are_missing_are_offered_in_their_order(folder, session):
    text = text_of(folder, PROJECT).replace("## Core uncertainties", f"#{CURSOR}")
    assert labels(session, PROJECT, text) == ["## First step", "## Core uncertainties"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("[a](entry:‸", "linear-probes"), ("[a](‸", "entry:linear-probes"), ("[a](entry:lin‸ear)", "linear-probes")],
)
def test_links_in_prose_are_completed(folder, session, typed, expected):
    items = offered(session, PROJECT, f"{text_of(folder, PROJECT)}\n{typed}\n")
    assert expected in [item.text_edit.new_text for item in items]


def test_citations_are_completed(folder, session):
    assert labels(session, PROJECT, f"{text_of(folder, PROJECT)}\nSee [@‸\n") == ["arXiv:1610.01644"]
    assert labels(session, PROJECT, f"{text_of(folder, PROJECT)}\nSee [@doi:10.5555/a; @‸\n") == ["arXiv:1610.01644"]


def test_an_edit_counts_utf16_units(folder, session):
    items = offered(session, PROJECT, f"{text_of(folder, PROJECT)}\n😀 [a](entry:li‸\n")
    edit = items[0].text_edit
    assert (edit.range.start.character, edit.range.end.character) == (13, 15)


@pytest.mark.parametrize("text", ["# A page\n\nhello ‸\n", "---\ntitle: A page\n---\n\n[@‸\n", "## ‸", "some ‸"])
def test_markdown_that_is_no_entry_is_left_in_peace(session, text):
    assert labels(session, "agendas/page.md", text) in ([], ["kind", "stage"])


def test_a_page_without_front_matter_is_offered_nothing(session):
    assert labels(session, "agendas/page.md", "# A page\n\nhello [a](‸\n") == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_file_can_become_an_entry_of_each_kind(session, kind):
    (item,) = [item for item in offered(session, "agendas/new.md", "‸") if item.label == kind]
    holes = {"title": "A title of its own", "question": "What does it do?", "summary": "x" * 50}
    filled = re.sub(r"(\w+): \$\d", lambda match: f"{match[1]}: {holes[match[1]]}", item.text_edit.new_text)
    assert isinstance(decode(parse(PurePosixPath("new.md"), filled)), Draft)


@pytest.mark.parametrize("kind", KINDS)
def test_each_field_has_a_snippet_that_keeps_the_front_matter_readable(session, kind):
    names = {info.name for info in fields_of(kind)} - {"kind"}
    for item in offered(session, "agendas/new.md", f"---\nkind: {kind}\n{CURSOR}\n---\n"):
        plain = re.sub(r"\$\{\d\|([^,|]*)[^}]*\}|\$\{\d:([^}]*)\}|\$\d", r"\1\2x", item.text_edit.new_text)
        front = parse(PurePosixPath("new.md"), f"---\nkind: {kind}\n{plain}\n---\n").front
        assert front is not None
        assert front.readable, plain
        assert item.label in front.values
        names.discard(item.label)
    assert not names


@pytest.mark.parametrize("name", [PROJECT, AGENDA, CONCEPT])
def test_completion_never_fails_on_a_text_cut_anywhere(folder, session, name):
    text = text_of(folder, name)
    for end in range(0, len(text), 5):
        offered(session, name, f"{text[:end]}{CURSOR}")
        offered(session, name, f"{text[:end]}{CURSOR}{text[end:]}")


def test_a_broken_file_is_completed_as_the_kind_it_names(folder, session):
    text = text_of(folder, PROJECT).replace("authors:", f"teaches: [{CURSOR}\nauthors: 'unclosed")
    assert "pytorch" in labels(session, PROJECT, text)

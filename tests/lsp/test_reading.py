"""Hover, definition, references, hints and symbols."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from lsprotocol import types

from agendakit.lsp.hints import inlay_hints
from agendakit.lsp.hover import hover
from agendakit.lsp.navigation import definition, references
from agendakit.lsp.symbols import document_symbols, flattened, workspace_symbols
from agendakit.text import Span
from lsp_session import AGENDA, CONCEPT, CURSOR, PROJECT, lay, text_of


def marked(folder, name, before):
    """The text of a file with the cursor behind the first occurrence of some words."""
    return text_of(folder, name).replace(before, f"{before}{CURSOR}", 1)


def hovered(session, document, offset):
    found = hover(session, document, offset)
    assert found is not None
    assert isinstance(found.contents, types.MarkupContent)
    return found.contents.value


HOVERS = {
    (PROJECT, "id: linear-pro"): "Linear probes",
    (PROJECT, "teaches: [lin"): "Linear probes",
    (PROJECT, "ref: arXiv"): "Alain",
    (PROJECT, "diffic"): "Who can be expected",
    (PROJECT, "difficulty: first"): "no finished project",
    (PROJECT, "addresses: [tra"): "trained on one kind",
    (PROJECT, "    ro"): "What it is to a reader",
    (AGENDA, "entry:probe"): "Does a probe survive",
}


@pytest.mark.parametrize(("name", "before"), HOVERS)
def test_hover_says_what_a_thing_is(folder, session, name, before):
    assert HOVERS[name, before] in hovered(session, *lay(session, name, marked(folder, name, before)))


def test_hover_keeps_quiet_on_prose(folder, session):
    assert hover(session, *lay(session, PROJECT, marked(folder, PROJECT, "A number on"))) is None


def test_hover_shows_an_authors_text_as_it_is(folder, session):
    text = text_of(folder, CONCEPT).replace("title: Linear probes", "title: <b>*Linear* [probes](x)</b>")
    lay(session, CONCEPT, text)
    found = hovered(session, *lay(session, PROJECT, marked(folder, PROJECT, "id: linear-pro")))
    assert r"\<b\>\*Linear\* \[probes\](x)" in found


DEFINITIONS = {
    (PROJECT, "id: linear"): (CONCEPT, "Linear probes"),
    (PROJECT, "addresses: [tr"): (AGENDA, "transfer"),
    (PROJECT, "ref: arXiv"): ("agendas/papers.json", "{"),
    (AGENDA, "entry:pro"): (PROJECT, "Does a probe"),
}


@pytest.mark.parametrize(("name", "before"), DEFINITIONS)
def test_a_name_leads_to_its_definition(folder, session, name, before):
    found = definition(session, *lay(session, name, marked(folder, name, before)))
    path, begins = DEFINITIONS[name, before]
    assert found is not None
    assert found.uri == session.uri_of(PurePosixPath(path))
    document = session.document(PurePosixPath(path))
    at = document.lines.offset_of_utf16(found.range.start.line, found.range.start.character)
    assert document.text[at:].startswith(begins)


def test_a_relative_link_leads_to_its_file(folder, session):
    text = f"{text_of(folder, PROJECT)}\n[a](../concepts/pyt{CURSOR}orch.md)\n"
    found = definition(session, *lay(session, PROJECT, text))
    assert found is not None
    assert found.uri.endswith("/agendas/concepts/pytorch.md")


@pytest.mark.parametrize(
    ("name", "before", "count"),
    [
        (PROJECT, "id: linear", 2),  # prerequisite and `teaches`
        (CONCEPT, "title: Lin", 2),
        (PROJECT, "ref: arXiv", 4),
        ("agendas/papers.json", "{", 4),
        (PROJECT, "addresses: [tr", 1),
        (AGENDA, "- id: tr", 1),
        (PROJECT, "kind: pro", 1),  # the link in the agenda's text
    ],
)
def test_references_are_found_in_every_file(folder, session, name, before, count):
    found = references(session, *lay(session, name, marked(folder, name, before)), with_definition=False)
    assert len(found) == count, [(one.uri, one.range.start.line) for one in found]


def test_references_through_an_earlier_id_count(folder, session):
    text = text_of(folder, CONCEPT).replace("created:", "aliases: [old-probes]\ncreated:")
    lay(session, CONCEPT, text)
    lay(session, PROJECT, text_of(folder, PROJECT).replace("teaches: [linear-probes]", "teaches: [old-probes]"))
    document, offset = session.document(PurePosixPath(CONCEPT)), text.index("Linear probes")
    assert len(references(session, document, offset, with_definition=False)) == 2


def test_hints_show_the_title_behind_an_id(folder, session):
    document, _ = lay(session, PROJECT, text_of(folder, PROJECT))
    labels = [str(hint.label) for hint in inlay_hints(session, document, Span(0, len(document.text)))]
    assert "Linear probes" in labels
    assert any(label.startswith("Alain and Bengio 2016: ") for label in labels)
    assert all(len(label) <= 60 for label in labels)
    assert not list(inlay_hints(session, document, Span(0, 3)))


def test_symbols_are_the_entry_with_fields_and_its_sections(folder, session):
    document, _ = lay(session, PROJECT, text_of(folder, PROJECT))
    entry, *sections = document_symbols(document)
    assert entry.name == "Does a probe survive a change of topic?"
    assert entry.children
    assert [child.name for child in entry.children][:2] == ["kind", "title"]
    assert [section.name for section in sections] == ["Motivation", "How you can work on it", "Core uncertainties"]
    flat = flattened(document, "file:///x", [entry, *sections])
    assert len(flat) == 1 + len(entry.children) + 3


def test_a_symbol_holds_what_is_selected_of_it(folder, session):
    text = "---\nkind: concept\n: x\n---\n# A\n### B\n## C\n#\n"
    document, _ = lay(session, CONCEPT, text)

    def see(symbols, lines=document.lines):
        for symbol in symbols:
            assert (symbol.range.start.line, symbol.range.start.character) <= (
                symbol.selection_range.start.line,
                symbol.selection_range.start.character,
            )
            assert symbol.range.end.line >= symbol.selection_range.end.line
            assert symbol.name
            see(symbol.children or [])

    see(document_symbols(document))


@pytest.mark.parametrize(("query", "ids"), [("linear pro", {"linear-probes"}), ("TOPIC survive", {"probe-transfer"})])
def test_entries_are_found_by_words_of_their_titles(session, query, ids):
    assert {symbol.container_name for symbol in workspace_symbols(session, query)} == ids


def test_reading_never_fails_on_a_text_cut_anywhere(folder, session):
    text = text_of(folder, PROJECT)
    for end in range(0, len(text), 7):
        document, offset = lay(session, PROJECT, f"{text[:end]}{CURSOR}")
        hover(session, document, offset)
        definition(session, document, offset)
        references(session, document, offset, with_definition=True)
        document_symbols(document)
        list(inlay_hints(session, document, Span(0, offset)))

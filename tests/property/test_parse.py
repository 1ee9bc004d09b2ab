"""Whatever a file holds, it is read, and every span leads back to what it names."""

from __future__ import annotations

from pathlib import PurePosixPath

from hypothesis import given, settings

from agendakit.document import parse_bytes
from agendakit.record import decode
from agendakit.yaml_scalars import resolve
from examples import check_example
from mutations import anything

PATH = PurePosixPath("agendas/probing/probe-transfer.md")


@given(anything)
@settings(max_examples=150, deadline=None)
def test_reading_never_raises(data):
    document = parse_bytes(PATH, data)
    decode(document)
    assert document.outline.headings is not None
    assert document.allows is not None


@given(anything)
@settings(max_examples=150, deadline=None)
def test_every_span_of_a_plain_scalar_slices_back_to_its_value(data):
    document = parse_bytes(PATH, data)
    for route, value, _, span in document.front.nodes() if document.front else ():
        source = span.of(document.text)
        assert 0 <= span.start <= span.end <= len(document.text)
        assert document.front.value_span(route) == span
        if not isinstance(value, dict | list | str):
            assert resolve(source) == value


@given(anything)
@settings(max_examples=150, deadline=None)
def test_every_piece_of_the_body_slices_back_to_itself(data):
    document = parse_bytes(PATH, data)
    outline = document.outline
    for piece in (*outline.comments, *outline.html):
        assert piece.span.of(document.text) == piece.text
    for heading in outline.headings:
        assert heading.span.start <= heading.span.end <= heading.content.end <= len(document.text)
    for link in outline.links:
        assert document.body_start <= link.span.start <= link.span.end <= len(document.text)


@given(anything)
@settings(max_examples=60, deadline=None)
def test_every_finding_lies_in_its_file(data):
    checked = check_example({PATH: data})
    for diagnostic in checked.diagnostics:
        text = checked.documents[diagnostic.place.path].text
        assert 0 <= diagnostic.place.span.start <= diagnostic.place.span.end <= len(text)
        for note in diagnostic.finding.related:
            assert note.place.span.end <= len(checked.documents[note.place.path].text)

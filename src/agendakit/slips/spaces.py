"""White space that is no plain space, where YAML wants one: pasted from a word processor or a web page."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from agendakit.slips.lines import lines_of
from agendakit.text import Edit, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.document import Document
    from agendakit.frontmatter import FrontMatter

ODD = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Inside brackets of a pattern: spaces of every width but the plain one."""

_ANY = re.compile(f"[{ODD}]")
_MARGIN = re.compile(f"[ \t{ODD}]*[{ODD}][ \t{ODD}]*")
_BEHIND_DASH = re.compile(f"[ \t{ODD}]*(?:- +)*-(?P<gap>[ \t]*[{ODD}][ \t{ODD}]*)")
_BEHIND_KEY = re.compile(f"[ \t{ODD}]*(?:-[ \t{ODD}]+)*[\\w-]+(?P<gap>[ \t{ODD}]*:[ \t{ODD}]*)(?=[^\\s/]|$)")
_BEGINS_ODDLY = re.compile(f"-?[{ODD}]")


def in_front(document: Document) -> tuple[Edit, ...]:
    """Edits that put plain spaces for odd ones where YAML needs them: in margins, behind dashes, about colons."""
    front = document.front
    if front is None or not _ANY.search(document.text, front.source.start, front.source.end):
        return ()
    if not front.readable:
        return tuple(_edits(document))
    counted = tuple(_counted(document, front))
    return tuple(
        edit
        for edit in (_edits(document) if counted else ())
        if any(edit.span.start <= span.end and span.start <= edit.span.end for span in counted)
    )


def name_of(character: str) -> str:
    """What a character is called, with its number."""
    return f"{unicodedata.name(character, 'a space').lower()} (U+{ord(character):04X})"


def first_odd(text: str) -> str:
    """The first odd space of a text that has one."""
    found = _ANY.search(text)
    return found.group() if found else ""


def _counted(document: Document, front: FrontMatter) -> Iterator[Span]:
    """Where an odd space became part of a key, or the beginning of a value; elsewhere it is a part of the writing."""
    for _, value, key, span in front.nodes():
        if key != span and _ANY.search(key.of(document.text)):
            yield key
        elif isinstance(value, str) and _BEGINS_ODDLY.match(document.text, span.start):
            yield Span(span.start, span.start + 1)


def _edits(document: Document) -> Iterator[Edit]:
    text = document.text
    for line in lines_of(document):
        source = line.span.of(text)
        if line.prose or not _ANY.search(source):
            continue
        margin = _MARGIN.match(source)
        if margin:
            yield Edit(Span(line.span.start, line.span.start + margin.end()), " " * margin.end())
        behind = _BEHIND_DASH.match(source)
        if behind:
            yield _at(line.span.start, behind.span("gap"), " ")
        colon = _BEHIND_KEY.match(source)
        if colon and _ANY.search(colon["gap"]):
            yield _at(line.span.start, colon.span("gap"), ": " if colon.end() < len(source) else ":")


def _at(start: int, within: tuple[int, int], text: str) -> Edit:
    return Edit(Span(start + within[0], start + within[1]), text)

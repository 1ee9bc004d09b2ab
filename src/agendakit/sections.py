"""Sections of a body, matched with those that its kind of entry has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit.model import SECTIONS, Section
from agendakit.nearest import distance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from agendakit.outline import Heading
    from agendakit.record import Draft, Record

LEVEL = 2
"""Level of the headings that begin a section."""

_DECORATION = re.compile(r"^(?:[\s*_`#]|\d+[.)]\s)+|[\s*_`:.?!#]+$")
_LETTERS_TO_AN_ERROR = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """How the headings of a body stand to the sections of its kind.

    Attributes:
        present: Heading by the title of the section, in the order of the body.
        misspelt: Heading by the title of the section that it seems to be, where no other heading has that title.
        missing: Required sections that no heading has or seems to be, in their order.
    """

    present: Mapping[str, Heading]
    misspelt: Mapping[str, Heading]
    missing: tuple[Section, ...]


def match(source: Record | Draft) -> Matched:
    """Match the headings of an entry; of a body too dense to be read to its end, nothing is said to be missing."""
    outline = source.document.outline
    expected = SECTIONS[source.kind]
    titles = {section.title for section in expected}
    present: dict[str, Heading] = {}
    for heading in outline.headings:
        if heading.level == LEVEL and heading.title in titles:
            present.setdefault(heading.title, heading)
    others = [heading for heading in outline.headings if heading not in present.values()]
    absent = [section for section in expected if section.title not in present]
    misspelt = dict(_misspelt(absent, others))
    missing = [section for section in absent if section.required and section.title not in misspelt]
    return Matched(present=present, misspelt=misspelt, missing=() if outline.too_dense else tuple(missing))


def _misspelt(absent: list[Section], headings: list[Heading]) -> Iterator[tuple[str, Heading]]:
    taken: list[Heading] = []
    for section in absent:
        free = (heading for heading in headings if heading not in taken)
        found = next((heading for heading in free if _seems(heading.title, section.title)), None)
        if found is not None:
            taken.append(found)
            yield section.title, found


def _seems(written: str, title: str) -> bool:
    """Whether a heading is a title but for case, decoration, level, order of words, or a slip in every fifth letter."""
    plain, wanted = _plain(written), _plain(title)
    if sorted(plain.split()) == sorted(wanted.split()):
        return True
    most = len(wanted) // _LETTERS_TO_AN_ERROR
    return distance(plain, wanted, most) <= most


def _plain(title: str) -> str:
    return " ".join(_DECORATION.sub("", title).casefold().split())

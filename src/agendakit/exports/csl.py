"""The bibliography as CSL-JSON: for citation processors such as citeproc and Zotero.

Only what the schema of CSL-JSON knows is given, so that every reader takes it; the repository's own file may hold more.
Source: citation-style-language/schema, csl-data.json 1.0.2.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from agendakit.extension import export

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from agendakit.catalogue import Catalogue
    from agendakit.config import Config

_OTHERS = "type id citation-key categories language journalAbbreviation shortTitle custom"
_NAMES = (
    "author chair collection-editor compiler composer container-author contributor curator director editor"
    " editorial-director executive-producer guest host interviewer illustrator narrator organizer original-author"
    " performer producer recipient reviewed-author script-writer series-creator translator"
)
_DATES = "accessed available-date event-date issued original-date submitted"
_TEXTS = (
    "abstract annote archive archive_collection archive_location archive-place authority call-number chapter-number"
    " citation-number citation-label collection-number collection-title container-title container-title-short"
    " dimensions division DOI edition event event-title event-place first-reference-note-number genre ISBN ISSN issue"
    " jurisdiction keyword locator medium note number number-of-pages number-of-volumes original-publisher"
    " original-publisher-place original-title page page-first part part-title PMCID PMID printing publisher"
    " publisher-place references reviewed-genre reviewed-title scale section source status supplement-number title"
    " title-short URL version volume volume-title volume-title-short year-suffix"
)
_KNOWN = frozenset(f"{_OTHERS} {_NAMES} {_DATES} {_TEXTS}".split())


@export("api/v1/papers.json")
def csl(catalogue: Catalogue, config: Config, today: date) -> str:  # noqa: ARG001  # an export's signature
    """Items in the order of the bibliography."""
    items = [_known(paper.data) for paper in catalogue.bibliography.papers]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def _known(data: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in data.items() if name in _KNOWN}

"""One entry a line as JSON: for programs that read a piece at a time.

Each line is an item of `entries` of the whole document. Source: jsonlines.org.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agendakit.exports.json import entry_text
from agendakit.extension import export

if TYPE_CHECKING:
    from datetime import date

    from agendakit.catalogue import Catalogue
    from agendakit.config import Config

_SEPARATORS = re.compile("[\x85\u2028\u2029]")


@export()
def jsonl(catalogue: Catalogue, config: Config, today: date) -> str:
    """Lines in the order of the ids; empty where nothing is published."""
    records = (catalogue.records[name] for name in sorted(catalogue.records))
    return "".join(f"{_line(entry_text(record, catalogue, config, today))}\n" for record in records)


def _line(text: str) -> str:
    """JSON on one line, also for readers to whom more than a line feed ends a line."""
    return _SEPARATORS.sub(lambda found: f"\\u{ord(found.group()):04x}", text)

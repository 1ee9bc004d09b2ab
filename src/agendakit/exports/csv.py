"""One row an entry: for spreadsheets and statistics.

A cell holds one text: lists are joined by `` | ``, of an object only its first field stands (of an author the name, of
a paper its `ref`); `json` has the rest. What a spreadsheet would take for a formula begins with an apostrophe.
Source: RFC 4180, with line feeds; OWASP, "CSV Injection".
"""

from __future__ import annotations

import csv as standard_csv
import io
import re
from typing import TYPE_CHECKING

from agendakit.exports.json import entry_data
from agendakit.extension import export
from agendakit.model import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from agendakit.catalogue import Catalogue
    from agendakit.config import Config

_FIRST = ("id", "kind", "title", "url", "path")
_DERIVED = ("needs", "opens", "ready_hours", "worked_on")
_UNREADABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]")


@export("api/v1/entries.csv")
def csv(catalogue: Catalogue, config: Config, today: date) -> str:
    """A header, then rows in the order of the ids."""
    columns = tuple(_columns())
    out = io.StringIO()
    writer = standard_csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for name in sorted(catalogue.records):
        data = entry_data(catalogue.records[name], catalogue, config, today)
        writer.writerow([_cell(data.get(column)) for column in columns])
    return out.getvalue()


def _columns() -> Iterator[str]:
    """What every entry has, then every other field of the models, then what is derived."""
    fields = (name for model in KINDS.values() for name in model.model_fields)
    yield from dict.fromkeys((*_FIRST, *(name for name in fields if name != "extra"), *_DERIVED))


def _cell(value: object) -> str | int | float:
    if isinstance(value, int | float):
        return value
    text = _UNREADABLE.sub(" ", " | ".join(_words(value)))
    return f"'{text}" if _FORMULA.match(text) else text


def _words(value: object) -> Iterator[str]:
    """A value as texts: of an object its first field, which names it."""
    if value is None:
        return
    if isinstance(value, dict):
        yield from _words(next(iter(value.values()), None))
    elif isinstance(value, list):
        for item in value:
            yield from _words(item)
    else:
        yield str(value)

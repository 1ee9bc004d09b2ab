"""What the browser loads for the catalogue page, in files of which each is fetched when it is needed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from agendakit.readiness import entry_hours
from agendakit.site.catalogue_view import FIRST, ordered
from agendakit.site.facet_view import as_data
from agendakit.site.facets import facets
from agendakit.site.search_index import search_index
from agendakit.site.search_names import names
from agendakit.site.templating import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.record import Record
    from agendakit.site.place import Place, Site

CHUNK = 10
"""How many cards are fetched together: few, since those of a search lie far apart."""


def catalogue_index(site: Site) -> str:
    """What the browser filters and sorts by; numbers are those of `ordered`."""
    records = ordered(site.catalogue)
    document = {
        "version": 2,
        "total": len(records),
        "retired": [number for number, record in enumerate(records) if record.entry.stage == "retired"],
        "created": [int(record.entry.created.replace("-", "")) for record in records],
        "hours": [_short(entry_hours(record)) for record in records],
        "ready": [_short(site.to_learn[record.id][1]) for record in records],
        "facets": as_data(facets(records, site)),
        "first": FIRST,
        "chunk": CHUNK,
    }
    return _compact(document)


def catalogue_graph(site: Site) -> str:
    """What the browser finds out readiness by, for visitors who said what they know; numbers are those of `ordered`."""
    records = ordered(site.catalogue)
    numbers = {record.id: number for number, record in enumerate(records)}
    graph = site.catalogue.graph
    document = {
        "ids": [record.id for record in records],
        "titles": [record.entry.title for record in records],
        "needs": [[numbers[name] for name in graph.get(record.id, ())] for record in records],
        "assumes": [numbers[name] for name in site.config.assumes if name in numbers],
    }
    return _compact(document)


def search_files(site: Site) -> Iterator[tuple[str, str]]:
    """Names and contents of the files that the browser searches in; numbers are those of `ordered`."""
    index = search_index(ordered(site.catalogue), site.catalogue)
    yield "words.json", _compact({"terms": "\n".join(index.terms), "starts": index.starts})
    for number, shard in enumerate(index.shards):
        yield f"words/{number}.json", _compact(shard)


def card_pages(place: Place) -> Iterator[str]:
    """The cards of all entries as HTML with the names they are also found by, `CHUNK` of them in each document."""
    records = ordered(place.site.catalogue)
    for start in range(0, len(records), CHUNK):
        yield _compact([_card(record, place) for record in records[start : start + CHUNK]])


def _card(record: Record, place: Place) -> list[object]:
    html = " ".join(render("card.html", {"one": place.card(record)}).split())
    return [record.kind, html, [[name.label, name.words, *name.others] for name in names(record, place.site.catalogue)]]


def _compact(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _short(hours: float) -> float:
    """Whole hours without a decimal point, in as few bytes as they need."""
    rounded = round(hours, 2)
    return int(rounded) if rounded == int(rounded) else rounded

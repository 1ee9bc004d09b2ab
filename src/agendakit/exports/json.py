"""The whole catalogue as one JSON document, version 1: for programs.

`schemas/catalogue.schema.json` describes it. Drafts are left out; retired entries are not.
"""

from __future__ import annotations

import json as standard_json
from typing import TYPE_CHECKING

from agendakit.addresses import page_address
from agendakit.extension import export
from agendakit.model import Project
from agendakit.readiness import needs, ready_hours, running_claims, startability

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from agendakit.catalogue import Catalogue
    from agendakit.config import Config
    from agendakit.record import Record


@export("api/v1/catalogue.json")
def json(catalogue: Catalogue, config: Config, today: date) -> str:
    """Object with `entries` in the order of their ids and `papers` in that of the bibliography, one a line."""
    return lined(catalogue_data(catalogue, config, today))


def lined(data: Mapping[str, object]) -> str:
    """An object as JSON with the items of its lists on a line each: short, and `diff` and `grep` work on it."""
    fields = (
        f"{compact(name)}: {_list(value) if isinstance(value, list) else compact(value)}"
        for name, value in data.items()
    )
    return "{\n" + ",\n".join(fields) + "\n}\n"


def compact(data: object) -> str:
    """JSON without needless space."""
    return standard_json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _list(items: list[object]) -> str:
    return "[\n" + ",\n".join(map(compact, items)) + "\n]" if items else "[]"


def catalogue_data(catalogue: Catalogue, config: Config, today: date) -> dict[str, object]:
    """The document as plain data."""
    records = sorted(catalogue.records.values(), key=lambda record: record.id)
    return {
        "schema_version": config.schema_version,
        "name": config.name,
        "url": config.url or None,
        "as_of": today.isoformat(),
        "entries": [entry_data(record, catalogue, config, today) for record in records],
        "papers": [dict(paper.data) for paper in catalogue.bibliography.papers],
    }


def entry_data(record: Record, catalogue: Catalogue, config: Config, today: date) -> dict[str, object]:
    """One entry: what is derived of it, then its fields by the names of the schema; what it lacks is left out."""
    needed = needs(catalogue, record.id)
    address = page_address(record, catalogue.root)
    return {
        "id": record.id,
        "path": record.document.path.relative_to(catalogue.root).as_posix(),
        "url": config.page_url(address) or address,
        "needs": {
            "before": list(needed.before),
            "on_the_way": list(needed.on_the_way),
            "helpful": list(needed.helpful),
        },
        "opens": list(catalogue.opens[record.id]),
        "ready_hours": ready_hours(catalogue, record.id, config.assumes),
        **_of_project(record, catalogue, today),
        **_fields(record, catalogue),
    }


def _of_project(record: Record, catalogue: Catalogue, today: date) -> Mapping[str, object]:
    if not isinstance(record.entry, Project):
        return {}
    signs = startability(catalogue, record, today)
    claims = running_claims(record.entry, today)
    last = max(claims, key=lambda claim: claim.until, default=None)
    return {
        "startability": {"met": list(signs.met), "missing": list(signs.missing)},
        "worked_on": {"by": last.by, "until": last.until} if last else None,
    }


def _fields(record: Record, catalogue: Catalogue) -> dict[str, object]:
    fields = record.entry.model_dump(mode="json", exclude_none=True)
    agenda = catalogue.agenda_of.get(record.id)
    return {**fields, "agenda": agenda} if agenda else fields

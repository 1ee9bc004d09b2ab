"""The whole catalogue as one JSON document, version 1: for programs.

`schemas/catalogue.schema.json` describes it. Drafts are left out; retired entries are not.
"""

from __future__ import annotations

import json as standard_json
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from agendakit.addresses import page_address
from agendakit.extension import export
from agendakit.model import Project
from agendakit.readiness import needs, ready_hours, running_claims, startability

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from agendakit.catalogue import Catalogue
    from agendakit.config import Config
    from agendakit.record import Record


_TEXTS: WeakKeyDictionary[Catalogue, dict[tuple[object, ...], str]] = WeakKeyDictionary()
"""Entries as JSON by what they depend on; a site holds each three times."""


@export("api/v1/catalogue.json")
def json(catalogue: Catalogue, config: Config, today: date) -> str:
    """Object with `entries` in the order of their ids and `papers` in that of the bibliography, one a line."""
    records = (catalogue.records[name] for name in sorted(catalogue.records))
    head = {
        "schema_version": config.schema_version,
        "name": config.name,
        "url": config.url or None,
        "as_of": today.isoformat(),
    }
    fields = {name: compact(value) for name, value in head.items()}
    fields["entries"] = _list(entry_text(record, catalogue, config, today) for record in records)
    fields["papers"] = _list(compact(dict(paper.data)) for paper in catalogue.bibliography.papers)
    return _object(fields)


def lined(data: Mapping[str, object]) -> str:
    """An object as JSON with the items of its lists on a line each: short, and `diff` and `grep` work on it."""
    return _object(
        {
            name: _list(map(compact, value)) if isinstance(value, list) else compact(value)
            for name, value in data.items()
        }
    )


def compact(data: object) -> str:
    """JSON without needless space."""
    return standard_json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _object(fields: Mapping[str, str]) -> str:
    """An object of values that are JSON already."""
    return "{\n" + ",\n".join(f"{compact(name)}: {text}" for name, text in fields.items()) + "\n}\n"


def _list(texts: Iterable[str]) -> str:
    """A list of items that are JSON already."""
    lines = ",\n".join(texts)
    return f"[\n{lines}\n]" if lines else "[]"


def entry_text(record: Record, catalogue: Catalogue, config: Config, today: date) -> str:
    """One entry as compact JSON."""
    known = _TEXTS.setdefault(catalogue, {})
    key = record.id, config.url, *config.assumes, today
    found = known.get(key)
    if found is None:
        found = known[key] = compact(entry_data(record, catalogue, config, today))
    return found


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

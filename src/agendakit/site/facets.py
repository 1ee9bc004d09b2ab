"""The facets of the catalogue page, read from the markers of the model."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from agendakit.model import BANDS, KINDS
from agendakit.model.reflect import fields_of
from agendakit.site.derived_facets import derived_facets
from agendakit.site.facet_view import FacetView, values_and_column
from agendakit.site.glances import TIME_WORDS, compute_word, fitting

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agendakit.model.reflect import FieldInfo
    from agendakit.record import Record
    from agendakit.site.place import Site

_ORDER = ("kind", "effort", "difficulty", "compute", "agenda", "type", "novelty", "status", "tags")
_FOLDED = frozenset({"type", "novelty", "status", "tags"})


def facets(records: tuple[Record, ...], site: Site) -> tuple[FacetView, ...]:
    """Facets of these entries, the most asked for first; values in the order of the vocabulary, else by count."""
    fields = {field.name: field for kind in KINDS for field in fields_of(kind) if field.facet}
    ordered = sorted(fields, key=lambda name: _ORDER.index(name) if name in _ORDER else len(_ORDER))
    own = [_facet(fields[name], records, site) for name in ordered]
    behind = ordered.index("compute") + 1
    return (*own[:behind], *derived_facets(records, site), *own[behind:])


def _facet(field: FieldInfo, records: tuple[Record, ...], site: Site) -> FacetView:
    assert field.facet is not None
    held = [_values(field, record, site) for record in records]
    names = _ordered(field, Counter(value for values in held for value in values))
    values, column = values_and_column({name: _label(field, name, site) for name in names}, held, records)
    return FacetView(
        name=field.name,
        label="Time I have" if field.name == "effort" else field.facet.label,
        values=values,
        many=field.many,
        folded=field.name in _FOLDED,
        column=column,
    )


def _values(field: FieldInfo, record: Record, site: Site) -> tuple[str, ...]:
    if field.name == "agenda":
        agenda = record.id if record.kind == "agenda" else site.catalogue.agenda_of.get(record.id)
        return (agenda,) if agenda else ()
    value = getattr(record.entry, field.name, None)
    if value is None:
        return ()
    values = value if isinstance(value, tuple) else (value,)
    assert field.facet is not None
    band = field.facet.band
    return tuple(stretch for one in values for stretch in fitting(band(one))) if band else values


def _ordered(field: FieldInfo, counts: Mapping[str, int]) -> tuple[str, ...]:
    """Words of a vocabulary keep its order, and stay where no entry has them if the order means something."""
    if field.name == "kind":
        return tuple(name for name in ("project", "agenda", "concept") if name in counts)
    if field.name == "effort":
        return BANDS
    if field.name == "difficulty":
        return tuple(field.meanings)
    if field.name != "status" and field.meanings:
        return tuple(name for name in field.meanings if name in counts)
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))


def _label(field: FieldInfo, name: str, site: Site) -> str:
    if field.name == "effort":
        return TIME_WORDS[name]
    if field.name == "compute":
        return compute_word(name)
    if field.name == "agenda":
        record = site.catalogue.records.get(site.catalogue.canonical(name))
        return record.entry.title if record else name
    return name if field.many else name.replace("-", " ")

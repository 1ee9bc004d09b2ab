"""The facets of the catalogue page, read from the markers of the model."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from agendakit.model import BANDS, KINDS
from agendakit.model.reflect import fields_of
from agendakit.site.derived_facets import derived_facets
from agendakit.site.facet_view import FacetView, Value
from agendakit.site.glances import BAND_WORDS, compute_word

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
    return (*own[:behind], *derived_facets(records, site.today), *own[behind:])


def _facet(field: FieldInfo, records: tuple[Record, ...], site: Site) -> FacetView:
    assert field.facet is not None
    held = [_values(field, record, site) for record in records]
    counts = Counter(value for values in held for value in values)
    names = _ordered(field, counts)
    positions = {name: number for number, name in enumerate(names)}
    return FacetView(
        name=field.name,
        label="Time I have" if field.name == "effort" else field.facet.label,
        values=tuple(Value(name=name, label=_label(field, name, site), count=counts[name]) for name in names),
        many=field.many,
        folded=field.name in _FOLDED,
        column=tuple(tuple(positions[value] for value in values) for values in held),
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
    return tuple(band(one) for one in values) if band else values


def _ordered(field: FieldInfo, counts: Mapping[str, int]) -> tuple[str, ...]:
    """Words of a vocabulary keep its order, and stay where no entry has them if the order means something."""
    if field.name == "kind":
        return tuple(name for name in ("project", "agenda", "concept") if name in counts)
    if field.name == "effort":
        return BANDS
    if field.name == "difficulty":
        return tuple(field.meanings)
    if field.name == "status":
        return tuple(sorted(counts, key=lambda name: (-counts[name], name)))
    if field.meanings:
        return tuple(name for name in field.meanings if name in counts)
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))


def _label(field: FieldInfo, name: str, site: Site) -> str:
    if field.name == "effort":
        return BAND_WORDS[name]
    if field.name == "compute":
        return compute_word(name)
    if field.name == "agenda":
        record = site.catalogue.records.get(site.catalogue.canonical(name))
        return record.entry.title if record else name
    return name if field.many else name.replace("-", " ")

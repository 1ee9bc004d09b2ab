"""The fields of an entry as data, for whatever describes them: pages, editors, templates, messages."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import get_args

from pydantic.fields import FieldInfo as ModelField

from agendakit.diagnostic import Route
from agendakit.model.anatomy import Anatomy, anatomy_of
from agendakit.model.docs import docs_of
from agendakit.model.kinds import DRAFT_NEEDS, KINDS
from agendakit.model.markers import (
    Facet,
    Form,
    Meanings,
    NeedLevel,
    PaperReference,
    Reference,
    Required,
    Wanted,
)
from agendakit.model.references import paper_refs_of, references_of
from agendakit.model.shapes import Part, Shorthand

__all__ = ["FieldInfo", "field_at", "fields_of", "paper_refs_of", "references_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldInfo:
    """One field, as its author sees it.

    Attributes:
        route: Keys that lead to it; indices of lists are left out.
        form: Name of the form of its single values, such as `Effort`; empty where they are objects or words of a list.
        type: What to write, in words that continue "expected".
        item: The same for one item of a list; equal to `type` where it is no list.
        doc: What it means, in one line or a few sentences.
        example: A value that is valid here.
        needed: For a published entry. In a nested object, `yes` means: wherever the object stands.
        condition: When it is needed, where that is not always; empty otherwise.
        in_draft: Whether a draft needs it too.
        default: What a missing field counts as; None where it counts as nothing.
        many: Whether it is a list.
        meanings: The words it may hold, with what they mean; empty where it is free.
        kinds: What the id in it may name; `paper` for the name of a work; empty where it names nothing.
        relation: What such a reference is called; empty where it names nothing.
        facet: How the site filters by it.
        shorthand: The key that stands alone where an object holds nothing else; empty where there is no such form.
        children: The fields of the objects that it holds.
    """

    name: str
    route: tuple[str, ...]
    form: str
    type: str
    item: str
    doc: str
    example: object
    needed: NeedLevel
    condition: str
    in_draft: bool
    default: object
    many: bool
    meanings: Mapping[str, str]
    kinds: frozenset[str]
    relation: str
    facet: Facet | None
    shorthand: str
    children: "tuple[FieldInfo, ...]"


@cache
def fields_of(kind: str) -> tuple[FieldInfo, ...]:
    """The fields of a kind in the order of the model; raises KeyError when there is no such kind."""
    return _fields(KINDS[kind], (), frozenset(DRAFT_NEEDS[kind]))


def field_at(kind: str, route: Route) -> FieldInfo | None:
    """The field that a route into the front matter leads to; None where the model knows none, as below `extra`."""
    names = tuple(step for step in route if isinstance(step, str))
    found: FieldInfo | None = None
    fields = fields_of(kind)
    for name in names:
        found = next((field for field in fields if field.name == name), None)
        fields = () if found is None else found.children
    return found


def _fields(model: type[Part], above: tuple[str, ...], in_draft: frozenset[str]) -> tuple[FieldInfo, ...]:
    docs = docs_of(model)
    return tuple(
        _field(name, info, (*above, name), docs.get(name, ""), in_draft=name in in_draft)
        for name, info in model.model_fields.items()
    )


def _field(name: str, info: ModelField, route: tuple[str, ...], doc: str, *, in_draft: bool) -> FieldInfo:
    anatomy = anatomy_of(info)
    reference = anatomy.marker(Reference)
    paper = anatomy.marker(PaperReference)
    form = anatomy.marker(Form)
    needed, condition = _need(info, anatomy)
    return FieldInfo(
        name=name,
        route=route,
        form=form.name if form else "",
        type=_type_in_words(anatomy),
        item=_item_in_words(anatomy),
        doc=doc,
        example=(info.examples or [None])[0],
        needed=needed,
        condition=condition,
        in_draft=in_draft,
        default=info.default if isinstance(info.default, str) else None,
        many=anatomy.many,
        meanings=_meanings(anatomy),
        kinds=reference.kinds if reference else frozenset({"paper"} if paper else ()),
        relation=reference.relation if reference else "paper" if paper else "",
        facet=anatomy.marker(Facet),
        shorthand=_shorthand(anatomy),
        children=() if anatomy.part is None else _fields(anatomy.part, route, frozenset()),
    )


def _need(info: ModelField, anatomy: Anatomy) -> tuple[NeedLevel, str]:
    must, wish = anatomy.marker(Required), anatomy.marker(Wanted)
    if info.is_required():
        return "yes", ""
    if must:
        return "yes", must.when.words
    if wish:
        return "wanted", wish.when.words if wish.when else ""
    return "no", ""


def _meanings(anatomy: Anatomy) -> Mapping[str, str]:
    marker = anatomy.marker(Meanings)
    return MappingProxyType(dict(marker.lines) if marker else {})


def _shorthand(anatomy: Anatomy) -> str:
    marker = anatomy.marker(Shorthand)
    return marker.key if marker else ""


def _type_in_words(anatomy: Anatomy) -> str:
    if not anatomy.many:
        return _item_in_words(anatomy)
    form = anatomy.marker(Form)
    if form is not None:
        return f"a list of {form.many}"
    key = _shorthand(anatomy)
    objects = f"a list of objects with the keys {_keys(anatomy)}"
    return f"{objects}, or of the `{key}` alone" if key else objects


def _item_in_words(anatomy: Anatomy) -> str:
    form = anatomy.marker(Form)
    if form is not None:
        return form.one
    key = _shorthand(anatomy)
    if anatomy.part is not None:
        whole = f"an object with the keys {_keys(anatomy)}"
        return f"{whole}, or its `{key}` alone" if key else whole
    words = [f"`{word}`" for word in get_args(anatomy.item)]
    return f"one of {', '.join(words)}" if len(words) > 1 else words[0]


def _keys(anatomy: Anatomy) -> str:
    return ", ".join(f"`{name}`" for name in anatomy.part.model_fields) if anatomy.part else ""

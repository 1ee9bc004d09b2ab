"""The model of each kind of entry; drafts have one of their own."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import get_origin

from pydantic import create_model
from pydantic.fields import FieldInfo

from agendakit.model.agenda import Agenda
from agendakit.model.concept import Concept
from agendakit.model.project import Project

Entry = Agenda | Project | Concept

KINDS: Mapping[str, type[Entry]] = MappingProxyType({"agenda": Agenda, "project": Project, "concept": Concept})
"""The models of published entries by kind."""

DRAFT_NEEDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "agenda": ("kind", "title", "summary"),
        "project": ("kind", "title", "question"),
        "concept": ("kind", "title", "summary"),
    }
)
"""What a draft has to have, by kind."""


def model_for(kind: str, stage: object = "published") -> type[Entry]:
    """The model to validate front matter with; anything but the stage `draft` gets the strict one.

    The model of a draft is a subclass: what it lacks is None, or an empty tuple where a list belongs.
    Raises KeyError when there is no such kind.
    """
    return _draft_of(kind) if stage == "draft" else KINDS[kind]


def summary_of(entry: Entry) -> str:
    """The summary; for a project without one, its question."""
    if entry.summary is None and isinstance(entry, Project):
        return entry.question
    return entry.summary or ""


@cache
def _draft_of(kind: str) -> type[Entry]:
    model = KINDS[kind]
    gaps = {
        name: (info.rebuild_annotation(), _nothing(info))
        for name, info in model.model_fields.items()
        if info.is_required() and name not in DRAFT_NEEDS[kind]
    }
    return create_model(f"{model.__name__}Draft", __base__=model, __doc__=model.__doc__, **gaps)  # type: ignore[call-overload, no-any-return]  # field definitions as a mapping are beyond the overloads


def __getattr__(name: str) -> type[Entry]:
    """The model of a draft by its own name, under which pickled entries look for it."""
    for kind, model in KINDS.items():
        if name == f"{model.__name__}Draft":
            return _draft_of(kind)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def _nothing(info: FieldInfo) -> object:
    return () if get_origin(info.annotation) is tuple else None

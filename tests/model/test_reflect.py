from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from agendakit.model import KINDS, Agenda, Concept, Project, model_for, paper_refs_of, references_of
from agendakit.model.reflect import FieldInfo, field_at, fields_of
from small_entries import DRAFTS, PUBLISHED, with_field

if TYPE_CHECKING:
    from collections.abc import Iterator

ENTRIES = frozenset({"agenda", "project", "concept"})


def nested(fields: tuple[FieldInfo, ...]) -> Iterator[FieldInfo]:
    """The fields with all their children."""
    for field in fields:
        yield field
        yield from nested(field.children)


def every_field() -> list[tuple[str, FieldInfo]]:
    """All fields of all kinds, at every depth."""
    return [(kind, field) for kind in KINDS for field in nested(fields_of(kind))]


def named(kind: str, *route: str) -> FieldInfo:
    """The field at a route."""
    field = field_at(kind, route)
    assert field is not None
    return field


@pytest.mark.parametrize(("kind", "field"), every_field(), ids=lambda value: ".".join(getattr(value, "route", ())))
def test_every_field_explains_itself(kind: str, field: FieldInfo) -> None:
    assert field.doc.endswith(".")
    assert field.doc[0].isupper() or field.doc.startswith("`")
    assert field.type
    assert field.example is not None
    assert field_at(kind, field.route) == field
    json.dumps(field.example)


@pytest.mark.parametrize("kind", tuple(KINDS))
def test_an_entry_made_of_all_the_examples_is_valid(kind: str) -> None:
    front = {field.name: field.example for field in fields_of(kind)}
    model_for(kind, front["stage"]).model_validate(front)
    KINDS[kind].model_validate({**front, "stage": "published"})


@pytest.mark.parametrize("kind", tuple(KINDS))
def test_objects_made_of_the_examples_of_their_keys_are_valid(kind: str) -> None:
    for field in fields_of(kind):
        if field.children:
            whole = {child.name: child.example for child in field.children}
            KINDS[kind].model_validate(with_field(kind, **{field.name: [whole] if field.many else whole}))


@pytest.mark.parametrize("kind", tuple(KINDS))
def test_every_example_of_a_field_is_valid(kind: str) -> None:
    for name, info in KINDS[kind].model_fields.items():
        for example in info.examples or ():
            front = with_field(kind, **{name: example})
            model_for(kind, front.get("stage")).model_validate(front)


def test_the_words_of_a_vocabulary_stand_in_their_order() -> None:
    for _, field in every_field():
        if field.meanings:
            assert field.item == "one of " + ", ".join(f"`{word}`" for word in field.meanings)


def test_a_field_tells_what_is_needed() -> None:
    assert (named("project", "effort").needed, named("project", "effort").condition) == ("yes", "")
    assert named("project", "existing_work").needed == "yes"
    assert "research" in named("project", "existing_work").condition
    assert named("project", "cost").needed == "wanted"
    assert "hosted" in named("project", "cost").condition
    assert named("project", "tags").needed == "no"
    assert named("agenda", "maintainers").needed == "wanted"
    assert named("project", "maintainers").needed == "no"
    assert [field.name for field in fields_of("project") if field.in_draft] == ["kind", "title", "question"]


def test_a_field_tells_what_it_is() -> None:
    assert named("project", "status").default == "open"
    assert named("project", "prerequisites").shorthand == "id"
    assert named("project", "prerequisites").type.startswith("a list of objects")
    assert named("project", "prerequisites", "id").kinds == {"concept", "project"}
    assert named("concept", "prerequisites", "id").kinds == {"concept"}
    assert named("concept", "resources", "ref").kinds == {"paper"}
    assert named("project", "tags").type == "a list of ids"
    facet = named("project", "effort").facet
    assert facet is not None
    assert facet.band is not None
    assert facet.band("2 days") == "weekend"


def test_a_route_leads_to_its_field_whatever_the_index() -> None:
    assert field_at("project", ("papers", 3, "role")) == named("project", "papers", "role")
    assert field_at("project", ("papers", 3)) == named("project", "papers")
    assert field_at("project", ()) is None
    assert field_at("project", ("colour",)) is None
    assert field_at("project", ("extra", "colour")) is None


def test_references_name_kind_and_relation() -> None:
    project = Project.model_validate(
        with_field(
            "project",
            prerequisites=["pytorch", {"id": "linear-probes", "need": "helpful"}],
            agenda="elk",
            addresses=["transfer"],
            teaches=["linear-probes"],
            superseded_by="another",
        )
    )
    assert list(references_of(project)) == [
        (("prerequisites", 0, "id"), "pytorch", "prerequisite", frozenset({"concept", "project"})),
        (("prerequisites", 1, "id"), "linear-probes", "prerequisite", frozenset({"concept", "project"})),
        (("agenda",), "elk", "agenda", frozenset({"agenda"})),
        (("addresses", 0), "transfer", "addresses", frozenset({"question"})),
        (("teaches", 0), "linear-probes", "teaches", frozenset({"concept"})),
        (("superseded_by",), "another", "superseded_by", frozenset({"project"})),
    ]
    agenda = Agenda.model_validate(with_field("agenda", part_of="safety", prerequisites=["pytorch"]))
    assert [(route, relation) for route, _, relation, _ in references_of(agenda)] == [
        (("prerequisites", 0, "id"), "prerequisite"),
        (("part_of",), "part_of"),
    ]


def test_papers_are_found_wherever_they_are_named() -> None:
    project = Project.model_validate(with_field("project", existing_work=[{"ref": "10.1000/182", "note": "Some."}]))
    assert list(paper_refs_of(project)) == [
        (("papers", 0, "ref"), "arXiv:1610.01644"),
        (("existing_work", 0, "ref"), "10.1000/182"),
    ]
    concept = Concept.model_validate(PUBLISHED["concept"])
    assert list(paper_refs_of(concept)) == [(("resources", 0, "ref"), "https://example.org/probes")]


@pytest.mark.parametrize("kind", tuple(KINDS))
def test_a_draft_without_references_has_none(kind: str) -> None:
    draft = model_for(kind, "draft").model_validate(DRAFTS[kind])
    assert list(references_of(draft)) == []
    assert list(paper_refs_of(draft)) == []


def test_references_lead_to_known_things() -> None:
    for _, field in every_field():
        assert field.kinds <= ENTRIES | {"question", "paper"}
        assert bool(field.kinds) == bool(field.relation)

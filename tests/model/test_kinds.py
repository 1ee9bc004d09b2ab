from __future__ import annotations

import pytest
from pydantic import ValidationError

from agendakit.model import (
    COMPUTES,
    DIFFICULTIES,
    DRAFT_NEEDS,
    KINDS,
    PROJECT_TYPES,
    RESEARCH_TYPES,
    SECTIONS,
    Agenda,
    Project,
    model_for,
    summary_of,
)
from small_entries import DRAFTS, PUBLISHED, with_field

ALL_KINDS = tuple(KINDS)


def errors_of(kind: str, front: object, stage: object = "published") -> list[tuple[str, tuple[int | str, ...]]]:
    """Type and place of each error."""
    with pytest.raises(ValidationError) as caught:
        model_for(kind, stage).model_validate(front)
    return [(error["type"], error["loc"]) for error in caught.value.errors()]


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_the_small_entries_hold_just_what_is_required(kind: str) -> None:
    KINDS[kind].model_validate(PUBLISHED[kind])
    for name in set(PUBLISHED[kind]) - {"papers" if kind == "project" else ""}:
        front = {key: value for key, value in PUBLISHED[kind].items() if key != name}
        assert errors_of(kind, front) == [("missing", (name,))]


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_a_draft_may_have_gaps(kind: str) -> None:
    draft = model_for(kind, "draft").model_validate(DRAFTS[kind])
    assert isinstance(draft, KINDS[kind])
    assert draft.kind == kind
    assert draft.created is None
    assert draft.papers == ()
    for name in DRAFT_NEEDS[kind]:
        front = {key: value for key, value in DRAFTS[kind].items() if key != name}
        assert errors_of(kind, front, "draft") == [("missing", (name,))]


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_what_a_draft_does_hold_is_checked(kind: str) -> None:
    front = {**DRAFTS[kind], "created": "yesterday", "papers": [{}], "colour": "red"}
    assert errors_of(kind, front, "draft") == [
        ("string_pattern_mismatch", ("created",)),
        ("missing", ("papers", 0, "ref")),
        ("missing", ("papers", 0, "role")),
        ("extra_forbidden", ("colour",)),
    ]


@pytest.mark.parametrize("kind", ALL_KINDS)
@pytest.mark.parametrize("stage", ["published", "retired", "drft", None, 3, ["draft"]])
def test_only_the_stage_draft_has_the_lenient_model(kind: str, stage: object) -> None:
    assert model_for(kind, stage) is KINDS[kind]
    assert model_for(kind, "draft") is model_for(kind, "draft") is not KINDS[kind]


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_an_empty_key_is_refused_where_the_field_may_be_left_out(kind: str) -> None:
    for name, info in KINDS[kind].model_fields.items():
        if not info.is_required():
            assert [place for _, place in errors_of(kind, with_field(kind, **{name: None}))] == [(name,)]


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_an_entry_cannot_be_changed(kind: str) -> None:
    entry = KINDS[kind].model_validate(PUBLISHED[kind])
    with pytest.raises(ValidationError, match="frozen"):
        entry.title = "Another title"  # type: ignore[misc]  # that is the point


def test_shorthands_are_written_out() -> None:
    front = with_field(
        "project", prerequisites=["linear-probes", {"id": "pytorch", "need": "helpful"}], authors=["Ada"]
    )
    project = Project.model_validate(front)
    assert [(needed.id, needed.need, needed.why) for needed in project.prerequisites] == [
        ("linear-probes", "before", None),
        ("pytorch", "helpful", None),
    ]
    assert project.authors[0].name == "Ada"
    assert project.authors[0].role == "author"


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("prerequisites", ["Linear Probes"], [("string_pattern_mismatch", ("prerequisites", 0, "id"))]),
        ("prerequisites", ["a", 2001], [("string_type", ("prerequisites", 1, "id"))]),
        ("prerequisites", [None], [("model_type", ("prerequisites", 0))]),
        ("prerequisites", "linear-probes", [("list_type", ("prerequisites",))]),
        ("prerequisites", [{"need": "often"}], [
            ("missing", ("prerequisites", 0, "id")),
            ("literal_error", ("prerequisites", 0, "need")),
        ]),
        ("title", 1984, [("string_type", ("title",))]),
        ("effort", "a while", [("string_pattern_mismatch", ("effort",))]),
        ("first_step", {"do": "x"}, [("missing", ("first_step", "time")), ("missing", ("first_step", "observe"))]),
        ("done_when", [], [("too_short", ("done_when",))]),
        ("created", "2026-02-30", [("value_error", ("created",))]),
    ],
)  # fmt: skip
def test_an_error_names_its_place_in_the_front_matter(
    field: str, value: object, expected: list[tuple[str, tuple[int | str, ...]]]
) -> None:
    assert errors_of("project", with_field("project", **{field: value})) == expected


def test_no_existing_work_differs_from_not_having_looked() -> None:
    assert Project.model_validate(PUBLISHED["project"]).existing_work is None
    assert Project.model_validate(with_field("project", existing_work=[])).existing_work == ()


def test_extra_is_free() -> None:
    extra = {"funder": {"name": "Example", "years": [2026, None, 0.5, True]}}
    assert Agenda.model_validate(with_field("agenda", extra=extra)).extra == extra


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_what_is_dumped_validates_again(kind: str) -> None:
    for front, stage in ((PUBLISHED[kind], "published"), (DRAFTS[kind], "draft")):
        entry = model_for(kind, stage).model_validate(front)
        assert entry.model_dump(mode="json")["title"] == entry.title
        dumped = entry.model_dump(mode="json", exclude_unset=True)
        assert model_for(kind, stage).model_validate(dumped) == entry


def test_the_summary_of_a_project_defaults_to_its_question() -> None:
    project = Project.model_validate(PUBLISHED["project"])
    assert summary_of(project) == project.question
    agenda = Agenda.model_validate(PUBLISHED["agenda"])
    assert summary_of(agenda) == agenda.summary


def test_scales_run_from_little_to_much() -> None:
    assert DIFFICULTIES == ("first-project", "second-project", "intermediate", "advanced", "frontier")
    assert COMPUTES == ("none", "laptop", "hosted", "small-gpu", "large-gpu", "multi-gpu", "cluster")
    assert set(PROJECT_TYPES) - RESEARCH_TYPES == {"writing", "field-building", "operations", "funding"}


def test_every_kind_has_its_sections() -> None:
    assert set(SECTIONS) == set(KINDS)
    assert [section.title for section in SECTIONS["project"] if section.required] == [
        "Motivation",
        "How you can work on it",
        "Core uncertainties",
    ]

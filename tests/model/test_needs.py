from __future__ import annotations

import pytest

from agendakit.model import (
    DRAFT_NEEDS,
    KINDS,
    Agenda,
    Project,
    missing_by_condition,
    missing_by_stage,
    missing_wanted,
    model_for,
)
from agendakit.model.reflect import fields_of
from small_entries import DRAFTS, PUBLISHED, with_field

PAPER = {"ref": "arXiv:1610.01644", "role": "background"}
ASKING = Agenda.model_validate(
    with_field("agenda", open_questions=[{"id": "transfer", "question": "When does a probe transfer?"}])
)


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        ("concept", {}, []),
        ("agenda", {}, []),
        ("agenda", {"papers": [PAPER]}, [("papers", "yes")]),
        ("agenda", {"authors": [{"name": "Ada", "role": "compiler"}]}, [("source", "yes")]),
        ("concept", {"authors": [{"name": "Ada", "role": "compiler"}]}, [("source", "yes")]),
        ("agenda", {"authors": [{"name": "A", "role": "compiler"}], "source": {"title": "A list"}}, []),
        ("project", {}, [("existing_work", "yes"), ("baselines", "wanted")]),
        ("project", {"existing_work": []}, [("baselines", "wanted")]),
        ("project", {"existing_work": [], "baselines": ["chance"]}, []),
        ("project", {"type": "theory", "existing_work": []}, []),
        ("project", {"type": "theory", "existing_work": [], "papers": []}, [("papers", "yes")]),
        ("project", {"type": "theory", "existing_work": [], "papers": [PAPER]}, [("papers", "yes")]),
        ("project", {"type": "writing", "papers": []}, []),
        ("project", {"type": "writing", "compute": "hosted"}, [("cost", "wanted")]),
        ("project", {"type": "writing", "compute": "cluster", "cost": "much"}, []),
        ("project", {"type": "writing", "status": "solved"}, [("outcome", "yes")]),
        ("project", {"type": "writing", "status": "withdrawn", "outcome": "Not worth it."}, []),
        ("project", {"type": "writing", "status": "superseded"}, [("superseded_by", "yes")]),
        ("project", {"type": "writing", "status": "superseded", "superseded_by": "another"}, []),
    ],
)
def test_some_fields_are_needed_because_of_others(
    kind: str, fields: dict[str, object], expected: list[tuple[str, str]]
) -> None:
    needs = missing_by_condition(KINDS[kind].model_validate(with_field(kind, **fields)))
    assert [(need.route[0], need.level) for need in needs] == expected
    assert all(need.reason and need.by in KINDS[kind].model_fields for need in needs)


def test_an_agenda_with_questions_wants_them_addressed() -> None:
    project = Project.model_validate(with_field("project", type="writing"))
    assert missing_by_condition(project) == ()
    assert [need.route for need in missing_by_condition(project, ASKING)] == [("addresses",)]
    addressing = Project.model_validate(with_field("project", type="writing", addresses=["transfer"]))
    assert missing_by_condition(addressing, ASKING) == ()


@pytest.mark.parametrize("kind", tuple(KINDS))
def test_a_draft_lacks_what_a_published_entry_must_have(kind: str) -> None:
    draft = model_for(kind, "draft").model_validate(DRAFTS[kind])
    lacking = {need.route[0] for need in missing_by_stage(draft)}
    assert lacking == {name for name, info in KINDS[kind].model_fields.items() if info.is_required()} - set(
        DRAFT_NEEDS[kind]
    )
    assert missing_by_stage(KINDS[kind].model_validate(PUBLISHED[kind])) == ()
    assert lacking.isdisjoint(need.route[0] for need in missing_by_condition(draft))


@pytest.mark.parametrize("kind", tuple(KINDS))
def test_what_is_wanted_is_missed_until_it_is_there(kind: str) -> None:
    wanted = {
        field.name: field.example for field in fields_of(kind) if field.needed == "wanted" and not field.condition
    }
    bare = KINDS[kind].model_validate(PUBLISHED[kind])
    assert {need.route[0] for need in missing_wanted(bare)} == set(wanted)
    assert missing_wanted(KINDS[kind].model_validate(with_field(kind, **wanted))) == ()

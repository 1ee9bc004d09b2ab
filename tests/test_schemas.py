from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from agendakit.model import KINDS, model_for
from agendakit.model.reflect import fields_of
from agendakit.schemas import SCHEMA_VERSION, schema_texts
from schema_values import spoilt, values_of
from small_entries import DRAFTS, PUBLISHED, with_field

COMMITTED = Path(__file__).parent.parent / "schemas"
SCHEMAS: dict[str, Any] = {name: json.loads(text) for name, text in schema_texts().items()}
VALIDATORS = {
    name: Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    for name, schema in SCHEMAS.items()
}
ALL_KINDS = tuple(KINDS)
ENTRIES = {kind: values_of(SCHEMAS[f"{kind}.schema.json"]) for kind in ALL_KINDS}
THOROUGH = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def schema_accepts(kind: str, front: object) -> bool:
    return VALIDATORS[f"{kind}.schema.json"].is_valid(front)


def model_accepts(kind: str, front: object) -> bool:
    stage = front.get("stage") if isinstance(front, dict) else None
    try:
        model_for(kind, stage).model_validate(front)
    except ValidationError:
        return False
    return True


def test_the_committed_schemas_are_those_of_the_models() -> None:
    committed = {path.name: path.read_text(encoding="utf-8") for path in COMMITTED.glob("*.json")}
    assert committed == dict(schema_texts())


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one_and_says_where_it_is(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["$id"] == name
    assert schema_texts()[name].endswith("}\n")


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_schema_and_model_accept_the_small_entries(kind: str) -> None:
    for front in (PUBLISHED[kind], DRAFTS[kind], {**PUBLISHED[kind], "stage": "retired"}):
        assert schema_accepts(kind, front)
        assert model_accepts(kind, front)
    assert not schema_accepts(kind, {**DRAFTS[kind], "stage": "published"})
    assert not schema_accepts(kind, {**DRAFTS[kind], "stage": "retired"})


@pytest.mark.parametrize("kind", ALL_KINDS)
@settings(THOROUGH, max_examples=20)
@given(data=st.data())
def test_the_model_accepts_what_the_schema_accepts(kind: str, data: st.DataObject) -> None:
    front = data.draw(ENTRIES[kind])
    assert schema_accepts(kind, front)
    assert model_accepts(kind, front)


@pytest.mark.parametrize("kind", ALL_KINDS)
@settings(THOROUGH, max_examples=100)
@given(data=st.data())
def test_schema_and_model_agree_on_spoilt_entries(kind: str, data: st.DataObject) -> None:
    sound = st.sampled_from([PUBLISHED[kind], DRAFTS[kind], every_example(kind)]) | ENTRIES[kind]
    front = data.draw(spoilt(sound))
    assert schema_accepts(kind, front) == model_accepts(kind, front)


@pytest.mark.parametrize("front", [None, [], "text", 3, {}, {"kind": "other"}])
def test_schema_and_model_refuse_what_is_no_entry(front: object) -> None:
    for kind in ALL_KINDS:
        assert not schema_accepts(kind, front)
        assert not model_accepts(kind, front)


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_editors_find_a_meaning_for_every_field_and_word(kind: str) -> None:
    properties = SCHEMAS[f"{kind}.schema.json"]["properties"]
    assert list(properties) == [field.name for field in fields_of(kind)]
    for field in fields_of(kind):
        assert properties[field.name]["description"] == field.doc
        assert properties[field.name]["examples"]
        words = {option["const"]: option["description"] for option in properties[field.name].get("oneOf", ())}
        assert words == dict(field.meanings)


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_every_example_in_a_schema_is_accepted(kind: str) -> None:
    for name, part in SCHEMAS[f"{kind}.schema.json"]["properties"].items():
        for example in part["examples"]:
            assert schema_accepts(kind, with_field(kind, **{name: example})), name


def test_the_exported_catalogue_has_a_schema() -> None:
    assert VALIDATORS["catalogue.schema.json"].is_valid(exported())
    for change in (
        {"papers": None},
        {"entries": [{**exported()["entries"][0], "needs": {}}]},
        {"entries": [{**exported()["entries"][0], "colour": "red"}]},
        {"entries": [{**exported()["entries"][1], "worked_on": {"by": "Ada"}}]},
        {"entries": [{**exported()["entries"][1], "prerequisites": ["bare-id"]}]},
        {"entries": [{**exported()["entries"][2], "hours": 0}]},
    ):
        assert not VALIDATORS["catalogue.schema.json"].is_valid({**exported(), **change})


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_the_exported_catalogue_knows_every_field(kind: str) -> None:
    definition = SCHEMAS["catalogue.schema.json"]["$defs"][KINDS[kind].__name__]
    assert set(definition["properties"]) >= {field.name for field in fields_of(kind)}


def every_example(kind: str) -> dict[str, object]:
    return {field.name: field.example for field in fields_of(kind)} | {"stage": "published"}


def exported() -> Any:
    derived = {
        "path": "elk/a.md",
        "url": "elk/a/",
        "needs": {"before": ["pytorch"], "on_the_way": [], "helpful": []},
        "opens": [],
        "ready_hours": 8.5,
    }
    entries = []
    for kind in ALL_KINDS:
        entry = KINDS[kind].model_validate(every_example(kind)).model_dump(mode="json", exclude_none=True)
        entries.append({"id": f"some-{kind}", **entry, **derived})
    entries[1] |= {"startability": {"met": ["stop_if"], "missing": []}, "worked_on": None}
    return {
        "schema_version": SCHEMA_VERSION,
        "name": "Example",
        "url": None,
        "as_of": "2026-11-22",
        "entries": entries,
        "papers": [{"id": "arXiv:1610.01644", "type": "article", "title": "Probes"}],
    }

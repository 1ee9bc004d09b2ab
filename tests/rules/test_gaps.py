"""Rules take entries with gaps: drafts with the least a draft needs, and entries without one optional field."""

from __future__ import annotations

import json
from pathlib import PurePosixPath

import pytest

from agendakit.check import all_rules
from agendakit.model import KINDS
from agendakit.record import Draft, Record
from examples import ENTRIES, check_example, example_files
from small_entries import DRAFTS, PUBLISHED


def _file(front, body=""):
    return "".join(["---\n", *(f"{key}: {json.dumps(value)}\n" for key, value in front.items()), "---\n", body])


def _path(kind, name):
    return PurePosixPath(f"agendas/{name}/index.md" if kind == "agenda" else f"agendas/probing/{name}.md")


def _checked(kind, front):
    path = _path(kind, "small-entry")
    checked = check_example({path: _file(front)})
    return checked, [one for one in checked.diagnostics if one.place.path == path]


@pytest.mark.parametrize("kind", KINDS)
def test_the_smallest_draft_is_understood_and_draws_hints_only(kind):
    checked, found = _checked(kind, DRAFTS[kind])
    assert isinstance(checked.catalogue.drafts["small-entry"], Draft)
    assert {one.level for one in found} <= {"hint"}


@pytest.mark.parametrize("kind", KINDS)
def test_the_smallest_published_entry_has_no_errors_but_missing_sections(kind):
    front = PUBLISHED[kind] | ({"existing_work": []} if kind == "project" else {})
    checked, found = _checked(kind, front | {"papers": [{"ref": "arXiv:1610.01644", "role": "start-here"}]})
    assert isinstance(checked.catalogue.records["small-entry"], Record)
    assert {one.rule for one in found if one.level == "error"} <= {"missing-section"}


@pytest.mark.parametrize("kind", KINDS)
def test_every_rule_takes_a_draft_that_lacks_any_one_field(kind):
    values = check_example({}).documents[ENTRIES[kind]].front.values
    front = {**values, "stage": "draft"}
    for name in set(values) - {"kind", "title", "question", "summary"}:
        lacking = {key: value for key, value in front.items() if key != name}
        checked, found = _checked(kind, lacking)
        assert "small-entry" in checked.catalogue.drafts, name
        assert {one.level for one in found} <= {"hint"}, name


@pytest.mark.parametrize("kind", KINDS)
def test_every_rule_takes_a_published_entry_that_lacks_any_one_field(kind):
    values = check_example({}).documents[ENTRIES[kind]].front.values
    required = {name for name, info in KINDS[kind].model_fields.items() if info.is_required()}
    for name in set(values) - required:
        lacking = {key: value for key, value in values.items() if key != name}
        checked, _ = _checked(kind, lacking)
        assert "small-entry" in checked.catalogue.records, name


def test_the_example_catalogue_has_hints_only():
    assert {one.level for one in check_example({}).diagnostics} <= {"hint"}


def test_a_rule_that_cannot_be_allowed_says_so_of_itself():
    names = {rule.name for rule in all_rules() if not rule.allowable}
    assert {"unsafe-link", "escaping-link"} <= names


@pytest.mark.parametrize("path", list(example_files()), ids=str)
def test_rules_take_a_catalogue_without_one_of_its_files(path):
    # Every reference into the file dangles; nothing else may happen but findings.
    checked = check_example({path: "" if path.suffix == ".md" else "[]"})
    assert checked.diagnostics


def test_what_the_rest_of_an_entry_asks_for_is_told_beside_what_is_missing():
    front = PUBLISHED["project"] | {"authors": [{"name": "Ada Example", "role": "compiler"}]}
    del front["effort"], front["papers"]
    _, found = _checked("project", front)
    told = {one.finding.route for one in found if one.rule == "missing-field"}
    assert told == {("effort",), ("papers",), ("existing_work",), ("source",)}


def test_what_is_written_wrongly_is_not_told_to_be_missing():
    front = PUBLISHED["project"] | {"papers": "arXiv:1610.01644", "existing_work": 3}
    _, found = _checked("project", front)
    assert {one.rule for one in found if one.level == "error"} == {"invalid-value"}


@pytest.mark.parametrize("name", ["paper", "Papers", "pappers"])
def test_what_is_only_misspelt_is_not_told_to_be_missing(name):
    front = {key: value for key, value in PUBLISHED["project"].items() if key != "papers"}
    _, found = _checked("project", front | {name: PUBLISHED["project"]["papers"], "existing_work": []})
    assert [one.rule for one in found if one.level == "error"] == ["unknown-field"]


def test_what_stands_behind_the_fence_is_told_together():
    front = {key: value for key, value in PUBLISHED["project"].items() if key not in ("papers", "effort")}
    path = _path("project", "small-entry")
    text = _file(front | {"existing_work": []}) + "papers:\n  - ref: arXiv:1610.01644\neffort: 2-4 days\n"
    found = [one for one in check_example({path: text}).diagnostics if one.place.path == path and one.level == "error"]
    assert len(found) == 1
    assert "`papers` and `effort`" in found[0].finding.message or "`effort` and `papers`" in found[0].finding.message


def test_the_address_of_a_resource_is_its_ref():
    resources = [{"title": "A page", "url": "https://example.org", "form": "docs"}]
    _, found = _checked("concept", PUBLISHED["concept"] | {"resources": resources})
    (told,) = (one.finding for one in found if one.rule == "unknown-field")
    assert told.help == "Write `ref`."


def test_each_work_of_a_citation_is_looked_up_in_fields_and_in_the_body():
    cited = "See [@arXiv:1610.01644; @arXiv:1610.09999]."
    path = _path("project", "small-entry")
    text = _file(PUBLISHED["project"] | {"difficulty_reason": cited}, f"\n{cited}\n")
    found = [one for one in check_example({path: text}).diagnostics if one.place.path == path]
    unknown = [one for one in found if one.rule == "unlocked-paper"]
    assert [one.place.span.of(text) for one in unknown] == ["arXiv:1610.09999"] * len(unknown)
    assert unknown

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agendakit import config as configuration
from agendakit.check import Sources, check
from agendakit.diagnostic import Level
from examples import CONFIG, ENTRIES, FOLDER, TODAY, check_example, example_files

NEW = PurePosixPath("agendas/probing/new.md")
PROJECT = (FOLDER / ENTRIES["project"]).read_text(encoding="utf-8")


def errors(checked):
    return [one for one in checked.diagnostics if one.level is Level.ERROR]


def test_the_example_catalogue_is_clean():
    assert not [one for one in check_example({}).diagnostics if one.level is not Level.HINT]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=200))
def test_no_bytes_raise_and_every_finding_has_a_place_in_its_file(data):
    for content in (data, b"---\nkind: project\n" + data + b"\n---\n", PROJECT.encode().replace(b"laptop", data, 1)):
        checked = check_example({NEW: content})
        for one in checked.diagnostics:
            text = checked.documents[one.place.path].text
            assert 0 <= one.place.span.start <= one.place.span.end <= len(text)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, len(PROJECT) - 1), st.integers(1, 30))
def test_a_piece_cut_out_of_an_entry_never_breaks_the_check_of_the_others(start, length):
    checked = check_example({ENTRIES["project"]: PROJECT[:start] + PROJECT[start + length :]})
    assert {"linear-probes", "pytorch"} <= set(checked.catalogue.records)


@pytest.mark.parametrize(
    "data",
    [
        b"---\nkind: project\ntitle: \xff\xfe\n---\n",
        b"---\nkind: project\n" + b"- " * 30_000,
        b"---\nkind: project\nx: " + b"[" * 60_000 + b"\n---\n",
        b"---\nkind: project\na: &a [1]\n" + b"".join(b"b%d: *a\n" % n for n in range(3000)) + b"---\n",
        b"---\nkind: project\n---\n" + b"x" * 2_000_000,
        b"---\nkind: project\n",
        b"kind: project\ntitle: x\n",
        b"---\n\tkind: project\n---\n",
        b"---\nkind: [project]\n---\n",
        b"---\nkind:\n---\n",
        b"---\nkind: project\nkind: concept\n---\n",
        b"\x00",
        b'---\nkind: project\ntitle: "\\u0000"\n---\n',
    ],
)
def test_what_cannot_be_read_is_an_error_with_a_line_and_the_rest_is_still_checked(data):
    checked = check_example({NEW: data})
    assert [one for one in errors(checked) if one.place.path == NEW]
    assert set(checked.catalogue.records) >= {"probing", "probe-transfer", "linear-probes", "pytorch"}


@pytest.mark.parametrize(
    "variant",
    [
        "\ufeff" + PROJECT,
        PROJECT.replace("\n", "\r\n"),
        PROJECT.rstrip("\n"),
        PROJECT.replace("topic?", "tópico 🧪?"),
    ],
    ids=["byte order mark", "CRLF", "no final newline", "emoji"],
)
def test_how_a_text_is_stored_changes_no_position(variant):
    broken = variant.replace("compute: laptop", "compute: labtop")
    checked = check_example({ENTRIES["project"]: broken})
    found = next(one for one in checked.diagnostics if one.rule == "invalid-value")
    assert found.place.span.of(broken) == "labtop"


def test_a_draft_has_hints_and_no_more():
    text = "---\nkind: project\nstage: draft\ntitle: A draft\nquestion: What is missing here?\n---\n"
    found = [one for one in check_example({NEW: text}).diagnostics if one.place.path == NEW]
    assert found
    assert {one.level for one in found} == {Level.HINT}


def test_a_retired_entry_keeps_only_errors_of_text_schema_and_safety():
    text = PROJECT.replace("kind: project\n", "kind: project\nstage: retired\n").replace(
        "id: linear-probes", "id: gone"
    )
    found = [one for one in check_example({ENTRIES["project"]: text}).diagnostics if one.entry == "probe-transfer"]
    assert "dangling-reference" in {one.rule for one in found}
    assert {one.level for one in found} == {Level.HINT}


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ('[levels]\ndangling-reference = "warning"\n', Level.WARNING),
        ('[levels]\ndangling-reference = "off"\n', None),
        ('[[folders]]\npath = "agendas/probing"\nlevels = {dangling-reference = "hint"}\n', Level.HINT),
        ('[[folders]]\npath = "agendas/concepts"\nlevels = {dangling-reference = "hint"}\n', Level.ERROR),
        (
            (
                '[levels]\ndangling-reference = "off"\n'
                '[[folders]]\npath = "agendas/probing"\nlevels = {dangling-reference = "warning"}\n'
            ),
            Level.WARNING,
        ),
    ],
)
def test_the_configuration_sets_levels_for_all_and_for_folders(levels, expected):
    config = configuration.parse(levels, PurePosixPath("agendakit.toml"))
    assert config is not None
    text = PROJECT.replace("id: linear-probes", "id: gone")
    checked = check(Sources(files={**example_files(), ENTRIES["project"]: text}), config, TODAY)
    found = [one.level for one in checked.diagnostics if one.rule == "dangling-reference"]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("comment", "silenced"),
    [
        ("  # agendakit: allow dangling-reference, because it comes next week", True),
        ("  # agendakit: allow dangling-reference", False),
        ("  # agendakit: allow duplicate-key, because it comes next week", False),
    ],
)
def test_a_comment_with_a_reason_allows_a_rule_on_its_line(comment, silenced):
    text = PROJECT.replace("id: linear-probes", f"id: gone{comment}")
    rules = {one.rule for one in check_example({ENTRIES["project"]: text}).diagnostics}
    assert ("dangling-reference" not in rules) == silenced


def test_no_comment_allows_what_is_wrong_with_the_text_itself():
    text = PROJECT.replace("compute: laptop", "compute: labtop # agendakit: allow invalid-value, because I say so")
    assert "invalid-value" in {one.rule for one in check_example({ENTRIES["project"]: text}).diagnostics}


def test_an_empty_catalogue_is_clean():
    assert check(Sources(files={}), CONFIG, TODAY).diagnostics == ()


def test_a_retired_entry_of_the_same_id_lowers_no_level_of_another():
    retired = PROJECT.replace("kind: project\n", "kind: project\nstage: retired\n")
    first = PurePosixPath("agendas/about/probe-transfer.md")
    broken = PROJECT.replace("id: linear-probes", "id: gone")
    found = check_example({first: retired, ENTRIES["project"]: broken}).diagnostics
    levels = {one.rule: one.level for one in found if one.place.path == ENTRIES["project"]}
    assert levels["duplicate-id"] is Level.ERROR
    assert levels["dangling-reference"] is Level.ERROR


def test_a_doubled_key_moves_no_place_behind_it():
    text = PROJECT.replace("kind: project\n", "kind: project\nextra: {a: [1, 2]}\nextra: {b: [3, {c: d}]}\n")
    text = text.replace("compute: laptop", "compute: labtop")
    found = {one.rule: one.place.span.of(text) for one in check_example({ENTRIES["project"]: text}).diagnostics}
    assert found["duplicate-key"] == "extra"
    assert found["invalid-value"] == "labtop"


def test_a_comment_before_the_first_key_allows_a_rule_in_the_whole_file():
    text = PROJECT.replace("id: linear-probes", "id: gone")
    comment = "# agendakit: allow dangling-reference, because it comes next week\n"
    for before, allowed in (("kind: project\n", True), ("title: ", False)):
        changed = text.replace(before, comment + before, 1)
        rules = {one.rule for one in check_example({ENTRIES["project"]: changed}).diagnostics}
        assert ("dangling-reference" not in rules) == allowed


def test_a_draft_that_does_not_validate_has_hints_and_no_more():
    text = "---\nkind: project\nstage: draft\ntitle: A draft\nquestion: What is missing?\neffort: soon\n---\n"
    found = [one for one in check_example({NEW: text}).diagnostics if one.place.path == NEW]
    assert "invalid-value" in {one.rule for one in found}
    assert {one.level for one in found} == {Level.HINT}


def test_what_others_name_is_blamed_on_the_file_that_lost_its_front_matter():
    checked = check_example({ENTRIES["concept"]: ""})
    (first, *_) = [one for one in checked.diagnostics if one.rule == "dangling-reference"]
    assert "is a plain page" in first.finding.message
    assert first.finding.related[0].place.path == ENTRIES["concept"]


def test_a_file_that_is_no_text_still_has_its_id():
    concept = (FOLDER / ENTRIES["concept"]).read_bytes()
    for data in (concept.replace(b"Linear", b"Line\xe9r", 1), concept + b"x" * 2_000_000):
        checked = check_example({ENTRIES["concept"]: data})
        assert {one.rule for one in checked.diagnostics if one.level is Level.ERROR} <= {
            "undecodable-text",
            "oversized-entry",
        }


def test_a_bibliography_that_breaks_off_is_one_error():
    found = errors(check_example({PurePosixPath("agendas/papers.json"): '[{"id": "a" "type": "b"}]'}))
    assert [one.rule for one in found] == ["broken-bibliography"]

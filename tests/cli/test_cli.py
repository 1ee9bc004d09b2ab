from __future__ import annotations

import json
import shutil

import pytest

from agendakit.cli import run
from agendakit.frontmatter import parse
from agendakit.model import KINDS
from agendakit.model.reflect import fields_of
from examples import FOLDER


@pytest.fixture
def catalogue(tmp_path, monkeypatch):
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def damage(catalogue, before="compute: laptop", after="compute: labtop"):
    entry = catalogue / "agendas/probing/probe-transfer.md"
    entry.write_text(entry.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")


def test_a_clean_catalogue_exits_with_0(catalogue, capsys):
    assert run(["check"]) == 0
    assert "4 entries in 4 files" in capsys.readouterr().out


def test_an_error_exits_with_1_and_a_frame(catalogue, capsys):
    damage(catalogue)
    assert run(["check"]) == 1
    out = capsys.readouterr().out
    assert "error[invalid-value]: `labtop` cannot be the value of `compute`." in out
    assert "compute: labtop\n" in out
    assert "         ^^^^^^\n" in out


def test_what_one_rule_says_of_one_place_shares_a_frame(catalogue, capsys):
    entry = catalogue / "agendas/probing/probe-transfer.md"
    entry.write_text("---\nkind: project\ntitle: Noise in probes\n---\n", encoding="utf-8")
    assert run(["check"]) == 1
    out = capsys.readouterr().out
    assert out.count("error[missing-field]: ") > 10
    assert out.count("2 | kind: project\n") == 1
    assert out.count("write `stage: draft` until the entry is ready") == 1


def test_many_findings_about_one_place_are_one_annotation(catalogue, capsys):
    entry = catalogue / "agendas/probing/probe-transfer.md"
    entry.write_text("---\nkind: project\ntitle: Noise in probes\n---\n", encoding="utf-8")
    assert run(["check", "--format", "github"]) == 1
    (one,) = [line for line in capsys.readouterr().out.splitlines() if "title=missing-field" in line]
    assert "`authors`" in one
    assert "`question`" in one


def test_a_configuration_that_is_broken_is_shown_with_carets(catalogue, capsys):
    (catalogue / "agendakit.toml").write_text('name = "x\n[levels]\n', encoding="utf-8")
    assert run(["check"]) == 2
    assert capsys.readouterr().err.endswith('1 | name = "x\n  |          ^\n')


def test_explain_lists_the_fields_of_a_kind(capsys):
    assert run(["explain", "project"]) == 0
    out = capsys.readouterr().out
    assert out.index("Needed\n") < out.index("  difficulty  ") < out.index("Wanted\n") < out.index("  stop_if  ")
    assert "(needed where `status` is `superseded`)" in out


@pytest.mark.parametrize("arguments", [["--help"], ["papers", "--help"]])
def test_each_command_is_described_in_a_line_that_fits(capsys, monkeypatch, arguments):
    monkeypatch.setenv("COLUMNS", "80")
    assert run(arguments) == 0
    commands = capsys.readouterr().out.partition("Commands:\n")[2].partition("\n\n")[0].splitlines()
    assert len(commands) >= 4
    assert all(line.endswith(".") and not line.endswith("..") for line in commands), commands


def test_a_field_of_the_entry_is_explained_before_one_of_its_parts(capsys):
    run(["explain", "difficulty"])
    page = capsys.readouterr().out
    assert page.startswith("difficulty (project")
    assert "source.difficulty (" in page


def test_a_name_that_explains_nothing_leads_to_the_list(capsys):
    assert run(["explain", "zebra"]) == 2
    assert "`agendakit explain` alone lists them all." in capsys.readouterr().err


def test_hints_that_are_only_counted_say_how_to_see_them(catalogue, capsys):
    run(["check"])
    counted = capsys.readouterr().out
    run(["check", "--hints"])
    assert "`--hints` shows the hints." in counted
    assert "`--hints` shows" not in capsys.readouterr().out


def test_warnings_fail_only_when_strict(catalogue):
    damage(catalogue, "compute: laptop", "compute: laptop\ncost: no")
    assert run(["check"]) == 0
    assert run(["check", "--strict"]) == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["chek"], "Did you mean `check`?"),
        (["check", "--select", "duplicate-keys"], "Did you mean `duplicate-key`?"),
        (["check", "nowhere.md"], "`nowhere.md` does not exist"),
        (["check", "--today", "yesterday"], "`yesterday` is no day"),
        (["check", "--today", "9999-12-31"], "`9999-12-31` is no day"),
        (["schema", "--directory", "agendakit.toml"], "agendakit.toml` cannot be used: file exists"),
        (["--config", "missing.toml", "check"], "cannot be read"),
        (["explain", "duplicat-key"], "Did you mean `duplicate-key`?"),
    ],
)
def test_what_cannot_be_used_exits_with_2_and_a_sentence(catalogue, capsys, arguments, words):
    assert run(arguments) == 2
    captured = capsys.readouterr()
    assert words in captured.err
    assert "Traceback" not in captured.err


@pytest.mark.parametrize(
    ("text", "carets"),
    [("x =", "   ^"), ("nme = 1", "^^^"), ('catalogue = "nowhere"', "")],
)
def test_a_broken_configuration_exits_with_2_and_one_sentence(catalogue, capsys, text, carets):
    (catalogue / "agendakit.toml").write_text(text, encoding="utf-8")
    assert run(["check"]) == 2
    sentence, *frame = capsys.readouterr().err.splitlines()
    assert sentence.startswith("Error: ")
    assert frame == ([f"1 | {text}", f"  | {carets}"] if carets else [])


def test_paths_narrow_the_report_and_not_the_catalogue(catalogue, capsys):
    damage(catalogue)
    assert run(["check", "agendas/concepts"]) == 0
    assert run(["check", "agendas/probing"]) == 1


def test_a_path_outside_the_workspace_narrows_the_report_to_nothing(catalogue, tmp_path_factory, capsys):
    damage(catalogue)
    assert run(["check", str(tmp_path_factory.getbasetemp().parent)]) == 0
    assert run(["check", str(catalogue)]) == 1


def test_json_is_the_contract(catalogue, capsys):
    damage(catalogue)
    run(["check", "--format", "json"])
    data = json.loads(capsys.readouterr().out)
    assert data["version"] == 1
    assert set(data) == {"version", "diagnostics", "summary"}
    assert set(data["summary"]) == {"files", "entries", "errors", "warnings", "hints"}
    found = next(one for one in data["diagnostics"] if one["rule"] == "invalid-value")
    assert set(found) == {
        "rule", "level", "message", "help", "url", "path", "start", "end", "related", "fix",
    }  # fmt: skip
    text = (catalogue / found["path"]).read_text(encoding="utf-8")
    assert text[found["start"]["offset"] : found["end"]["offset"]] == "labtop"
    line = text.splitlines()[found["start"]["line"] - 1]
    assert line[found["start"]["column"] - 1 : found["end"]["column"] - 1] == "labtop"
    assert found["fix"]["edits"][0]["text"] == "laptop"


def test_a_hostile_value_gives_a_runner_no_command(catalogue, capsys):
    damage(catalogue, "compute: laptop", 'compute: "x\\n::error::owned ##[error]y\\e[31m"')
    assert run(["check", "--format", "github"]) == 1
    out = capsys.readouterr().out
    assert all(line.startswith("::") for line in out.splitlines())
    assert "\n::error::owned" not in out
    assert "##[" not in out
    assert "\x1b" not in out


def test_paths_are_relative_to_where_the_command_runs(catalogue, monkeypatch, capsys):
    damage(catalogue)
    monkeypatch.chdir(catalogue / "agendas/concepts")
    assert run(["check", "--format", "concise"]) == 1
    assert capsys.readouterr().out.startswith("../../agendas/probing/probe-transfer.md:")


def test_schemas_are_written_and_compared(catalogue, capsys):
    assert run(["schema", "--check"]) == 1
    assert run(["schema"]) == 0
    assert run(["schema", "--check"]) == 0
    (catalogue / "schemas/agenda.schema.json").write_text("{}", encoding="utf-8")
    assert run(["schema", "--check"]) == 1
    assert "agenda.schema.json differs" in capsys.readouterr().out


def test_explain_prints_the_page_of_a_rule_and_of_a_field(catalogue, capsys):
    assert run(["explain", "duplicate-key"]) == 0
    assert run(["explain", "first_step.observe"]) == 0
    out = capsys.readouterr().out
    assert "A key stands twice" in out
    assert "first_step.observe (project; needed)" in out


def test_export_gives_the_catalogue_document(catalogue, capsys):
    assert run(["export", "json", "--today", "2026-02-01"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert [entry["id"] for entry in data["entries"]] == ["linear-probes", "probe-transfer", "probing", "pytorch"]
    assert data["entries"][1]["ready_hours"] == 8


def test_the_language_server_says_that_it_can_start(capsys):
    assert run(["lsp", "--check"]) == 0
    assert capsys.readouterr() == ("", "The language server can start.\n")


@pytest.mark.parametrize("kind", KINDS)
def test_examples_of_fields_are_yaml_that_may_be_pasted(kind, capsys):
    for field in fields_of(kind):
        assert run(["explain", f"{kind}.{field.name}"]) == 0
        shown = capsys.readouterr().out.partition("Example:\n")[2]
        front = parse(f"---\n{shown}---\n".replace("\n  ", "\n").replace("---\n  ", "---\n"))
        assert front.problems == ()
        assert front.values == ({field.name: field.example} if shown else {})


def test_a_condition_is_told_in_a_sentence(capsys):
    assert run(["explain", "source"]) == 0
    assert "needed where an author has the role `compiler`)" in capsys.readouterr().out

from __future__ import annotations

import io
import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from agendakit.cli import _watching
from agendakit.workspace import write
from git import commit_all, git

PROJECT = "agendas/probing/probe-transfer.md"


@pytest.fixture
def damage(desk):
    def change(before, after, path=PROJECT):
        text = desk.read(path)
        assert before in text
        desk.write(path, text.replace(before, after))

    return change


@pytest.fixture
def stdin(monkeypatch):
    def give(text):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))

    return give


def test_fix_writes_the_named_change_and_reports_the_rest(desk, damage):
    damage("compute: laptop\n", "compute: labtop\ncost: no  # free\n")
    before = desk.contents()
    outcome = desk.run("check", "--fix")
    assert outcome.code == 1
    assert "Mended 1 finding in 1 file." in outcome.err
    assert "labtop" in outcome.out
    after = desk.contents()
    assert after.pop(PROJECT) == before.pop(PROJECT).replace(b"cost: no ", b'cost: "no" ')
    assert after == before


def test_fixing_again_changes_nothing(desk, damage):
    damage("compute: laptop\n", "compute: laptop\ncost: no\n")
    desk.run("check", "--fix")
    before = desk.contents()
    assert "Mended no findings" in desk.run("check", "--fix").err
    assert desk.contents() == before


def test_unsafe_fixes_are_applied_when_asked_for(desk, damage):
    before = desk.contents()
    damage("- id: linear-probes", "- id: linear-prob")
    assert desk.run("check", "--fix").code == 1
    assert desk.run("check", "--unsafe-fixes").code == 0
    assert desk.contents() == before


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("compute: laptop\n", "compute: laptop\ncost: no\n"),
        lambda text: text.replace("compute: laptop\n", "compute: laptop\ncost: no\n").rstrip("\n"),
        lambda text: text.replace("compute: laptop\n", "compute: laptop\ncost: no\n").replace("\n", "\r\n"),
    ],
    ids=["plain", "no break at the end", "carriage returns"],
)
def test_a_diff_is_what_fix_would_do_and_git_applies_it(desk, change):
    desk.write(PROJECT, change(desk.read(PROJECT)))
    commit_all(desk.folder)
    before = desk.contents()
    diff = desk.run("check", "--diff").out
    assert desk.contents() == before
    (desk.folder / "change.diff").write_bytes(diff.encode())
    git(desk.folder, "apply", "change.diff")
    applied = desk.read(PROJECT)
    git(desk.folder, "checkout", "--", "agendas")
    desk.run("check", "--fix")
    assert desk.read(PROJECT) == applied != before[PROJECT].decode()


def test_a_diff_cannot_command_the_runner_that_shows_it(desk, damage, monkeypatch):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    damage("compute: laptop\n", 'compute: laptop\nrisks: "\\x1b[31m ##[error] x"\ncost: no\nnot_for:\n - ::error::y\n')
    damage("\n## Motivation", "::error::z \x1b[31m\n\n## Motivation")
    for line in desk.run("check", "--diff").out.splitlines():
        assert not line[1:].lstrip().startswith("::")
        assert "##[" not in line
        assert "\x1b" not in line


def test_only_findings_since_a_revision_are_reported(desk, damage):
    damage("compute: laptop", "compute: labtop")
    commit_all(desk.folder)
    assert desk.run("check", "--since", "HEAD").code == 0
    damage("novelty: known-methods", "novelty: unknown-methods")
    outcome = desk.run("check", "--since", "HEAD", "--format", "json")
    assert outcome.code == 1
    assert [one["message"] for one in outcome.data["diagnostics"] if one["level"] == "error"] == [
        "`unknown-methods` cannot be the value of `novelty`."
    ]


def test_only_findings_since_a_revision_are_mended(desk, damage):
    damage("compute: laptop\n", "compute: laptop\ncost: no\n")
    commit_all(desk.folder)
    damage("kind: project\n", "kind: project\nalso_called: [yes]\n")
    desk.run("check", "--since", "HEAD", "--fix")
    assert 'also_called: ["yes"]' in desk.read(PROJECT)
    assert "cost: no\n" in desk.read(PROJECT)


def test_a_missing_revision_exits_with_2_and_a_sentence(desk):
    commit_all(desk.folder)
    outcome = desk.run("check", "--since", "nowhere")
    assert outcome.code == 2
    assert "There is no revision `nowhere` here." in outcome.err


def test_statistics_count_by_rule(desk, damage):
    damage("compute: laptop\n", "compute: laptop\ncost: no\nalso_called: [yes, off]\n")
    outcome = desk.run("check", "--statistics")
    assert "     3  warning  ambiguous-scalar" in outcome.out
    assert outcome.out.endswith("3 findings.\n")


def test_statistics_are_for_people(desk):
    assert desk.run("check", "--statistics", "--format", "json").code == 2


def test_a_text_on_stdin_stands_for_a_file(desk, damage, stdin):
    text = desk.read(PROJECT)
    damage("compute: laptop", "compute: labtop")
    stdin(text)
    assert desk.run("check", "--stdin-filename", PROJECT).code == 0
    stdin(text.replace("novelty: known-methods", "novelty: x"))
    outcome = desk.run("check", "--stdin-filename", PROJECT)
    assert outcome.code == 1
    assert "`x` cannot be the value of `novelty`." in outcome.out


def test_a_text_on_stdin_may_stand_for_a_new_file(desk, stdin):
    stdin("---\nkind: concept\n---\n")
    outcome = desk.run("check", "--stdin-filename", "agendas/concepts/new.md", "--format", "json")
    assert outcome.code == 1
    assert {one["path"] for one in outcome.data["diagnostics"]} == {"agendas/concepts/new.md"}


def test_a_text_on_stdin_is_never_written(desk, stdin):
    before = desk.contents()
    stdin(desk.read(PROJECT).replace("compute: laptop\n", "compute: laptop\ncost: no\n"))
    assert '+cost: "no"' in desk.run("check", "--stdin-filename", PROJECT, "--diff").out
    assert desk.run("check", "--stdin-filename", PROJECT, "--fix").code == 2
    assert desk.contents() == before


@pytest.mark.parametrize("name", ["elsewhere.md", "agendas/papers.json", "../x.md", "agendas/../x.md"])
def test_a_text_on_stdin_stands_for_an_entry_only(desk, stdin, name):
    stdin("")
    assert desk.run("check", "--stdin-filename", name).code == 2


def test_the_summary_of_a_github_step_holds_a_table_and_no_markup_of_an_author(desk, damage, monkeypatch, tmp_path):
    summary = tmp_path / "summary.md"
    summary.write_text("Before.\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    damage("compute: laptop", 'compute: "<img src=x> | [a](https://evil.example) @everyone `b"')
    desk.run("check", "--format", "github")
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("Before.\n### agendakit check\n\n1 error")
    row = next(line for line in text.splitlines() if line.startswith("| error"))
    assert row.count("|") == 6
    for sign in ("<img", "](https://evil", "@everyone"):
        assert sign not in row


def test_only_github_gets_a_step_summary(desk, monkeypatch, tmp_path):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    desk.run("check")
    assert not (tmp_path / "summary.md").exists()


def test_watching_checks_again_after_each_change_until_it_is_stopped(desk, damage, monkeypatch):
    looks = iter(
        [
            lambda: None,
            lambda: damage("compute: laptop", "compute: labtop"),
            lambda: write(Path("agendakit.toml"), b"catalog = 'agendas'\n"),
            lambda: write(Path("agendakit.toml"), b""),
        ]
    )

    def pause(_):
        act = next(looks, None)
        if act is None:
            raise KeyboardInterrupt
        act()

    monkeypatch.setattr(_watching, "sleep", pause)
    outcome = desk.run("check", "--watch")
    assert outcome.code == 0
    assert outcome.err.count("Waiting for a change") == 4
    assert outcome.out.count("labtop` cannot be") == 2
    assert "`catalog` is no key" in outcome.err


def test_watching_ends_with_ctrl_c(desk):
    command = [sys.executable, "-m", "agendakit", "check", "--watch"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        assert "Waiting" in process.stderr.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 0


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("explain duplicate-k", "duplicate-key"),
        ("explain first_st", "first_step"),
        ("check --select a,dupl", "a,duplicate-id"),
    ],
)
def test_the_shell_completes_names(desk, monkeypatch, words, offered):
    monkeypatch.setenv("_AGENDAKIT_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", f"agendakit {words}")
    monkeypatch.setenv("COMP_CWORD", str(len(words.split())))
    with pytest.raises(SystemExit):
        desk.run()
    assert offered in desk.capture.readouterr().out


def test_levels_by_folder_count_over_levels(desk, damage):
    damage("compute: laptop\n", "compute: laptop\ncost: no\n")
    config = desk.read("agendakit.toml")
    for levels, level in [
        ("", "warning"),
        ('[levels]\nambiguous-scalar = "error"\n', "error"),
        (
            """[levels]
ambiguous-scalar = "off"
[[folders]]
path = "agendas/probing"
levels = { ambiguous-scalar = "hint" }
""",
            "hint",
        ),
        ('[[folders]]\npath = "agendas/concepts"\nlevels = { ambiguous-scalar = "error" }\n', "warning"),
    ]:
        desk.write("agendakit.toml", config + levels)
        found = desk.run("check", "--format", "json").data["diagnostics"]
        assert [one["level"] for one in found if one["rule"] == "ambiguous-scalar"] == [level]


def test_the_json_report_keeps_its_contract(desk, damage):
    damage("compute: laptop\n", "compute: laptop\ncost: no\n")
    data = json.loads(desk.run("check", "--format", "json", "--select", "ambiguous-scalar").out)
    assert set(data) == {"version", "diagnostics", "summary"}
    (found,) = data["diagnostics"]
    assert set(found) == {"rule", "level", "message", "help", "url", "path", "start", "end", "related", "fix"}
    offset = desk.read(PROJECT).index("no\n", desk.read(PROJECT).index("cost:"))
    assert found["start"] == {"line": 29, "column": 7, "offset": offset}
    assert found["end"] == {"line": 29, "column": 9, "offset": offset + 2}
    assert found["fix"]["safety"] == "safe"
    assert found["fix"]["edits"] == [{"start": found["start"], "end": found["end"], "text": '"no"'}]


def test_a_fix_that_is_left_out_is_named_with_its_place(desk):
    text = desk.read(PROJECT)
    desk.write(PROJECT, text.replace("effort: 2-4 days\n", "effort: 2-4 days\nextra: [1]\n"))
    done = desk.run("check", "--fix", "--unsafe-fixes")
    assert (
        f"{PROJECT}:28:8: invalid-value: “Write the value alone” would change more than the finding; mend it by hand."
        in done.err
    )

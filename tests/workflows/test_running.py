"""The shell of the action and of the GitLab template, run as their runners run it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from examples import FOLDER
from git import commit_all, git
from sites import MKDOCS

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
GITLAB = yaml.safe_load((ROOT / "ci/gitlab.yml").read_text(encoding="utf-8"))
INSTALLED = ("src", "pyproject.toml", "README.md", "LICENSE", "LICENSE-CONTENT")
PROJECT = "agendas/probing/probe-transfer.md"


def step(name):
    (found,) = (step for step in ACTION["runs"]["steps"] if step.get("name") == name)
    return found


def run_step(name, runner, workspace, **inputs):
    """Run a step: inputs with their defaults go into its environment, and nothing else is put into its text."""
    given = {key: value["default"] for key, value in ACTION["inputs"].items()} | inputs
    assert "${{" not in step(name)["run"], "an expression in the shell could be a stranger's words"

    def expanded(words):
        for key, value in given.items():
            words = words.replace(f"${{{{ inputs.{key} }}}}", value)
        words = words.replace("${{ github.action_path }}", str(runner / "action"))
        assert "${{" not in words
        return words

    environment = {
        **os.environ,
        **{key: expanded(value) for key, value in step(name).get("env", {}).items()},
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "RUNNER_TEMP": str(runner / "temp dir"),
        "GITHUB_OUTPUT": str(workspace / "output"),
        "GITHUB_STEP_SUMMARY": str(workspace / "summary"),
        "GITHUB_ACTIONS": "true",
    }
    script = runner / "step.sh"
    script.write_text(step(name)["run"], encoding="utf-8")
    folder = workspace / expanded(step(name).get("working-directory", "."))
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def runner(tmp_path_factory):
    """A runner on which the action has installed itself, from a checkout of its own."""
    folder = tmp_path_factory.mktemp("runner")
    (folder / "temp dir").mkdir()
    for name in INSTALLED:
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        (folder / "action").mkdir(exist_ok=True)
        copy(source, folder / "action" / name)
    done = run_step("Install agendakit", folder, folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def workspace(tmp_path):
    """A checkout of the example catalogue in a folder whose name has a space."""
    shutil.copytree(FOLDER, tmp_path / "my catalogue")
    return tmp_path


def spoil(folder):
    path = folder / PROJECT
    path.write_text(path.read_text(encoding="utf-8").replace("compute: laptop", "compute: labtop"), encoding="utf-8")


def check(runner, workspace, **inputs):
    return run_step("Check the catalogue", runner, workspace, folder="my catalogue", **inputs)


def outputs_of(workspace):
    lines = (workspace / "output").read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines)


def test_a_good_catalogue_passes_and_leaves_its_sarif(runner, workspace):
    done = check(runner, workspace)
    assert done.returncode == 0, done.stdout + done.stderr
    sarif = Path(outputs_of(workspace)["sarif"])
    assert json.loads(sarif.read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_a_bad_catalogue_fails_with_annotations_sarif_and_summary(runner, workspace):
    spoil(workspace / "my catalogue")
    done = check(runner, workspace)
    assert done.returncode == 1
    assert f"::error file={PROJECT}" in done.stdout.replace("my catalogue/", "")
    results = json.loads(Path(outputs_of(workspace)["sarif"]).read_text(encoding="utf-8"))["runs"][0]["results"]
    assert "invalid-value" in {result["ruleId"] for result in results}
    assert "invalid-value" in (workspace / "summary").read_text(encoding="utf-8")


def test_warnings_fail_only_where_they_shall(runner, workspace):
    (workspace / "my catalogue/agendakit.toml").write_text('[levels]\nlonely-tag = "warning"\n', encoding="utf-8")
    assert check(runner, workspace).returncode == 0
    assert check(runner, workspace, strict="true").returncode == 1


def test_the_configuration_can_be_that_of_the_base(runner, workspace):
    folder = workspace / "my catalogue"
    (workspace / "base.toml").write_text('catalogue = "my catalogue/agendas"\n', encoding="utf-8")
    (folder / "agendakit.toml").write_text('[levels]\ninvalid-value = "off"\n', encoding="utf-8")
    spoil(folder)
    assert check(runner, workspace, config=str(workspace / "base.toml")).returncode == 1


def test_only_what_is_new_fails_where_a_revision_is_named(runner, workspace):
    folder = workspace / "my catalogue"
    spoil(folder)
    commit_all(folder)
    assert check(runner, workspace).returncode == 1
    assert check(runner, workspace, since="HEAD").returncode == 0


@pytest.mark.parametrize("name", ["folder", "config", "since", "strict"])
def test_an_input_is_never_run(runner, workspace, name):
    words = "x$(touch ran)`touch ran`; touch ran; $RUNNER_TEMP"
    if name == "folder":
        (workspace / words).mkdir()
    inputs = {"folder": "my catalogue", name: words}
    run_step("Check the catalogue", runner, workspace, **inputs)
    assert not list(workspace.rglob("ran"))


@pytest.fixture
def gitlab(tmp_path):
    """Runs a job of the template in a checkout, with the kit of these tests instead of the index's."""
    programs = tmp_path / "bin"
    programs.mkdir()
    called = tmp_path / "pip.txt"
    (programs / "python").write_text(f'#!/bin/sh\necho "$@" >> "{called}"\n', encoding="utf-8")
    (programs / "python").chmod(0o755)
    (programs / "agendakit").symlink_to(Path(sys.executable).parent / "agendakit")

    def run(name, folder, **variables):
        job = {**GITLAB.get(GITLAB[name].get("extends", ""), {}), **GITLAB[name]}
        environment = {
            **os.environ,
            **GITLAB["variables"],
            **job.get("variables", {}),
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            **variables,
        }
        script = "\n".join(("set -eo pipefail", *job["script"]))
        done = subprocess.run(
            ["bash", "-c", script], cwd=folder, env=environment, capture_output=True, text=True, check=False
        )
        return done, called.read_text(encoding="utf-8")

    return run


def test_gitlab_checks_and_leaves_a_code_quality_report(gitlab, workspace):
    folder = workspace / "my catalogue"
    done, asked = gitlab("agendakit-check", folder)
    assert done.returncode == 0, done.stdout + done.stderr
    assert asked.split()[-1] == "agendakit"
    spoil(folder)
    done, asked = gitlab("agendakit-check", folder, AGENDAKIT_PIN="==1.2.3")
    assert done.returncode == 1
    assert "error[invalid-value]" in done.stdout
    assert asked.split()[-1] == "agendakit==1.2.3"
    report = json.loads((folder / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert "invalid-value" in {issue["check_name"] for issue in report}
    assert GITLAB["agendakit-check"]["artifacts"]["reports"]["codequality"] == "gl-code-quality-report.json"


def test_a_merge_request_cannot_loosen_its_own_checks(gitlab, workspace):
    folder = workspace / "my catalogue"
    commit_all(folder)
    base = git(folder, "rev-parse", "HEAD").strip()
    spoil(folder)
    (folder / "agendakit.toml").write_text('[levels]\ninvalid-value = "off"\n', encoding="utf-8")
    commit_all(folder)
    done, _ = gitlab("agendakit-check", folder, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    assert done.returncode == 1


def test_gitlab_uses_the_configuration_that_is_named(gitlab, workspace):
    folder = workspace / "my catalogue"
    spoil(folder)
    (folder / "other settings.toml").write_text('[levels]\ninvalid-value = "off"\n', encoding="utf-8")
    assert gitlab("agendakit-check", folder)[0].returncode == 1
    done, _ = gitlab("agendakit-check", folder, AGENDAKIT_CONFIG="other settings.toml")
    assert done.returncode == 0, done.stdout + done.stderr


def test_gitlab_says_that_a_configuration_that_is_named_is_not_there(gitlab, workspace):
    done, _ = gitlab("agendakit-check", workspace / "my catalogue", AGENDAKIT_CONFIG="setings.toml")
    assert done.returncode == 2
    assert "The configuration `setings.toml` cannot be read: no such file or directory." in done.stderr


def test_gitlab_publishes_a_whole_site(gitlab, workspace):
    folder = workspace / "my catalogue"
    (folder / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    done, asked = gitlab("pages", folder)
    assert done.returncode == 0, done.stdout + done.stderr
    assert asked.split()[-1] == "agendakit[site]"
    assert (folder / "public/probing/probe-transfer/index.html").is_file()
    assert GITLAB[".agendakit-site"]["artifacts"]["paths"] == ["public"]

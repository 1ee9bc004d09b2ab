"""Real pre-commit and prek run the hooks of a real git repository, installed as a user installs them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
HOOKS = [hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))]
INSTALLED = ("src", "pyproject.toml", "README.md", "LICENSE", "LICENSE-CONTENT", ".pre-commit-hooks.yaml")
PROJECT = "agendas/probing/probe-transfer.md"
RUNNERS = ("pre-commit", "prek")


def run(*command, cwd, environment=None, expect=None):
    finished = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=600, check=False
    )
    if expect is not None:
        assert finished.returncode == expect, finished.stdout + finished.stderr
    return finished


def make_repository(folder, environment):
    run("git", "init", "--quiet", "--initial-branch=main", cwd=folder, expect=0)
    run("git", "add", "--all", cwd=folder, environment=environment, expect=0)
    run("git", "commit", "--quiet", "--no-verify", "-m", "begin", cwd=folder, environment=environment, expect=0)


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """Environment of a machine that never ran pre-commit, with an author for commits."""
    home = tmp_path_factory.mktemp("home")
    return {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PRE_COMMIT_HOME": str(home / "pre-commit"),
        "PREK_HOME": str(home / "prek"),
        "GIT_CONFIG_GLOBAL": str(home / "gitconfig"),
        "GIT_AUTHOR_NAME": "Ada Example",
        "GIT_AUTHOR_EMAIL": "ada@example.org",
        "GIT_COMMITTER_NAME": "Ada Example",
        "GIT_COMMITTER_EMAIL": "ada@example.org",
    }


@pytest.fixture(scope="module")
def hook_repository(tmp_path_factory, environment):
    """The repository that a user names in the configuration of pre-commit."""
    folder = tmp_path_factory.mktemp("agendakit")
    for name in INSTALLED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    make_repository(folder, environment)
    return folder


@pytest.fixture
def catalogue(tmp_path, hook_repository, environment):
    """The example catalogue in a repository whose hooks are installed."""
    folder = tmp_path / "catalogue with a space"
    shutil.copytree(ROOT / "tests/example", folder)
    shutil.copytree(ROOT / "schemas", folder / "schemas")
    revision = run("git", "rev-parse", "HEAD", cwd=hook_repository, expect=0).stdout.strip()
    hooks = "".join(f"      - id: {name}\n" for name in HOOKS)
    config = f"repos:\n  - repo: {hook_repository}\n    rev: {revision}\n    hooks:\n{hooks}"
    (folder / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    make_repository(folder, environment)
    run("pre-commit", "install", cwd=folder, environment=environment, expect=0)
    return folder


def commit(folder, environment):
    run("git", "add", "--all", cwd=folder, environment=environment, expect=0)
    return run("git", "commit", "-m", "change", cwd=folder, environment=environment)


@pytest.mark.parametrize("runner", RUNNERS)
@pytest.mark.parametrize("name", HOOKS)
def test_a_hook_passes_what_is_good_and_refuses_what_is_bad(name, runner, catalogue, environment):
    for folder, code in (("good", 0), ("bad", 1)):
        shutil.copytree(ROOT / "tests/hooks" / name / folder, catalogue, dirs_exist_ok=True)
        run("git", "add", "--all", cwd=catalogue, expect=0)
        run(runner, "run", name, "--all-files", cwd=catalogue, environment=environment, expect=code)


def test_a_good_commit_passes(catalogue, environment):
    entry = catalogue / PROJECT
    entry.write_text(entry.read_text(encoding="utf-8").replace("laptop", "none", 1), encoding="utf-8")
    finished = commit(catalogue, environment)
    assert finished.returncode == 0, finished.stdout + finished.stderr


def test_a_bad_commit_is_refused_with_its_place(catalogue, environment):
    entry = catalogue / PROJECT
    entry.write_text(entry.read_text(encoding="utf-8").replace("compute: laptop", "compute: labtop"), encoding="utf-8")
    finished = commit(catalogue, environment)
    assert finished.returncode == 1
    words = finished.stdout + finished.stderr
    assert "invalid-value" in words
    assert f"{PROJECT}:" in words
    assert "`laptop`" in words


def test_the_deletion_of_what_others_need_is_refused(catalogue, environment):
    (catalogue / "agendas/concepts/linear-probes.md").unlink()
    finished = commit(catalogue, environment)
    assert finished.returncode == 1
    assert "dangling-reference" in finished.stdout + finished.stderr


def test_a_rename_passes_when_references_follow_it(catalogue, environment):
    concepts = catalogue / "agendas/concepts"
    (concepts / "linear-probes.md").rename(concepts / "probes.md")
    assert commit(catalogue, environment).returncode == 1
    entry = catalogue / PROJECT
    entry.write_text(entry.read_text(encoding="utf-8").replace("linear-probes", "probes"), encoding="utf-8")
    finished = commit(catalogue, environment)
    assert finished.returncode == 0, finished.stdout + finished.stderr

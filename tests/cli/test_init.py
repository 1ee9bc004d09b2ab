"""`agendakit init`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from agendakit import __version__

ROOT = Path(__file__).parents[2]
INSTALLED = ("src", "pyproject.toml", "README.md", "LICENSE", "LICENSE-CONTENT", ".pre-commit-hooks.yaml")


def _begin(desk, *options):
    outcome = desk.run("init", "new", *options)
    assert outcome.code == 0, outcome.err
    return desk.folder / "new"


def _run(*command, cwd, **environment):
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    finished = subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, "PATH": path, **environment},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return finished.stdout + finished.stderr


def test_what_it_writes_passes_without_a_warning(empty_desk, monkeypatch):
    folder = _begin(empty_desk)
    monkeypatch.chdir(folder)
    assert empty_desk.run("check", "--strict").code == 0
    assert empty_desk.run("papers", "check").code == 0
    kinds = {entry["kind"] for entry in empty_desk.run("find", "--json").data["entries"]}
    assert kinds == {"agenda", "project", "concept"}


def _steps(desk, *arguments):
    lines = desk.run("init", *arguments).out.splitlines()
    return [line.partition("#")[0].strip() for line in lines if line.startswith("  ")]


def test_it_says_what_to_run_next(empty_desk):
    wanted = ["git init", "pre-commit install", "agendakit check", "agendakit new project"]
    assert _steps(empty_desk, "my catalogue") == ["cd 'my catalogue'", *wanted]


def test_begun_in_the_folder_itself_there_is_none_to_change_to(empty_desk):
    found = empty_desk.run("init", ".")
    assert "A catalogue stands in this folder." in found.out
    assert "cd " not in found.out


def test_in_a_repository_none_is_begun(empty_desk):
    (empty_desk.folder / "new/.git").mkdir(parents=True)
    assert "git init" not in _steps(empty_desk, "new")
    assert "git init" not in _steps(empty_desk, "new/inner")


def test_everything_is_pinned_to_a_commit_that_is_named(empty_desk):
    folder = _begin(empty_desk, "--kit", "https://example.org/kit", "--rev", "0a1b2c")
    assert "rev: 0a1b2c\n" in (folder / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    for path in (".github/workflows/check.yml", ".github/workflows/pages.yml", ".gitlab-ci.yml", "README.md"):
        text = (folder / path).read_text(encoding="utf-8")
        assert " @ git+https://example.org/kit@0a1b2c" in text, path
        assert __version__ not in text, path


def test_the_starter_has_the_template_of_gitlab(empty_desk):
    template = (ROOT / "ci/gitlab.yml").read_text(encoding="utf-8").splitlines()
    begun = (_begin(empty_desk) / ".gitlab-ci.yml").read_text(encoding="utf-8").splitlines()
    template, begun = (lines[lines.index("variables:") :] for lines in (template, begun))
    assert template[1].partition(":")[0] == begun[1].partition(":")[0] == "  AGENDAKIT_PIN"
    assert template[2:] == begun[2:]


@pytest.mark.parametrize("name", ['A "quoted" name', "Names: # and more", "Überblick 🙂", "@@today@@ \\ $x"])
def test_any_name_is_taken_as_it_is(empty_desk, monkeypatch, name):
    folder = _begin(empty_desk, "--name", name)
    monkeypatch.chdir(folder)
    assert empty_desk.run("check").code == 0
    assert yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8"))["site_name"] == name
    assert f"# {name}\n" in (folder / "README.md").read_text(encoding="utf-8")


def test_no_blank_is_left_open(empty_desk):
    folder = _begin(empty_desk)
    for path in folder.rglob("*"):
        assert not path.is_file() or "@@" not in path.read_text(encoding="utf-8"), path


def test_a_folder_that_is_not_empty_is_left_alone(empty_desk):
    empty_desk.write("new/mine.txt", "mine")
    before = empty_desk.contents()
    outcome = empty_desk.run("init", "new")
    assert outcome.code == 2
    assert "is not empty" in outcome.err
    assert empty_desk.contents() == before


def test_every_action_in_the_workflows_is_pinned(empty_desk):
    folder = _begin(empty_desk)
    for path in (folder / ".github/workflows").iterdir():
        workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
        for job in workflow["jobs"].values():
            for step in job["steps"]:
                assert "uses" not in step or len(step["uses"].partition("@")[2]) == 40, step


def test_the_first_commit_passes_its_hooks_and_the_site_is_built(empty_desk, tmp_path):
    kit = tmp_path / "kit"
    kit.mkdir()
    for name in INSTALLED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, kit / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, kit / name)
    author = {
        "GIT_AUTHOR_NAME": "Ada Example",
        "GIT_AUTHOR_EMAIL": "ada@example.org",
        "GIT_COMMITTER_NAME": "Ada Example",
        "GIT_COMMITTER_EMAIL": "ada@example.org",
        "GIT_CONFIG_GLOBAL": str(tmp_path / "gitconfig"),
        "PRE_COMMIT_HOME": str(tmp_path / "pre-commit"),
    }
    _run("git", "init", "--quiet", cwd=kit, **author)
    _run("git", "add", "--all", cwd=kit, **author)
    _run("git", "commit", "--quiet", "-m", "begin", cwd=kit, **author)
    _run("git", "tag", f"v{__version__}", cwd=kit, **author)
    folder = _begin(empty_desk, "--kit", str(kit))
    _run("git", "init", "--quiet", cwd=folder, **author)
    _run("pre-commit", "install", cwd=folder, **author)
    _run("git", "add", "--all", cwd=folder, **author)
    said = _run("git", "commit", "-m", "Begin", cwd=folder, **author)
    assert said.count("Passed") == 2
    _run(sys.executable, "-m", "agendakit", "build", "--strict", cwd=folder, **author)
    assert (folder / "site" / "probing" / "probe-transfer" / "index.html").is_file()

"""What git says differs from the last commit."""

from __future__ import annotations

import shutil
from pathlib import PurePosixPath

import pytest

from agendakit.changed_files import changed_files, commit_log
from agendakit.workspace import WorkspaceError, find
from examples import FOLDER
from git import commit_all, git

CONCEPTS = PurePosixPath("agendas/concepts")
GONE = "linear-probes.md"


@pytest.fixture
def folder(tmp_path):
    """A catalogue that is committed, below the top of its repository."""
    inside = tmp_path / "repository/inside"
    shutil.copytree(FOLDER, inside)
    commit_all(inside.parent)
    return inside


def test_nothing_differs_after_a_commit(folder):
    assert changed_files(find(folder)) == frozenset()


def test_edited_staged_new_and_moved_files_differ(folder):
    concepts = folder / "agendas/concepts"
    (concepts / "pytorch.md").write_text("Edited.\n", encoding="utf-8")
    (concepts / "a name\nof two lines.md").write_text("New.\n", encoding="utf-8")
    git(folder, "mv", "agendas/concepts/linear-probes.md", "agendas/concepts/probes.md")
    (folder.parent / "elsewhere.md").write_text("Not in the catalogue.\n", encoding="utf-8")
    (folder / ".gitignore").write_text("ignored.md\n", encoding="utf-8")
    (concepts / "ignored.md").write_text("Ignored.\n", encoding="utf-8")
    found = changed_files(find(folder))
    assert found == {CONCEPTS / name for name in ("pytorch.md", "a name\nof two lines.md", "probes.md", GONE)}


def test_all_is_new_before_the_first_commit(tmp_path):
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "agendas/concepts")
    found = changed_files(find(tmp_path))
    assert {CONCEPTS / "pytorch.md", PurePosixPath("agendas/probing/index.md")} <= found
    assert commit_log(find(tmp_path)) is None


def test_looking_changes_nothing_in_the_repository(folder):
    (folder / "agendas/concepts/pytorch.md").touch()
    index = folder.parent / ".git/index"
    before = index.read_bytes(), index.stat().st_mtime_ns
    changed_files(find(folder))
    assert (index.read_bytes(), index.stat().st_mtime_ns) == before


def test_the_log_changes_with_each_commit(folder):
    log = commit_log(find(folder))
    assert log is not None
    before = log.read_bytes()
    commit_all(folder.parent)
    assert log.read_bytes() != before


def test_a_folder_outside_a_repository_is_told_so(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    with pytest.raises(WorkspaceError, match="`git` cannot read this folder"):
        changed_files(find(tmp_path))

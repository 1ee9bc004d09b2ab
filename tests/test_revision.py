from __future__ import annotations

import shutil
from pathlib import PurePosixPath

import pytest

from agendakit.revision import read_revision
from agendakit.workspace import WorkspaceError, find, read
from examples import FOLDER
from git import commit_all, git


@pytest.fixture
def repository(tmp_path):
    folder = tmp_path / "repository"
    shutil.copytree(FOLDER, folder)
    (folder / "agendas/odd name\nof a page.md").write_text("Odd.\n", encoding="utf-8")
    (folder / "agendas/.hidden.md").write_text("Hidden.\n", encoding="utf-8")
    (folder / "agendas/picture.svg").write_text("<svg/>\n", encoding="utf-8")
    (folder / "agendas/probing/again.md").symlink_to("../concepts/pytorch.md")
    (folder / "agendas/more").symlink_to("concepts")
    (folder / "agendas/outside.md").symlink_to("../agendakit.toml")
    commit_all(folder)
    return folder


def test_a_revision_is_read_as_the_disk_is(repository):
    workspace = find(repository)
    assert read_revision(workspace, "HEAD") == read(workspace)


def test_what_changed_since_is_not_read(repository):
    path = repository / "agendas/concepts/pytorch.md"
    before = path.read_text(encoding="utf-8")
    path.write_text("Something else.\n", encoding="utf-8")
    found = read_revision(find(repository), "HEAD")
    assert found.files[PurePosixPath("agendas/concepts/pytorch.md")] == before


def test_a_catalogue_below_the_top_of_the_repository_is_found(repository):
    top = repository / "work"
    git(repository, "mv", "agendas", "agendakit.toml", "extra.schema.json", "-k", ".")
    top.mkdir()
    for name in ("agendas", "agendakit.toml", "extra.schema.json"):
        git(repository, "mv", name, f"work/{name}")
    commit_all(repository)
    workspace = find(top)
    assert read_revision(workspace, "HEAD") == read(workspace)


def test_a_revision_without_the_catalogue_is_empty(tmp_path):
    commit_all(tmp_path)
    assert read_revision(find(tmp_path), "HEAD").files == {}


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "HEAD^{tree}", "", "HEAD~99"])
def test_a_missing_revision_is_one_clear_sentence(repository, revision):
    with pytest.raises(WorkspaceError, match="There is no revision"):
        read_revision(find(repository), revision)


def test_a_shallow_clone_says_how_to_get_the_rest(repository, tmp_path):
    commit_all(repository)
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth", "1", repository.as_uri(), str(clone))
    with pytest.raises(WorkspaceError, match="fetch-depth: 0"):
        read_revision(find(clone), "HEAD~1")


def test_a_folder_without_repository_is_one_clear_sentence(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(WorkspaceError, match="`git` cannot read this folder"):
        read_revision(find(tmp_path), "HEAD")


def test_missing_git_is_one_clear_sentence(repository, monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(WorkspaceError, match="needs `git`"):
        read_revision(find(repository), "HEAD")

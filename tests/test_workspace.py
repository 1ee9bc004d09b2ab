from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
import tempfile
from pathlib import Path, PurePosixPath

import pytest

from agendakit.workspace import WorkspaceError, find, read, write, write_back
from examples import FOLDER


@pytest.fixture
def catalogue(tmp_path):
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    return tmp_path


def test_the_nearest_configuration_upward_counts(catalogue):
    workspace = find(catalogue / "agendas/probing")
    assert workspace.folder == catalogue
    assert workspace.config.name == "Example"


def test_a_named_configuration_counts_over_the_nearest(catalogue, tmp_path):
    other = tmp_path / "other.toml"
    other.write_text('name = "Other"\n', encoding="utf-8")
    assert find(catalogue, other).config.name == "Other"


def test_a_folder_without_configuration_has_the_defaults(tmp_path):
    assert find(tmp_path).config.catalogue == "agendas"


def test_a_missing_catalogue_is_one_clear_sentence(tmp_path):
    with pytest.raises(WorkspaceError, match=r"`.*agendas` does not exist.*`agendakit init DIR` begins"):
        read(find(tmp_path))


def test_a_link_out_of_the_catalogue_is_not_followed(catalogue, tmp_path_factory):
    secret = tmp_path_factory.mktemp("outside") / "secret.md"
    secret.write_text("secret", encoding="utf-8")
    (catalogue / "agendas/out.md").symlink_to(secret)
    (catalogue / "agendas/folder").symlink_to(secret.parent)
    (catalogue / "agendas/nowhere.md").symlink_to("missing.md")
    (catalogue / "agendas/inside.md").symlink_to("concepts/pytorch.md")
    sources = read(find(catalogue))
    assert sources.escaping is not None
    assert {path.name for path in sources.escaping} == {"out.md", "folder", "nowhere.md"}
    assert PurePosixPath("agendas/inside.md") in sources.files
    assert not any("secret" in path.name for path in sources.files)


def test_a_link_to_its_own_folder_ends(catalogue):
    (catalogue / "agendas/concepts/loop").symlink_to("..")
    assert read(find(catalogue)).files


def test_a_pipe_is_no_file_to_read(catalogue):
    os.mkfifo(catalogue / "agendas/pipe.md")
    assert PurePosixPath("agendas/pipe.md") not in read(find(catalogue)).files


def test_an_unsaved_text_stands_for_the_file(catalogue):
    path = PurePosixPath("agendas/concepts/pytorch.md")
    assert read(find(catalogue), {path: "unsaved"}).files[path] == "unsaved"


def test_writing_keeps_the_mode_and_leaves_nothing_beside(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write(path, "neu é\r\n".encode())
    assert path.read_bytes() == "neu é\r\n".encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_writing_into_a_folder_that_is_none_says_so_and_loses_nothing(tmp_path):
    with pytest.raises(WorkspaceError, match="cannot be written"):
        write(tmp_path / "missing" / "a.md", b"x")
    assert list(Path(tmp_path).iterdir()) == []


def test_writing_back_keeps_the_mode_and_the_rest_of_the_folder(catalogue):
    workspace = find(catalogue)
    name = PurePosixPath("agendas/concepts/pytorch.md")
    path = catalogue / name
    path.chmod(0o640)
    before = path.read_bytes()
    write_back(workspace, {name: (before, before + b"More.\r\n")})
    assert path.read_bytes() == before + b"More.\r\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert sorted(child.name for child in path.parent.iterdir()) == ["linear-probes.md", "pytorch.md"]


def test_a_file_that_changed_meanwhile_is_not_written_and_neither_is_any_other(catalogue):
    workspace = find(catalogue)
    first, second = (PurePosixPath(f"agendas/concepts/{name}.md") for name in ("linear-probes", "pytorch"))
    read_then = (catalogue / first).read_bytes()
    changes = {first: (read_then, b"new"), second: (b"what was read", b"new")}
    with pytest.raises(WorkspaceError, match=r"pytorch\.md` was changed by another program"):
        write_back(workspace, changes)
    assert (catalogue / first).read_bytes() == read_then


def test_a_link_out_of_the_catalogue_is_not_written_through(catalogue, tmp_path):
    outside = tmp_path.parent / "outside.md"
    outside.write_bytes(b"old")
    name = PurePosixPath("agendas/concepts/pytorch.md")
    (catalogue / name).unlink()
    (catalogue / name).symlink_to(outside)
    with pytest.raises(WorkspaceError, match="no longer inside the catalogue"):
        write_back(find(catalogue), {name: (b"old", b"new")})
    assert outside.read_bytes() == b"old"


def test_a_link_inside_the_catalogue_stays_a_link(catalogue):
    name = PurePosixPath("agendas/probing/again.md")
    (catalogue / name).symlink_to("../concepts/pytorch.md")
    before = (catalogue / name).read_bytes()
    target = PurePosixPath("agendas/concepts/pytorch.md")
    write_back(find(catalogue), {name: (before, b"new"), target: (before, b"new")})
    assert (catalogue / name).is_symlink()
    assert (catalogue / target).read_bytes() == b"new"


def test_a_pipe_is_written_to_and_stays_one(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write(pipe, b"words")
    assert os.read(reader, 100) == b"words"
    os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


READ_AS_NOBODY = """
import os, sys
from pathlib import Path
from agendakit.workspace import find, read

workspace = find(Path(sys.argv[1]))
if os.geteuid() == 0:  # who may read everything
    os.setgroups([])
    os.setgid(65_534)
    os.setuid(65_534)
read(workspace)
"""


@pytest.mark.parametrize(
    ("mode", "named"),
    [
        (0o000, r"The folder `\S+/concepts`"),
        # Its names can be listed; whether that is enough to see that they are files depends on the file system.
        (0o444, r"(?:The folder `\S+/concepts`|`\S+/concepts/linear-probes\.md`)"),
    ],
    ids=["unreadable", "not to be entered"],
)
def test_a_folder_without_permission_is_one_clear_sentence(mode, named):
    # Another user has to get at the folder; those that pytest makes are private.
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        shutil.copytree(FOLDER, root, dirs_exist_ok=True)
        root.chmod(0o755)
        folder = root / "agendas/concepts"
        folder.chmod(mode)
        program = [sys.executable, "-c", READ_AS_NOBODY, name]
        done = subprocess.run(program, capture_output=True, text=True, check=False)
        folder.chmod(0o755)
    sentence = done.stderr.splitlines()[-1]
    assert re.fullmatch(rf"agendakit\.workspace\.WorkspaceError: {named} cannot be read: permission denied\.", sentence)

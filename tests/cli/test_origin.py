"""What a new catalogue pins follows from how the kit was installed."""

from __future__ import annotations

import subprocess

import pytest

from agendakit import __version__
from agendakit.cli._origin import KIT, chosen, found

RELEASE = (KIT, f"v{__version__}", f"=={__version__}")
FORK = "https://example.org/fork"


@pytest.mark.parametrize(
    ("direct", "wanted", "doubted"),
    [
        ({}, RELEASE, False),
        (
            {"url": FORK, "vcs_info": {"vcs": "git", "commit_id": "0a1b2c"}},
            (FORK, "0a1b2c", f" @ git+{FORK}@0a1b2c"),
            False,
        ),
        ({"url": "file:///k", "vcs_info": {"vcs": "git", "commit_id": "0a1b2c"}}, RELEASE, True),
        ({"url": "https://example.org/kit.whl", "archive_info": {}}, RELEASE, True),
        ({"url": "file:///nowhere/at/all", "dir_info": {"editable": True}}, RELEASE, True),
    ],
    ids=["index", "repository", "repository on this disk", "archive", "folder"],
)
def test_what_was_installed_is_pinned(direct, wanted, doubted):
    origin = found(direct)
    assert (origin.kit, origin.rev, origin.pin) == wanted
    assert bool(origin.doubt) == doubted


@pytest.mark.parametrize("published", [True, False])
def test_a_clone_is_pinned_by_its_commit_if_others_can_get_at_it(tmp_path, published):
    def git(*arguments):
        names = ("-c", "user.name=Ada Example", "-c", "user.email=ada@example.org")
        return subprocess.run(["git", "-C", tmp_path, *names, *arguments], capture_output=True, text=True, check=True)

    git("init", "--quiet")
    git("commit", "--quiet", "--allow-empty", "-m", "begin")
    git("remote", "add", "origin", FORK)
    commit = git("rev-parse", "HEAD").stdout.strip()
    if published:
        git("update-ref", "refs/remotes/origin/main", commit)
    origin = found({"url": tmp_path.as_uri(), "dir_info": {}})
    assert (origin.kit, origin.rev) == ((FORK, commit) if published else RELEASE[:2])
    assert bool(origin.doubt) != published


def test_what_somebody_names_is_not_doubted():
    assert chosen("https://example.org/kit", None).rev == f"v{__version__}"
    assert chosen(None, "0a1b2c").pin == f" @ git+{KIT}@0a1b2c"
    assert not chosen("https://example.org/kit", None).doubt

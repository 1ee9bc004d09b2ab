"""Neovim, with the settings that are documented for it, as a client of the server."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lsp_session import CONCEPT, PROJECT, checked_on_disk, copy_example

ROOT = Path(__file__).parents[2]
PROGRAMS = Path(sys.executable).parent


@pytest.fixture(scope="module")
def session(tmp_path_factory):
    """What an author sees, and the catalogue as it is afterwards."""
    folder = copy_example(tmp_path_factory.mktemp("neovim"))
    search = os.pathsep.join((str(PROGRAMS), os.environ["PATH"]))
    neovim = shutil.which("nvim", path=search)
    assert neovim, "Neovim is among the development packages"
    state = {f"XDG_{name}_HOME": str(folder.parent / name) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    script, settings = Path(__file__).with_name("neovim.lua"), ROOT / "editors" / "neovim"
    arguments = (script, settings, PROGRAMS / "agendakit", folder, folder / PROJECT, folder / CONCEPT)
    done = subprocess.run(
        [neovim, "--clean", "-l", *map(str, arguments)],
        env={**os.environ, **state},
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    words = done.stdout + done.stderr
    assert done.returncode == 0, words
    _, _, seen = words.rpartition("seen: ")
    return json.loads(seen), folder


def test_a_mistake_behind_an_emoji_is_shown_at_its_bytes(session):
    mistake = session[0]["mistake"]
    assert (mistake["from"], mistake["to"]) == (12, 18)


def test_hover_and_completion_answer(session):
    assert "Linear probes" in session[0]["hover"]
    assert session[0]["completion"][0] == "first-project"


def test_a_rename_by_the_editor_leaves_a_clean_catalogue(session):
    seen, folder = session
    assert not seen["left"]
    checked, warnings = checked_on_disk(folder)
    assert checked.catalogue.canonical("linear-probes") == "probes-that-are-linear"
    assert warnings == []


def test_the_editor_logs_no_error(session):
    assert "[ERROR]" not in session[0]["log"]

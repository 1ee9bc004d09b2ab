"""Emacs, with the settings that are documented for it, as a client of the server."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lsp_session import CONCEPT, PROJECT, checked_on_disk, copy_example, text_of

SETTINGS = Path(__file__).parents[2] / "editors/emacs/agendakit.el"
PROGRAMS = Path(sys.executable).parent


@pytest.fixture(scope="module")
def session(tmp_path_factory):
    """What an author sees, and the catalogue as it is afterwards."""
    folder = copy_example(tmp_path_factory.mktemp("emacs"))
    emacs = shutil.which("emacs")
    assert emacs, "the tests need Emacs: .ci/programs installs it"
    script = Path(__file__).with_name("emacs.el")
    done = subprocess.run(
        [emacs, "--batch", "-l", script, SETTINGS, PROGRAMS, folder, folder / PROJECT],
        env={**os.environ, "HOME": str(folder.parent)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    words = done.stdout + done.stderr
    assert done.returncode == 0, words
    return json.loads(done.stdout.rpartition("seen: ")[2]), folder


def test_a_mistake_behind_an_emoji_is_shown_at_its_characters(session):
    assert session[0]["mistake"] == '"😀"'


def test_hover_and_completion_answer(session):
    assert "Linear probes" in session[0]["hover"]
    assert session[0]["completion"][0] == "first-project"


def test_a_fix_is_applied(session):
    assert "difficulty: first-project\n" in text_of(session[1], PROJECT)


def test_a_rename_is_done_or_the_command_is_named_and_nothing_changed(session):
    seen, folder = session
    checked, warnings = checked_on_disk(folder)
    assert warnings == []
    if seen["rename"] == "done":
        assert checked.catalogue.canonical("linear-probes") == "probes-that-are-linear"
    else:
        assert "`agendakit rename linear-probes probes-that-are-linear`" in seen["rename"]
        assert (folder / CONCEPT).exists()

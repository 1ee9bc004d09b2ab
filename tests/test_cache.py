from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path, PurePosixPath

import pytest

from agendakit import batches
from agendakit.cache import Cache
from agendakit.check import check
from agendakit.diagnostic import Level
from agendakit.extension import Outcome
from agendakit.outcome import summarise
from agendakit.reports.json import json
from agendakit.workspace import find, read
from examples import FOLDER, TODAY

PROJECT = "agendas/probing/probe-transfer.md"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("AGENDAKIT_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "catalogue"
    shutil.copytree(FOLDER, folder)
    return folder


def report(checked):
    """Everything that a user can see of a check."""
    summary = summarise(checked, checked.diagnostics)
    return json.render(Outcome(diagnostics=checked.diagnostics, documents=checked.documents, summary=summary))


def uncached(folder, today=TODAY):
    workspace = find(folder)
    return report(check(read(workspace), workspace.config, today))


def cached(folder, today=TODAY):
    workspace = find(folder)
    sources = read(workspace)
    cache = Cache(workspace, sources, today)
    found = check(sources, workspace.config, today, cache.known)
    cache.save()
    return report(found)


def shards(folder):
    return [path for path in (folder.parent / "cache").rglob("*") if path.is_file()]


def test_a_second_run_parses_nothing(folder, monkeypatch):
    before = cached(folder)
    monkeypatch.setattr("agendakit.check.parse_file", None)
    monkeypatch.setattr(batches, "parse_file", None)
    assert cached(folder) == before == uncached_with_parser(folder, monkeypatch)


def edit(folder, before, after, name=PROJECT):
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def forbid_a_look_at_the_catalogue(monkeypatch):
    def look(*_):
        raise AssertionError("a rule was asked that looks at the whole catalogue")

    monkeypatch.setattr("agendakit.judging._together", look)
    monkeypatch.setattr("agendakit.judging._looking", look)


def test_another_word_in_a_body_asks_nothing_about_other_files(folder, monkeypatch):
    cached(folder)
    edit(folder, "## Motivation\n\n", "## Motivation\n\nA word more.\n\n")
    expected = uncached(folder)
    forbid_a_look_at_the_catalogue(monkeypatch)
    assert cached(folder) == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: Does", "title: Where does"),
        ("## Motivation\n\n", "## Motivation\n\nRead [this](entry:nothing-here).\n\n"),
        ("## Motivation\n\n", "## Motivation\n\nAs in [@arXiv:1601.00001].\n\n"),
        ("## Motivation", "## Motives"),
        ("## Motivation\n\n", "## Motivation\n\n<p onclick='run()'>\n\n"),
    ],
)
def test_what_others_can_see_of_a_file_is_looked_at_again(folder, before, after):
    cached(folder)
    edit(folder, before, after)
    assert cached(folder) == uncached(folder)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"\xff words\nkind: concept\n", b"\xff words\nkind: project\n"),
        (b"---\na: [\n---\nWords.\n\nkind: concept\n", b"---\na: [\n---\nWords.\n\nkind: project\n"),
        (b"---\na: [\n---\nWords.\n\nkind: concept\n", b"---\na: [\n---\nWords.\n\nsort: concept\n"),
    ],
)
def test_what_a_file_that_cannot_be_read_seems_to_be_is_looked_at_again(folder, before, after):
    path = folder / "agendas/concepts/linear-probes.md"
    path.write_bytes(before)
    cached(folder)
    path.write_bytes(after)
    assert cached(folder) == uncached(folder)


def test_the_place_of_a_whole_file_moves_with_its_first_line(folder):
    path = folder / "agendas/another/linear-probes.md"
    path.parent.mkdir()
    path.write_bytes(b"\n\xff\n")
    cached(folder)
    path.write_bytes(b"word\n\xff\n")
    assert cached(folder) == uncached(folder)


def test_findings_about_a_body_move_with_its_words(folder):
    edit(folder, "## Motivation\n\n", "## Motivation\n\nRead [this](entry:nothing-here).\n\n")
    cached(folder)
    edit(folder, "## Motivation\n\n", "## Motivation\n\nA word more.\n\n")
    assert "nothing-here" in cached(folder)
    assert cached(folder) == uncached(folder)


def test_a_file_more_or_less_is_seen(folder):
    cached(folder)
    (folder / PROJECT).rename(folder / "agendas/probing/another-name.md")
    assert cached(folder) == uncached(folder)
    (folder / "agendas/probing/curve.png").write_bytes(b"")
    edit(folder, "## Motivation\n\n", "## Motivation\n\n![a curve](curve.png)\n\n", "agendas/probing/another-name.md")
    assert cached(folder) == uncached(folder)
    (folder / "agendas/probing/curve.png").unlink()
    assert cached(folder) == uncached(folder)


def test_another_bibliography_is_seen(folder):
    cached(folder)
    (folder / "agendas/papers.json").write_text("[]\n", encoding="utf-8")
    assert cached(folder) == uncached(folder)


def uncached_with_parser(folder, monkeypatch):
    monkeypatch.undo()
    return uncached(folder)


def test_a_changed_file_is_seen(folder):
    cached(folder)
    path = folder / PROJECT
    path.write_text(path.read_text(encoding="utf-8").replace("compute: laptop", "compute: labtop"), encoding="utf-8")
    assert "labtop" in cached(folder)
    assert cached(folder) == uncached(folder)


def test_the_day_and_the_configuration_count(folder):
    cached(folder)
    later = TODAY + timedelta(days=900)
    assert cached(folder, later) == uncached(folder, later) != uncached(folder)
    config = folder / "agendakit.toml"
    config.write_text(config.read_text(encoding="utf-8") + '[levels]\nthin-entry = "error"\n', encoding="utf-8")
    assert cached(folder) == uncached(folder)
    (folder / "extra.schema.json").write_text('{"required": ["budget"]}', encoding="utf-8")
    assert cached(folder) == uncached(folder)


def test_a_moved_file_keeps_nothing_of_its_old_place(folder):
    cached(folder)
    (folder / PROJECT).rename(folder / "agendas/concepts/probe-transfer.md")
    assert cached(folder) == uncached(folder)


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data + b"more",
        lambda data: bytes(len(data)),
        lambda data: data[:40] + bytes([data[40] ^ 1]) + data[41:],
    ],
)
def test_a_broken_cache_is_made_anew(folder, damage):
    before = cached(folder)
    for path in shards(folder):
        path.write_bytes(damage(path.read_bytes()))
    assert cached(folder) == before
    assert cached(folder) == before


def test_a_folder_that_others_can_write_to_is_not_trusted(folder, monkeypatch):
    cached(folder)
    for path in shards(folder):
        path.parent.chmod(0o777)
    monkeypatch.setattr("agendakit.cache.unpack", None)
    assert cached(folder) == uncached(folder)


def test_a_cache_that_cannot_be_written_is_done_without(folder, monkeypatch):
    (folder.parent / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("AGENDAKIT_CACHE", str(folder.parent / "file"))
    assert cached(folder) == uncached(folder)


def test_a_user_without_a_home_has_no_cache(folder, monkeypatch):
    def no_home():
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("AGENDAKIT_CACHE")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "home", no_home)
    assert cached(folder) == uncached(folder)


def test_a_workspace_keeps_one_generation_of_code(folder, monkeypatch):
    cached(folder)
    first = {path.parent for path in shards(folder)}
    monkeypatch.setattr("agendakit.cache.__version__", "99")
    cached(folder)
    second = {path.parent for path in shards(folder)}
    assert len(first) == len(second) == 1
    assert first != second


SEVERAL = """
import os, sys
from datetime import date
from pathlib import Path
from unittest.mock import patch
from agendakit import batches, parallel
from agendakit.cache import Cache
from agendakit.check import check
from agendakit.workspace import find, read
from test_cache import report

{before}
folder, today = Path(sys.argv[1]), date.fromisoformat(sys.argv[2])
workspace = find(folder)
sources = read(workspace)
with patch.object(parallel, "LEAST", 10), patch.object(os, "fork", wraps=os.fork) as fork:
    with patch.object(os, "sched_getaffinity", lambda _: range(3)):
        known = Cache(workspace, sources, today, kept=False).known
        found = report(check(sources, workspace.config, today, known))
print(fork.call_count, found, end="")
"""
HELPERS_FAIL = """
own = os.getpid()
work = batches._worked
def failing(*given):
    if os.getpid() != own:
        raise MemoryError
    return work(*given)
batches._worked = failing
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere one process does the work")
@pytest.mark.parametrize("before", ["", HELPERS_FAIL])
def test_several_processes_find_what_one_finds(folder, before):
    text = (folder / PROJECT).read_text(encoding="utf-8")
    for number in range(60):
        odd = text.replace("laptop", ["labtop", "laptop", "&a laptop"][number % 3])
        (folder / f"agendas/probing/number-{number}.md").write_text(odd, encoding="utf-8")
    (folder / "agendas/probing/broken.md").write_bytes(b"---\nkind: project\n\xff\n---\n")
    # A process of its own: the one that runs the tests may have threads, which a fork would not survive.
    found = subprocess.run(
        [sys.executable, "-c", SEVERAL.format(before=before), folder, TODAY.isoformat()],
        capture_output=True,
        check=True,
        encoding="utf-8",
        cwd=Path(__file__).parent,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent)},
    )
    assert found.stderr == ""
    # Two helpers for the files, and two for the rules about the catalogue.
    assert found.stdout == f"4 {uncached(folder)}"
    assert not shards(folder)


def test_texts_from_an_editor_are_not_taken_for_files(folder):
    cached(folder)
    workspace = find(folder)
    sources = read(workspace, {PurePosixPath(PROJECT): "---\nkind: project\n---\n"})
    known = Cache(workspace, sources, TODAY).known
    found = check(sources, workspace.config, TODAY, known)
    assert any(one.level is Level.ERROR for one in found.diagnostics)
    assert report(found) == report(check(sources, workspace.config, TODAY))

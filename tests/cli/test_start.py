"""What a start of the command leaves alone, told by the modules that it imports; no clock is asked."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from agendakit.cli import run

_REPORT = """
import json, sys
from agendakit.cli import run
code = run(sys.argv[1:])
print(json.dumps([code, sorted(sys.modules)]), file=sys.stderr)
"""

SELDOM = {"multiprocessing", "xml", "subprocess", "difflib", "jsonschema", "referencing", "jinja2", "mkdocs", "pygls"}
OF_OTHERS = ("lsp", "site", "exports", "fix", "since", "revision", "tally", "tables", "forms", "polite", "fetch")


def started(*arguments):
    program = [sys.executable, "-c", _REPORT, *arguments]
    done = subprocess.run(program, capture_output=True, text=True, check=True)
    code, modules = json.loads(done.stderr.splitlines()[-1])
    assert code == 0, done.stdout
    return set(modules)


@pytest.fixture
def catalogue(tmp_path, monkeypatch):
    monkeypatch.setenv("AGENDAKIT_CACHE", str(tmp_path / "cache"))
    assert run(["init", str(tmp_path / "catalogue")]) == 0
    monkeypatch.chdir(tmp_path / "catalogue")


def test_the_version_is_told_without_the_model():
    modules = started("--version")
    assert not modules & {"pydantic", "yaml", "agendakit.model", "agendakit.check"}


@pytest.mark.usefixtures("catalogue")
def test_a_check_leaves_out_what_few_runs_need():
    modules = started("check")
    assert "agendakit.check" in modules
    assert not modules & SELDOM
    assert not modules & {f"agendakit.{name}" for name in OF_OTHERS}
    assert {name for name in modules if name.startswith("agendakit.reports.")} == {"agendakit.reports.full"}


@pytest.mark.usefixtures("catalogue")
def test_a_check_of_files_known_from_the_cache_needs_no_markdown_parser():
    Path("agendas/quoting.md").write_text("> More than plain paragraphs.\n", encoding="utf-8")
    assert "markdown_it" in started("check")
    assert "markdown_it" not in started("check")


@pytest.mark.usefixtures("catalogue")
def test_a_check_of_plain_entries_needs_no_parser_of_markdown_or_yaml():
    assert not started("check") & {"markdown_it", "yaml"}


PLUGIN = 'import sys\nprint("plug-in loaded", file=sys.stderr)\nplugin = None\n'


@pytest.mark.usefixtures("catalogue")
def test_no_plugin_of_pydantic_takes_part(tmp_path):
    (tmp_path / "some_plugin.py").write_text(PLUGIN, encoding="utf-8")
    described = tmp_path / "some_plugin-1.dist-info"
    described.mkdir()
    (described / "METADATA").write_text("Metadata-Version: 2.1\nName: some-plugin\nVersion: 1\n", encoding="utf-8")
    (described / "entry_points.txt").write_text("[pydantic]\nsome = some_plugin:plugin\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    program = [sys.executable, "-m", "agendakit", "check"]
    done = subprocess.run(program, capture_output=True, text=True, check=False, env=environment)
    assert (done.returncode, done.stderr) == (0, "")

"""`agendakit serve` and `build` as programs: what they say, and their exit codes."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from urllib.parse import urljoin

import pytest

from git import commit_all
from previews import PROJECT, previewing
from sites import MKDOCS, Page, lay_out

BROKEN = {
    "no YAML": "site_name: [\n",
    "an unknown theme": "site_name: Example\ntheme: nonesuch\nplugins: [agendakit]\n",
    "an unknown plugin": "site_name: Example\nplugins: [agendakit, nonesuch]\n",
    "no name": "docs_dir: agendas\n",
}


def run(folder, *arguments):
    command = [sys.executable, "-m", "agendakit", *arguments]
    return subprocess.run(command, cwd=folder, text=True, capture_output=True, check=False, timeout=120)


@pytest.mark.parametrize("command", ["build", "serve"])
@pytest.mark.parametrize("settings", BROKEN.values(), ids=BROKEN)
def test_settings_that_mkdocs_cannot_use_end_with_2_and_its_words(tmp_path, command, settings):
    done = run(lay_out(tmp_path, mkdocs=settings), command)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert re.search("[Cc]onfig|YAML|yaml", done.stdout + done.stderr)


def test_findings_end_a_build_with_1(tmp_path):
    folder = lay_out(tmp_path)
    path = folder / PROJECT
    path.write_text(path.read_text(encoding="utf-8").replace("linear-probes", "linear-prob", 1), encoding="utf-8")
    assert run(folder, "build").returncode == 1


def test_a_strict_build_ends_with_1_where_mkdocs_warns(tmp_path):
    done = run(lay_out(tmp_path, {"agendas/papers.md": "# Mine\n"}), "build", "--strict")
    assert done.returncode == 1


def test_an_address_in_use_ends_with_2_and_names_another(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run(lay_out(tmp_path), "serve", "--dev-addr", f"127.0.0.1:{port}")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert f"--dev-addr 127.0.0.1:{port + 1}" in done.stdout


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("linear-prob", "`linear-prob` is neither the id of an entry nor a folder with entries. Did you mean `linear"),
        ("concept/", "Did you mean `concepts`?"),
        ("changed", "`git` cannot read this folder"),
    ],
)
def test_a_wish_that_cannot_be_met_ends_with_2(tmp_path, monkeypatch, name, words):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    done = run(lay_out(tmp_path), "serve", "--only", name)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_is_named_from_where_the_command_runs(tmp_path):
    folder = lay_out(tmp_path / "site")
    with previewing(folder / "agendas", "--only", "./concepts") as preview:
        assert "The preview shows 2 pages and 1 neighbour." in preview.said


def test_no_link_of_a_narrow_preview_is_dead(tmp_path):
    files = {"agendas/notes.md": "# Notes\n\n[A project](probing/probe-transfer.md)\n"}
    nav = "nav: [index.md, catalogue.md, {Help: [notes.md, contribute/index.md]}]\n"
    with previewing(
        lay_out(tmp_path / "site", files, MKDOCS + nav), "--only", "pytorch", "--only", "notes.md"
    ) as preview:
        pages = {"", "concepts/pytorch/", "concepts/linear-probes/", "notes/"}
        links = set()
        for path in pages:
            status, html = preview.page(path)
            assert status == 200
            links |= {urljoin(f"{preview.address}{path}", link) for link in Page(html).links}
        inside = {link.partition("#")[0].partition("?")[0] for link in links if link.startswith(preview.address)}
        assert f"{preview.address}probing/probe-transfer/" in inside
        dead = {link for link in inside if preview.page(link.removeprefix(preview.address))[0] != 200}
        assert dead == set()
        for path in ("nowhere/", "catalogue/%2e%2e/%2e%2e/%2e%2e/outside/", "catalogue/..%2f..%2foutside/"):
            assert preview.page(path)[0] == 404, path
    assert "is included in the 'nav' configuration" not in preview.said


def test_what_is_chosen_follows_a_file_that_comes_or_goes(tmp_path):
    folder = lay_out(tmp_path / "site")
    commit_all(folder)
    with previewing(folder, "--only", "changed", "--only", "pytorch") as preview:
        assert "The preview shows 1 page and 1 neighbour." in preview.said
        (folder / "agendas/notes.md").write_text("# Notes\n", encoding="utf-8")
        preview.wait_for("The preview shows 2 pages and 1 neighbour.")
        preview.wait_for(">Notes</h1>", path="notes/")
        (folder / "agendas/concepts/pytorch.md").rename(folder / "agendas/concepts/torch.md")
        preview.wait_for("`pytorch` is neither the id of an entry nor a folder with entries.")
        preview.wait_for("PyTorch", path="concepts/torch/")


def test_warnings_are_said_when_they_change(tmp_path):
    with previewing(lay_out(tmp_path / "site")) as preview:
        assert "warning[" not in preview.said
        preview.edit(PROJECT, "A number on", "A <b>number</b> on")
        preview.wait_for("warning[raw-html]")
        preview.edit(PROJECT, "says little", "says much")
        preview.wait_for("says much", path="probing/probe-transfer/")
        assert preview.said.count("warning[raw-html]") == 1
        preview.edit(PROJECT, "<b>number</b>", "number")
        preview.wait_for("No warnings, 1 mended.")

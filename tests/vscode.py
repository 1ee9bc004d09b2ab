"""Visual Studio Code itself, served to a browser by code-server, with the extension of this repository in it."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

from playwright.sync_api import expect

from node_programs import BIN, NODE, QUIET, npm

ROOT = Path(__file__).parents[1]
VERSION = "4.139.1"
"""Of code-server, which pins all that it needs itself; it holds the Visual Studio Code of the same minor version."""

PACKAGE = "editors/vscode/agendakit.vsix"
PATIENCE = 60_000
expect.set_options(timeout=PATIENCE)  # a busy machine is no finding
_ENTRY = "node_modules/code-server/out/node/entry.js"
_SETTINGS = {
    "agendakit.command": [str(Path(sys.executable).parent / "agendakit"), "lsp"],
    "workbench.startupEditor": "none",
    "workbench.secondarySideBar.defaultVisibility": "hidden",
    "telemetry.telemetryLevel": "off",
    "extensions.autoCheckUpdates": False,
    "editor.wordWrap": "off",
}


def install(folder):
    """Install the program into a new folder; what would have to be compiled is left out, and it does without."""
    shutil.rmtree(folder, ignore_errors=True)  # of a worker that was stopped in the middle
    folder.mkdir()
    (folder / "package.json").write_text(json.dumps({"private": True}), encoding="utf-8")
    npm(folder, "install", *QUIET, f"code-server@{VERSION}")
    npm(folder / "node_modules/code-server/lib/vscode", "install", "--omit=dev", "--omit=optional", *QUIET)


def package(folder):
    """Package the extension as its page says, in a copy of the repository, as `PACKAGE` below the folder."""
    shutil.rmtree(folder, ignore_errors=True)
    extension = folder / "editors/vscode"
    shutil.copytree(ROOT / "editors/vscode", extension, ignore=shutil.ignore_patterns("node_modules", "*.vsix"))
    shutil.copy(ROOT / "LICENSE", folder)
    npm(extension, "install", *QUIET)
    npm(extension, "run", "package")


@contextmanager
def running(program, extension, folder):
    """The program that stands in a folder, with an extension; what it keeps is in another. Gives its address."""
    (folder / "data/User").mkdir(parents=True)
    (folder / "data/User/settings.json").write_text(json.dumps(_SETTINGS), encoding="utf-8")
    options = ("--user-data-dir", str(folder / "data"), "--extensions-dir", str(folder / "extensions"))
    command = [str(NODE), str(program / _ENTRY), *options]
    environment = {**os.environ, "HOME": str(folder), "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
    subprocess.run([*command, "--install-extension", extension], env=environment, capture_output=True, check=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    place = f"127.0.0.1:{port}"
    quiet = ("--auth", "none", "--disable-telemetry", "--disable-update-check", "--bind-addr", place)
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen([*command, *quiet], env=environment, stdout=log, stderr=log)
        try:
            _wait_for(port)
            yield place
        finally:
            process.terminate()
            process.wait()


def open_file(page, place, folder, name):
    """Open a file of a folder, and trust the folder; without that nothing is started."""
    payload = json.dumps([["openFile", f"vscode-remote://{place}{folder / name}"]])
    page.goto(f"http://{place}/?folder={folder}&payload={payload}")
    expect(lines(page)).to_contain_text("kind: project")
    page.get_by_role("button", name="Restricted Mode").click()
    page.get_by_role("button", name="Trust", exact=True).first.click()
    expect(page.get_by_role("button", name="Restricted Mode")).to_have_count(0)
    page.keyboard.press("Control+W")
    expect(page.locator(".monaco-modal-editor-block")).to_be_hidden()
    lines(page).click()


def lines(page):
    """What the editor shows of the text, with the hints in it."""
    return page.locator(".editor-instance .view-lines").first


def go_to(page, number):
    """Put the cursor at the end of a line."""
    box = page.locator(".quick-input-widget input")
    page.keyboard.press("Control+G")
    expect(box).to_be_visible()
    page.keyboard.type(str(number))
    page.keyboard.press("Enter")
    expect(box).to_be_hidden()
    page.keyboard.press("End")


def _wait_for(port):
    end = monotonic() + PATIENCE / 1000
    while monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            sleep(0.1)
        else:
            return
    raise AssertionError(f"nobody listens at port {port}")

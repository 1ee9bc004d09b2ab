"""Visual Studio Code, with the extension as it is packaged, as a client of the server."""

from __future__ import annotations

import json
import shutil
import sys

import pytest
from playwright.sync_api import expect, sync_playwright

from lsp_session import CONCEPT, PROJECT, checked_on_disk, copy_example
from once import made_once
from vscode import PACKAGE, PATIENCE, go_to, install, lines, open_file, package, running

RENAMED = "probes-that-are-linear"


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    program = made_once(tmp_path_factory, "code-server", install)
    kit = made_once(tmp_path_factory, "extension", package)
    with running(program, kit / PACKAGE, tmp_path_factory.mktemp("vscode")) as found:
        yield found


@pytest.fixture
def page():
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    assert program, "the tests of the extension need Chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser.new_page(viewport={"width": 1400, "height": 1000})
        browser.close()


def test_an_author_sees_mends_and_renames(place, page, tmp_path):
    folder = copy_example(tmp_path)
    open_file(page, place, folder, PROJECT)
    expect(lines(page)).to_contain_text("linear-probesLinear probes")

    number = 1 + (folder / PROJECT).read_text(encoding="utf-8").splitlines().index("difficulty: first-project")
    go_to(page, number)
    page.keyboard.type("x")
    expect(page.locator(".squiggly-error")).to_be_visible()
    page.keyboard.press("Control+K")
    page.keyboard.press("Control+I")
    expect(page.locator(".monaco-hover:visible")).to_contain_text("`first-projectx` cannot be the value")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+.")
    page.get_by_text("Write `first-project`", exact=True).click()
    expect(page.locator(".squiggly-error")).to_have_count(0)

    page.keyboard.press("Control+Backspace")
    page.keyboard.press("Control+Space")
    expect(page.locator(".suggest-widget")).to_contain_text("first-project")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+Z")
    expect(lines(page)).to_contain_text("difficulty: first-project")

    go_to(page, 1 + (folder / PROJECT).read_text(encoding="utf-8").splitlines().index("  - id: linear-probes"))
    page.keyboard.press("F2")
    name = page.get_by_role("textbox", name="Rename input")
    expect(name).to_have_value("linear-probes")
    name.fill(RENAMED)
    page.keyboard.press("Enter")
    expect(lines(page)).to_contain_text(f"{RENAMED}Linear probes")
    # It saves what a rename changes, one file after the other.
    _wait_until(page, lambda: _is_clean(folder, RENAMED))
    assert not (folder / CONCEPT).exists()


HALF = "import sys; sys.modules['pygls'] = None; from agendakit.cli import main; main()"


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (["no-such-program"], "`no-such-program` could not be started. Install it with `pip install 'agendakit[lsp]'`"),
        ([sys.executable, "-c", HALF], "The language server needs `pip install 'agendakit[lsp]'`."),
    ],
    ids=["no program", "without the extra"],
)
def test_a_server_that_cannot_start_is_one_sentence(place, page, tmp_path, command, words):
    folder = copy_example(tmp_path)
    (folder / ".vscode").mkdir()
    settings = {"agendakit.command": [*command, "lsp"]}
    (folder / ".vscode/settings.json").write_text(json.dumps(settings), encoding="utf-8")
    open_file(page, place, folder, PROJECT)
    said = page.locator(".notification-toast")
    expect(said).to_contain_text(words)
    expect(said).to_have_count(1)


def _is_clean(folder, renamed):
    checked, warnings = checked_on_disk(folder)
    return not warnings and checked.catalogue.canonical("linear-probes") == renamed


def _wait_until(page, holds):
    for _ in range(PATIENCE // 100):
        if holds():
            return
        page.wait_for_timeout(100)
    pytest.fail("waited in vain for the disk")

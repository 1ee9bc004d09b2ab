"""A built site in Debian's Chromium, at the width of a phone and of a desk."""

from __future__ import annotations

import shutil

import pytest
from playwright.sync_api import expect, sync_playwright

from sites import build, lay_out, served

OLD = """\
---
kind: concept
stage: retired
title: Punched cards
summary: How programs were kept before there were files; nobody needs it for a project any more.
created: 2026-01-10
hours: 1
resources:
  - title: A manual of the time
    ref: https://example.org/cards
check_yourself:
  - How many columns has a card?
---

A card of stiff paper with holes.
"""
expect.set_options(timeout=30_000)  # a busy machine is no finding
WIDTHS = {
    "phone": {"width": 390, "height": 800},
    "tablet": {"width": 768, "height": 1000},
    "desk": {"width": 1440, "height": 900},
}


@pytest.fixture(scope="session")
def address(tmp_path_factory):
    """Address of the example site, which lies in a sub-path as on GitHub Pages."""
    folder = lay_out(tmp_path_factory.mktemp("site"), {"agendas/concepts/old.md": OLD})
    root = tmp_path_factory.mktemp("served")
    done = build(folder, "--strict", "--site-dir", str(root / "agendas"))
    assert done.returncode == 0, done.stdout
    with served(root) as base:
        yield f"{base}/agendas/"


@pytest.fixture(scope="module")
def browser():
    """Chromium, for one file: while Playwright is open, no other event loop can run, and other tests need theirs."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    assert program, "the browser tests need Chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture(params=["phone", "desk"])
def width(request):
    return request.param


@pytest.fixture
def page(browser, address, width):
    """A page that fails the test on an error in the console, a failed request, or one to another host."""
    context = browser.new_context(viewport=WIDTHS[width])
    found = context.new_page()
    complaints: list[str] = []
    watch(found, address, complaints)
    yield found
    noted = tuple(complaints)  # closing ends requests that are on their way
    context.close()
    assert noted == ()


def watch(page, address, complaints):
    """Note what a page should not do."""

    def note_message(message):
        if message.type in ("error", "warning"):
            complaints.append(message.text)

    def note_request(request):
        if not request.url.startswith((address, "blob:")):
            complaints.append(f"asked another host: {request.url}")

    def note_failure(request):
        if not is_left(request):
            complaints.append(f"failed: {request.url}")

    def note_answer(answer):
        if answer.status >= 400:
            complaints.append(f"{answer.status}: {answer.url}")

    page.on("console", note_message)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", note_request)
    page.on("requestfailed", note_failure)
    page.on("response", note_answer)


def is_left(request) -> bool:
    """Whether a request ended because the visitor went to another page."""
    return request.failure == "net::ERR_ABORTED"


@pytest.fixture
def plain(browser, width):
    """A page without JavaScript."""
    context = browser.new_context(viewport=WIDTHS[width], java_script_enabled=False)
    yield context.new_page()
    context.close()

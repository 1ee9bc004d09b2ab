"""The site under the Content-Security-Policy that docs/publishing.md recommends."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from sites import PAGES, Quiet, build, lay_out, served

DOCUMENT = Path(__file__).parents[2] / "docs/publishing.md"
LISTEN = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.violations.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
});
"""


def policy():
    """The policy as readers copy it, on one line."""
    text = DOCUMENT.read_text(encoding="utf-8")
    (found,) = re.findall(r"^Content-Security-Policy: (.+)$", text, re.MULTILINE)
    return found


class _Guarded(Quiet):
    def end_headers(self):
        self.send_header("Content-Security-Policy", policy())
        super().end_headers()


@pytest.fixture(scope="module")
def guarded(tmp_path_factory):
    """Address of the example site, served with the policy from a sub-path."""
    root = tmp_path_factory.mktemp("guarded")
    folder = lay_out(tmp_path_factory.mktemp("site"))
    done = build(folder, "--strict", "--site-dir", str(root / "agendas"))
    assert done.returncode == 0, done.stdout
    with served(root, _Guarded) as base:
        yield f"{base}/agendas/"


@pytest.fixture
def page(browser):
    """A page that writes down what the policy forbids."""
    context = browser.new_context()
    context.add_init_script(LISTEN)
    found = context.new_page()
    yield found
    context.close()


def violations(page):
    return page.evaluate("window.violations")


def test_the_policy_allows_nothing_inline_and_no_other_host():
    sources = dict(part.strip().split(" ", 1) for part in policy().split(";"))
    assert sources["default-src"] == "'none'"
    assert sources["script-src"] == sources["style-src"] == sources["connect-src"] == "'self'"
    assert set(" ".join(sources.values()).split()) <= {"'none'", "'self'", "data:"}


@pytest.mark.parametrize("path", PAGES)
def test_a_page_needs_nothing_that_the_policy_forbids(page, guarded, path):
    messages: list[str] = []
    page.on("console", lambda message: messages.append(message.text) if message.type == "error" else None)
    page.goto(f"{guarded}{path}", wait_until="networkidle")
    assert violations(page) == []
    assert messages == []


def test_scripts_work_under_the_policy(page, guarded):
    page.goto(f"{guarded}catalogue/?q=topic", wait_until="networkidle")
    expect(page.locator(".ak-card:visible")).to_have_count(1)
    page.get_by_role("button", name="Dark or light").click()
    page.goto(f"{guarded}know/", wait_until="networkidle")
    page.get_by_role("checkbox").first.check()
    assert violations(page) == []


def test_a_redirect_works_under_the_policy(page, guarded):
    page.goto(f"{guarded}id/probe-transfer/")
    page.wait_for_url("**/probing/probe-transfer/")


def test_the_policy_is_in_force(page, guarded):
    page.goto(guarded)
    page.evaluate(
        """() => {
          const script = document.createElement("script");
          script.textContent = "window.ran = true";
          document.body.append(script);
          document.body.setAttribute("style", "color: red");
          const image = new Image();
          image.src = "https://evil.example/x.png";
          document.body.append(image);
        }"""
    )
    page.wait_for_function("window.violations.length >= 3")
    assert page.evaluate("window.ran") is None
    assert {found.split("-")[0] for found in violations(page)} == {"script", "style", "img"}

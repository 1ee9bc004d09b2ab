"""The preview in a browser: what `check` says stands on the page, and a page comes back when its entry is mended."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

import hostile_site
from axe import violations
from examples import FOLDER
from git import commit_all
from previews import PROJECT, previewing
from sites import build, lay_out

ADDRESS = "probing/probe-transfer/"
WRITTEN = (FOLDER / PROJECT).read_text(encoding="utf-8")
HOSTILE = "</script><img src=x onerror=alert(1)>"
REVIEWED = "reviews:\n  - by: Ada Example\n    date: 2026-01-10\n    verdict: endorse\nauthors:\n"
FAULTY = (
    WRITTEN.replace("  - id: linear-probes\n", "  - id: linear-probe\n")
    .replace("authors:\n", REVIEWED)
    .replace("A number on", f"A <b onclick=alert(1)>{HOSTILE}</b> on [one](javascript:alert`1`)")
)
UNREADABLE = WRITTEN.replace("difficulty: first-project", f'difficulty: "{HOSTILE}"')
DRAFT = f"---\nkind: project\nstage: draft\ntitle: Half an idea\nquestion: '{HOSTILE}'\n---\n"
SETTINGS = """\
site_name: Example
site_url: https://example.org/agendas/
docs_dir: agendas
theme: {name: material, font: false}
plugins: [agendakit]
nav: [{Home: index.md}, {Catalogue: catalogue.md}, {What I know: know.md}, contribute/index.md]
"""
FILES = {
    PROJECT: FAULTY,
    "agendas/probing/unreadable.md": UNREADABLE,
    "agendas/probing/half.md": DRAFT,
    "agendas/notes.md": "# Notes\n\n[nowhere](nowhere.md)\n",
}


@pytest.fixture(scope="module")
def faulty(tmp_path_factory):
    with previewing(lay_out(tmp_path_factory.mktemp("faulty") / "site", FILES, SETTINGS)) as preview:
        yield preview


@pytest.fixture
def visitor(browser):
    """A page in which nothing may run that an author wrote."""
    context = browser.new_context()
    page = context.new_page()
    ran: list[str] = []
    note_what_runs(page, ran)
    yield page
    context.close()
    assert ran == []


def note_what_runs(page, ran):
    def dismiss(dialog):
        ran.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismiss)
    page.on("pageerror", lambda error: ran.append(str(error)))


def panel(page):
    return page.get_by_role("region", name=re.compile("Only in this preview"))


def test_findings_stand_at_the_top_with_place_help_and_manual(faulty, visitor):
    visitor.goto(f"{faulty.address}{ADDRESS}")
    expect(panel(visitor).get_by_role("heading")).to_have_text(re.compile(r"2 errors, \d warnings, \d hints?$"))
    one = panel(visitor).get_by_role("listitem").filter(has_text="dangling-reference")
    expect(one).to_contain_text("Error dangling-reference line 20, column 9")
    expect(one).to_contain_text("No concept or project has the id linear-probe.")
    expect(one).to_contain_text("Did you mean linear-probes?")
    expect(one).to_contain_text("agendakit check --unsafe-fixes")
    assert visitor.evaluate("document.querySelector('.ak-findings + .ak h1, .ak-findings ~ .ak h1') !== null")
    one.get_by_role("link").click()
    expect(visitor.get_by_role("heading", name="dangling-reference")).to_be_visible()


def test_hints_are_folded_away_until_somebody_asks(faulty, visitor):
    visitor.goto(f"{faulty.address}{ADDRESS}")
    hint = panel(visitor).get_by_role("listitem").filter(has_text="thin-entry")
    expect(hint).to_be_hidden()
    panel(visitor).get_by_text("Show the hint").click()
    expect(hint).to_be_visible()


def test_a_draft_shows_what_is_missing_and_a_plain_page_its_dead_link(faulty, visitor):
    visitor.goto(f"{faulty.address}probing/half/")
    expect(panel(visitor)).to_contain_text("hints")
    panel(visitor).get_by_text("Show the hints").click()
    expect(panel(visitor).get_by_text("The entry needs created before it can be published.")).to_be_visible()
    visitor.goto(f"{faulty.address}notes/")
    expect(panel(visitor)).to_contain_text("broken-link")


def test_an_entry_that_does_not_validate_has_a_page_with_the_line_of_source(faulty, visitor):
    visitor.goto(f"{faulty.address}probing/unreadable/")
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Does a probe survive a change of topic?")
    frame = visitor.locator(".ak-frame").first
    expect(frame).to_contain_text(f'25 | difficulty: "{HOSTILE}"')
    expect(frame.locator(".ak-frame__carets")).to_have_text("^" * (len(HOSTILE) + 2))
    expect(visitor.get_by_text("cannot be the value of difficulty.")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["", ADDRESS, "probing/unreadable/", "probing/half/"])
def test_axe_finds_nothing(browser, faulty, path, scheme):
    context = browser.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{faulty.address}{path}")
    found = violations(page)
    context.close()
    assert found == []


@pytest.mark.parametrize("path", ["", ADDRESS, "probing/unreadable/", "probing/half/", "notes/"])
@pytest.mark.parametrize("width", [390, 1440])
def test_no_page_is_wider_than_the_screen(browser, faulty, path, width):
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(f"{faulty.address}{path}")
    page.evaluate("for (const one of document.querySelectorAll('.ak-findings details')) one.open = true")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_nothing_that_an_author_wrote_runs_in_findings(browser, tmp_path):
    payload = "<svg onload=alert(1)>"
    broken = {
        name: text.replace('"difficulty": "first-project"', f'"difficulty": "{payload}"')
        for name, text in hostile_site.files().items()
        if not name.endswith(".toml")
    }
    ran: list[str] = []
    with previewing(lay_out(tmp_path / "site", broken)) as preview:
        page = browser.new_page()
        note_what_runs(page, ran)
        for path in ("", ADDRESS, "probing/", "concepts/linear-probes/", "concepts/pytorch/", "notes/"):
            page.goto(f"{preview.address}{path}")
            page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
            for tag in ("iframe", "object", ".ak-findings img", ".ak-findings script", ".ak-findings svg[onload]"):
                expect(page.locator(tag)).to_have_count(0)
        page.goto(f"{preview.address}{ADDRESS}")
        expect(page.locator(".ak-frame").first).to_contain_text(payload)
        page.close()
    assert ran == []


def test_a_page_follows_its_entry_through_breaking_and_mending(browser, tmp_path):
    with previewing(lay_out(tmp_path / "site", mkdocs=SETTINGS), "--only", "probe-transfer") as preview:
        page = browser.new_page()
        page.goto(f"{preview.address}{ADDRESS}")
        expect(page.get_by_text("A number on one topic says little.")).to_be_visible()
        preview.edit(PROJECT, "says little", "says much")
        expect(page.get_by_text("A number on one topic says much.")).to_be_visible(timeout=60_000)
        preview.edit(PROJECT, "difficulty: first-project", "difficulty: frst-project")
        expect(page.get_by_text("This entry cannot be shown yet.")).to_be_visible(timeout=60_000)
        expect(page.locator(".ak-frame")).to_contain_text("difficulty: frst-project")
        preview.edit(PROJECT, "difficulty: frst-project", "difficulty: first-project")
        expect(page.get_by_text("A number on one topic says much.")).to_be_visible(timeout=60_000)
        expect(page.get_by_text("This entry cannot be shown yet.")).to_have_count(0)
        page.close()


def test_what_a_preview_leaves_out_says_how_to_see_it(browser, tmp_path):
    with previewing(lay_out(tmp_path / "site", mkdocs=SETTINGS), "--only", "pytorch") as preview:
        page = browser.new_page()
        page.goto(preview.address)
        expect(page.get_by_role("region", name="A preview of some entries")).to_contain_text("PyTorch")
        assert violations(page) == []
        page.get_by_role("link", name="What probes can tell about a model").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("What probes can tell about a model")
        expect(page.get_by_text("This preview leaves this page out")).to_be_visible()
        expect(page.get_by_text("agendakit serve --only pytorch --only probing")).to_be_visible()
        assert violations(page) == []
        page.get_by_role("link", name="What I know").click()
        expect(page.get_by_role("heading", name="Not in this preview")).to_be_visible()
        page.get_by_role("link", name="first page").click()
        expect(page.get_by_role("region", name="A preview of some entries")).to_be_visible()
        page.close()


def test_a_preview_of_what_changed_follows_edits_and_commits(browser, tmp_path):
    folder = lay_out(tmp_path / "site", mkdocs=SETTINGS)
    commit_all(folder)
    with previewing(folder, "--only", "changed") as preview:
        page = browser.new_page()
        page.goto(preview.address)
        shown = page.get_by_role("region", name="A preview of some entries")
        expect(shown).to_contain_text("Nothing is shown yet.")
        preview.edit("agendas/concepts/pytorch.md", "title: PyTorch", "title: PyTorch anew")
        expect(shown.get_by_role("link", name="PyTorch anew")).to_be_visible(timeout=60_000)
        shown.get_by_role("link", name="PyTorch anew").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("PyTorch anew")
        commit_all(folder)
        expect(page.get_by_text("This preview leaves this page out")).to_be_visible(timeout=60_000)
        page.close()


def test_a_build_has_nothing_of_a_preview(tmp_path):
    warned = WRITTEN.replace(
        "authors:\n", FAULTY[FAULTY.index("reviews:\n") : FAULTY.index("authors:\n")] + "authors:\n"
    )
    folder = lay_out(tmp_path, {PROJECT: warned, "agendas/probing/half.md": DRAFT}, SETTINGS)
    done = build(folder)
    assert done.returncode == 0, done.stdout
    assert not (folder / "site/probing/half").exists()
    assert not list(folder.rglob("preview.css"))
    texts = [
        path.read_text(encoding="utf-8") for path in (folder / "site").rglob("*") if path.suffix in (".html", ".css")
    ]
    assert texts
    for words in ("ak-finding", "self-review</a>", "Only in this preview", "ak-frame", "leaves this page out"):
        assert not [text for text in texts if words in text], words

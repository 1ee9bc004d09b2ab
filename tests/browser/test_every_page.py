"""Every sort of page, as a visitor sees it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from sites import PAGES

COLOUR = "getComputedStyle(document.body).backgroundColor"


@pytest.mark.parametrize("width", ["phone", "tablet", "desk"], indirect=True)
@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_its_width(page, address, path):
    page.goto(f"{address}{path}")
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("path", PAGES)
def test_a_page_works_from_the_keyboard(page, address, path):
    page.goto(f"{address}{path}")
    page.keyboard.press("Tab")
    expect(page.locator(".ak-skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}{path}#content")


def test_light_and_dark_can_be_chosen_and_stay_chosen(page, address):
    page.goto(address)
    before, body = page.evaluate(COLOUR), page.locator("body")
    page.get_by_role("button", name="Dark or light").click()
    expect(body).not_to_have_css("background-color", before)
    after = page.evaluate(COLOUR)
    page.goto(f"{address}catalogue/")
    expect(body).to_have_css("background-color", after)


def test_the_permanent_address_leads_to_the_entry(page, address):
    page.goto(f"{address}id/probe-transfer/")
    page.wait_for_url("**/probing/probe-transfer/")


def test_the_search_beside_the_menu_leads_to_the_catalogue(page, address, width):
    page.goto(f"{address}concepts/linear-probes/")
    if width == "phone":
        expect(page.get_by_role("searchbox")).to_have_count(0)
        return
    page.get_by_role("searchbox").fill("topic")
    page.keyboard.press("Enter")
    page.wait_for_url("**/catalogue/?q=topic")
    expect(page.locator(".ak-card:visible")).to_have_count(1)


def test_the_menu_works_without_javascript(plain, address):
    plain.goto(address)
    plain.get_by_role("navigation", name="Main").get_by_role("link", name="Catalogue").click()
    plain.wait_for_url("**/catalogue/")


def test_nothing_moves_when_the_menu_opens(page, address, width):
    page.goto(f"{address}map/")
    page.locator(".ak-menu[data-ready]").wait_for()
    if width != "phone":
        expect(page.locator(".ak-menu summary")).to_be_hidden()
        return
    parts = [page.locator(where) for where in (".ak-menu summary", ".ak-name", ".md-container")]
    before = [part.bounding_box() for part in parts]
    parts[0].click()
    expect(page.get_by_role("navigation", name="Main").get_by_role("link", name="Catalogue")).to_be_visible()
    assert [part.bounding_box() for part in parts] == before


def test_nothing_moves_when_the_scripts_start(browser, address, width):
    def top_of_the_page(*, scripts):
        context = browser.new_context(viewport={"phone": {"width": 390, "height": 800}}.get(width))
        page = context.new_page()
        if not scripts:
            page.route("**/site.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
        page.goto(f"{address}map/")
        if scripts:
            page.locator(".ak-menu[data-ready]").wait_for()
        top = page.evaluate("document.querySelector('.md-container').getBoundingClientRect().top")
        context.close()
        return top

    assert top_of_the_page(scripts=False) == top_of_the_page(scripts=True)


def test_every_page_leads_to_the_search(page, address, width):
    page.goto(f"{address}probing/")
    page.locator(".ak-menu[data-ready]").wait_for()
    if width == "phone":
        page.get_by_text("Menu", exact=True).click()
    field = page.get_by_role("searchbox", name="Search the catalogue")
    expect(field).to_have_count(1)
    box = field.bounding_box()
    assert box["x"] + box["width"] < page.viewport_size["width"]
    field.fill("probe")
    field.press("Enter")
    expect(page).to_have_url(re.compile(r"/catalogue/\?q=probe$"))
    expect(page.locator(".ak-card").first).to_be_visible()

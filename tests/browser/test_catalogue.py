"""What a visitor does on the catalogue page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

TITLE = "Does a probe survive a change of topic?"


def open_filters(page, width):
    if width == "phone":
        page.get_by_role("button", name="Filter", exact=True).click()


def cards(page):
    return page.locator(".ak-card:visible .ak-card__title")


def test_a_project_is_found_by_filter_opened_and_left_again(page, address, width):
    page.goto(f"{address}catalogue/")
    expect(cards(page)).to_have_count(4)
    open_filters(page, width)
    page.get_by_role("checkbox", name="first project").check()
    expect(cards(page)).to_have_text([TITLE])
    expect(page).to_have_url(re.compile(r"catalogue/\?difficulty=first-project$"))
    page.reload()
    expect(cards(page)).to_have_text([TITLE])
    page.get_by_role("link", name=TITLE).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    page.go_back()
    expect(cards(page)).to_have_text([TITLE])
    page.go_back()
    expect(cards(page)).to_have_count(4)
    page.go_forward()
    expect(cards(page)).to_have_text([TITLE])


def test_filters_combine_and_are_shown_as_chips(page, address, width):
    page.goto(f"{address}catalogue/")
    open_filters(page, width)
    page.get_by_role("checkbox", name="project", exact=False).first.check()
    page.get_by_role("checkbox", name="a month").check()
    expect(page).to_have_url(re.compile("kind=project"))
    expect(page).to_have_url(re.compile("effort=month"))
    expect(page.locator("[data-chips] button")).to_have_count(2)
    if width == "phone":
        page.get_by_role("button", name="Show 1 project").click()
        expect(page.get_by_role("checkbox", name="a month")).to_be_hidden()
    page.get_by_role("button", name="Remove the filter a month").click()
    expect(page).to_have_url(re.compile(r"\?kind=project$"))


def test_counts_leave_out_the_choice_of_their_own_facet(page, address):
    page.goto(f"{address}catalogue/?kind=concept")
    kinds = page.locator('[data-facet="kind"] .ak-count')
    expect(page.locator('[data-facet="difficulty"] .ak-count')).to_have_text(["0", "0", "0", "0", "0"])
    expect(kinds).to_have_text(["1", "1", "2"])


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("survive", [TITLE]),
        ("surv", [TITLE]),
        ("survvie", [TITLE]),
        ("SURVIVE  probe", [TITLE]),
        ("tensor", ["PyTorch"]),
        ("nothing-like-this", []),
    ],
)
def test_words_find_entries(page, address, words, found):
    page.goto(f"{address}catalogue/")
    page.locator("#ak-words").fill(words)
    expect(cards(page)).to_have_text(found)
    expect(page.get_by_role("status")).to_contain_text(str(len(found)))


def test_words_are_part_of_the_address_and_marked(page, address):
    page.goto(f"{address}catalogue/?q=topic")
    expect(page.locator("#ak-words")).to_have_value("topic")
    expect(page.locator("mark").first).to_have_text("topic")


def test_when_nothing_matches_the_filter_to_drop_is_named(page, address):
    page.goto(f"{address}catalogue/?kind=concept&difficulty=first-project")
    none = page.locator("[data-none]")
    expect(none).to_contain_text("Nothing matches")
    none.get_by_role("button", name=re.compile("without concept")).click()
    expect(cards(page)).to_have_text([TITLE])


def test_what_is_retired_is_shown_on_request(page, address, width):
    page.goto(f"{address}catalogue/?kind=concept")
    expect(cards(page)).to_have_text(["Linear probes", "PyTorch"])
    open_filters(page, width)
    page.get_by_role("checkbox", name="also what is retired").check()
    expect(cards(page)).to_have_text(["Linear probes", "PyTorch", "Punched cards"])
    expect(page).to_have_url(re.compile("kind=concept&stage=retired$"))


def test_a_sort_orders_across_the_kinds(page, address):
    page.goto(f"{address}catalogue/?sort=title")
    expect(cards(page)).to_have_text([TITLE, "Linear probes", "PyTorch", "What probes can tell about a model"])


def test_the_slash_key_leads_to_the_search(page, address):
    page.goto(f"{address}catalogue/")
    page.keyboard.press("/")
    expect(page.locator("#ak-words")).to_be_focused()


def test_the_list_can_be_read_without_javascript(plain, address):
    plain.goto(f"{address}catalogue/")
    expect(plain.locator(".ak-card")).to_have_count(5)
    assert not plain.locator(".ak-facets").is_visible()
    plain.get_by_role("link", name=TITLE).click()
    expect(plain.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(plain.locator(".ak-first")).to_contain_text("Train a logistic regression")

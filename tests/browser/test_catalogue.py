"""What a visitor does on the catalogue page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

TITLE = "Does a probe survive a change of topic?"
HELD = """
  const { fetch } = window;
  const gate = new Promise((resolve) => { window.release = resolve; });
  window.fetch = (...what) => gate.then(() => fetch(...what));
"""


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
    page.get_by_role("checkbox", name="up to a month").check()
    expect(page).to_have_url(re.compile("kind=project"))
    expect(page).to_have_url(re.compile("effort=month"))
    expect(page.locator("[data-chips] button")).to_have_count(2)
    if width == "phone":
        page.get_by_role("button", name="Show 1 project").click()
        expect(page.get_by_role("checkbox", name="up to a month")).to_be_hidden()
    page.get_by_role("button", name="Remove the filter up to a month").click()
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


def test_a_word_that_nothing_has_is_named_with_the_nearest(page, address):
    page.goto(f"{address}catalogue/?kind=project&q=surwiwe")
    none = page.locator("[data-none]")
    expect(none).to_contain_text("Nothing here has the word “surwiwe”.")
    none.get_by_role("button", name="search for “survive”").click()
    expect(cards(page)).to_have_text([TITLE])
    expect(page.locator("#ak-words")).to_have_value("survive")
    expect(page).to_have_url(re.compile(r"\?kind=project&q=survive$"))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("tag:probing", [TITLE]),
        ("tag:pro", [TITLE]),
        ("tag:Probing topic", [TITLE]),
        ("topic tag:probing", [TITLE]),
        ("tag:probing linear-algebra", []),
    ],
)
def test_a_tag_can_be_named_among_the_words(page, address, words, found):
    page.goto(f"{address}catalogue/?q={words}&kind=project")
    expect(cards(page)).to_have_text(found)


def test_a_tag_that_nothing_has_is_named_with_the_nearest(page, address):
    page.goto(f"{address}catalogue/?q=tag:prubing")
    none = page.locator("[data-none]")
    expect(none).to_contain_text("Nothing here has the tag “prubing”.")
    none.get_by_role("button", name="search for “probing”").click()
    expect(page.locator("#ak-words")).to_have_value("tag:probing")
    expect(cards(page).first).to_be_visible()


def test_what_is_retired_is_shown_on_request(page, address, width):
    page.goto(f"{address}catalogue/?kind=concept")
    expect(cards(page)).to_have_text(["Linear probes", "PyTorch"])
    open_filters(page, width)
    page.get_by_role("checkbox", name="also what is retired").check()
    expect(cards(page)).to_have_text(["Linear probes", "PyTorch", "Punched cards"])
    expect(page).to_have_url(re.compile("kind=concept&stage=retired$"))


@pytest.mark.parametrize(
    ("query", "chip"),
    [
        ("difficulty=nonsense", "no “nonsense” in Difficulty"),
        ("tags=given-up,probing", "no “given-up” in Tags"),
        ("stage=nonsense", "no “nonsense” in Stage"),
    ],
)
def test_a_value_that_no_facet_has_filters_nothing_and_is_named(page, address, query, chip):
    page.goto(f"{address}catalogue/?{query}")
    expect(cards(page).first).to_be_visible()
    expect(page.locator("[data-none]")).to_be_hidden()
    page.get_by_role("button", name=f"Remove the filter {chip}").click()
    expect(page.get_by_role("button", name=chip)).to_have_count(0)
    expect(page).not_to_have_url(re.compile("nonsense|given-up"))


def test_an_unknown_sort_is_the_usual_one(page, address):
    page.goto(f"{address}catalogue/?sort=nonsense")
    expect(page.locator("[name=sort]")).to_have_value("")


def test_focus_stays_near_when_a_chip_is_dropped(page, address):
    page.goto(f"{address}catalogue/?kind=project,concept&effort=month&q=probe")
    chips = page.locator("[data-chips] button")
    expect(chips).to_have_count(3)
    chips.nth(1).press("Enter")
    expect(chips).to_have_count(2)
    expect(chips.nth(1)).to_be_focused()
    chips.nth(1).press("Enter")
    expect(chips.nth(0)).to_be_focused()
    chips.nth(0).press("Enter")
    expect(page.locator("#ak-words")).to_be_focused()


def test_words_are_searched_by_relevance_unless_another_order_is_asked_for(page, address):
    page.goto(f"{address}catalogue/?q=probe")
    sort = page.locator("[name=sort] option:checked")
    expect(sort).to_have_text("relevance")
    page.locator("[name=sort]").select_option("difficulty")
    expect(page).to_have_url(re.compile("q=probe&sort=difficulty"))
    page.locator("#ak-words").fill("")
    expect(sort).to_have_text("difficulty")


def test_a_hit_that_the_card_does_not_show_is_named(page, address):
    page.goto(f"{address}catalogue/?q=ada+example")
    expect(page.locator(".ak-card__found").first).to_contain_text("by Ada Example")
    expect(page.locator(".ak-card__found mark").first).to_have_text("Ada")


def test_typing_is_one_step_back(page, address):
    page.goto(f"{address}catalogue/")
    page.locator("#ak-words").press_sequentially("topic")
    expect(page).to_have_url(re.compile(r"\?q=topic$"))
    page.go_back()
    expect(page.locator("#ak-words")).to_have_value("")
    expect(cards(page)).to_have_count(4)


def test_typing_that_began_before_the_data_came_is_one_step_back(page, address):
    page.add_init_script(HELD)
    page.goto(f"{address}catalogue/", wait_until="domcontentloaded")
    page.locator("#ak-words").press_sequentially("to")
    page.evaluate("release()")
    expect(page).to_have_url(re.compile(r"\?q=to$"))
    page.locator("#ak-words").press_sequentially("pic")
    expect(page).to_have_url(re.compile(r"\?q=topic$"))
    page.go_back()
    expect(page.locator("#ak-words")).to_have_value("")
    expect(cards(page)).to_have_count(4)


def test_what_was_chosen_before_the_data_came_is_kept(page, address, width):
    page.add_init_script(HELD)
    page.goto(f"{address}catalogue/?effort=month", wait_until="domcontentloaded")
    page.locator("#ak-words").fill("topic")
    open_filters(page, width)
    page.get_by_role("checkbox", name="laptop").first.check()
    page.evaluate("release()")
    expect(page).to_have_url(re.compile(r"\?effort=month&compute=laptop&q=topic$"))
    expect(page.locator("#ak-words")).to_have_value("topic")
    expect(cards(page)).to_have_text([TITLE])


def test_what_one_knows_is_a_filter_and_a_reason(page, address, width):
    page.goto(f"{address}catalogue/")
    ready = page.locator('[data-facet="ready"]')
    open_filters(page, width)
    expect(ready.get_by_role("checkbox", name="ready now")).to_be_visible()
    page.goto(f"{address}catalogue/?knows=linear-probes&ready=now")
    expect(cards(page)).to_have_text([TITLE])
    expect(page.locator(".ak-card:visible .ak-card__why")).to_have_text("Ready now")
    page.goto(f"{address}catalogue/?knows=pytorch&ready=one-step")
    expect(page.locator(".ak-card:visible .ak-card__why")).to_have_text("One step away: Linear probes, 8 hours")


@pytest.mark.parametrize("width", ["phone"], indirect=True)
def test_the_filters_of_a_phone_hold_the_focus_and_close_with_escape(page, address):
    page.goto(f"{address}catalogue/")
    opener = page.get_by_role("button", name="Filter", exact=True)
    opener.press("Enter")
    expect(page.locator(".ak-results")).to_have_attribute("inert", "")
    expect(page.locator(".ak-facets summary").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".ak-facets")).to_be_hidden()
    expect(opener).to_be_focused()


def test_what_cannot_be_loaded_is_said_and_can_be_tried_again(browser, address):
    page = browser.new_page()
    page.route("**/words/*.json", lambda route: route.abort())
    page.goto(f"{address}catalogue/")
    page.locator("#ak-words").fill("topic")
    failed = page.get_by_role("alert")
    expect(failed).to_contain_text("could not be loaded")
    page.unroute("**/words/*.json")
    failed.get_by_role("button", name="Try again").click()
    expect(cards(page)).to_have_text([TITLE])
    expect(failed).to_be_hidden()
    page.close()


def test_a_sort_orders_across_the_kinds(page, address):
    page.goto(f"{address}catalogue/?sort=title")
    expect(cards(page)).to_have_text([TITLE, "Linear probes", "PyTorch", "What probes can tell about a model"])


def test_the_slash_key_leads_to_the_search(page, address):
    page.goto(f"{address}catalogue/")
    page.keyboard.press("/")
    expect(page.locator("#ak-words")).to_be_focused()


def test_the_list_can_be_read_without_javascript(plain, address):
    plain.goto(f"{address}catalogue/")
    expect(plain.locator(".ak-card")).to_have_count(4)
    expect(plain.locator("[data-count]")).to_have_text("4 entries")
    expect(plain.locator(".ak-facets")).to_be_hidden()
    expect(plain.get_by_role("link", name="lists by agenda, difficulty, time and tag")).to_be_visible()
    plain.get_by_role("link", name=TITLE).click()
    expect(plain.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(plain.locator(".ak-first")).to_contain_text("Train a logistic regression")

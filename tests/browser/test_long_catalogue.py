"""A catalogue of which only the first cards stand in the page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from agendakit.site.catalogue_data import CHUNK
from agendakit.site.catalogue_view import FIRST
from sites import build, lay_out, served

COUNT = 70
CONCEPT = """\
---
kind: concept
title: Made-up concept {number:02} {word}
summary: One of many concepts that fill more than one page; this is number {number:02}.
created: 2026-01-10
tags: [made-up-{number:02}]
hours: 1
resources:
  - title: A manual of the time
    ref: https://example.org/cards
check_yourself:
  - Which number does this concept have?
---

A concept among many.
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """The example catalogue with many more concepts, the last of which has a word of its own."""
    files = {
        f"agendas/concepts/made-up-{number:02}.md": CONCEPT.format(number=number, word="zebra" * (number == COUNT))
        for number in range(1, COUNT + 1)
    }
    folder = lay_out(tmp_path_factory.mktemp("long"), files)
    root = tmp_path_factory.mktemp("served")
    done = build(folder, "--site-dir", str(root / "agendas"))
    assert done.returncode == 0, done.stdout
    with served(root) as base:
        yield f"{base}/agendas/"


@pytest.fixture
def chunks(page):
    """Numbers of the chunks that were fetched."""
    found: list[int] = []

    def note(request):
        match = re.search(r"/cards/(\d+)\.json$", request.url)
        if match:
            found.append(int(match[1]))

    page.on("request", note)
    return found


def cards(page):
    return page.locator(".ak-card:visible .ak-card__title a")


def test_more_cards_are_fetched_and_shown_on_request(page, address, chunks):
    page.goto(f"{address}catalogue/")
    more = page.locator("[data-more]")
    expect(more).to_have_text(f"Show {FIRST} more")
    expect(cards(page)).to_have_count(FIRST)
    assert chunks == []
    more.press("Enter")
    expect(cards(page)).to_have_count(2 * FIRST)
    expect(cards(page).nth(FIRST)).to_be_focused()
    assert sorted(chunks) == list(range(FIRST // CHUNK, 2 * FIRST // CHUNK))
    expect(more).to_have_text(f"Show {COUNT + 4 - 2 * FIRST} more")
    more.click()
    expect(cards(page)).to_have_count(COUNT + 4)
    expect(more).to_be_hidden()
    assert len(chunks) == len(set(chunks)), "each is fetched once"


def test_who_comes_back_finds_as_many_cards_as_before(page, address):
    page.goto(f"{address}catalogue/")
    page.locator("[data-more]").click()
    expect(cards(page)).to_have_count(2 * FIRST)
    cards(page).nth(2 * FIRST - 1).click()
    page.wait_for_url("**/concepts/made-up-*/")
    page.go_back()
    expect(cards(page)).to_have_count(2 * FIRST)
    page.reload()
    expect(cards(page)).to_have_count(2 * FIRST)


def test_a_search_fetches_the_cards_that_it_shows(page, address, chunks):
    page.goto(f"{address}catalogue/?q=zebra")
    expect(cards(page)).to_have_text([f"Made-up concept {COUNT} zebra"])
    assert chunks == [(COUNT + 3) // CHUNK]


def test_the_values_after_the_first_ten_come_on_request(page, address, width):
    page.goto(f"{address}catalogue/?tags=made-up-{COUNT}")
    expect(cards(page)).to_have_count(1)
    if width == "phone":
        page.get_by_role("button", name="Filter", exact=True).click()
    facet = page.locator('[data-facet="tags"]')
    expect(facet.get_by_role("checkbox", name=f"made-up-{COUNT}")).to_be_checked()
    expect(facet.get_by_role("checkbox")).to_have_count(11)
    facet.get_by_role("button", name=re.compile("^all ")).click()
    expect(facet.get_by_role("checkbox", name="made-up-35")).to_be_visible()
    facet.get_by_role("checkbox", name="made-up-35").check()
    expect(cards(page)).to_have_count(2)


def test_all_of_several_tags_can_be_asked_for(page, address, width):
    page.goto(f"{address}catalogue/?tags=made-up-01,made-up-02")
    expect(cards(page)).to_have_count(2)
    if width == "phone":
        page.get_by_role("button", name="Filter", exact=True).click()
    every = page.get_by_role("button", name="all of them")
    every.click()
    expect(page).to_have_url(re.compile("all=tags$"))
    expect(every).to_have_attribute("aria-pressed", "true")
    expect(cards(page)).to_have_count(0)
    expect(page.get_by_role("button", name="Remove the filter made-up-01 and made-up-02")).to_have_count(1)


def test_without_javascript_the_rest_is_page_after_page(plain, address):
    plain.goto(f"{address}catalogue/")
    expect(plain.locator(".ak-card")).to_have_count(FIRST)
    plain.get_by_role("link", name="all of them").click()
    expect(plain.locator(".ak-card")).to_have_count(COUNT + 4)

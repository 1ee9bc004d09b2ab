"""What a visitor says of what they know, and what follows."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

PROJECT = "Does a probe survive a change of topic?"


def test_a_tick_makes_a_project_ready_and_is_kept(page, address):
    page.goto(f"{address}know/")
    expect(page.locator("[data-group=step]")).to_contain_text(PROJECT)
    page.get_by_role("checkbox", name="Linear probes").check()
    expect(page.locator("[data-group=now]")).to_contain_text(PROJECT)
    page.reload()
    expect(page.get_by_role("checkbox", name="Linear probes")).to_be_checked()
    page.goto(f"{address}probing/probe-transfer/")
    expect(page.locator(".ak-sum")).to_have_text("You are ready, from what you ticked.")
    expect(page.get_by_role("link", name="what you ticked")).to_have_attribute("href", "../../know/")
    page.goto(f"{address}catalogue/?ready=now")
    expect(page.locator(".ak-card:visible .ak-card__title")).to_have_text([PROJECT])
    expect(page.locator(".ak-card:visible .ak-card__why")).to_have_text("Ready now")


def test_what_is_known_can_be_shared_as_an_address(page, address):
    page.goto(f"{address}know/?knows=linear-probes")
    expect(page.get_by_role("checkbox", name="Linear probes")).to_be_checked()
    page.goto(f"{address}know/")
    expect(page.get_by_role("checkbox", name="Linear probes")).not_to_be_checked()
    page.goto(f"{address}know/?knows=linear-probes")
    page.get_by_role("button", name="Keep these ticks in this browser").click()
    page.goto(f"{address}know/")
    expect(page.get_by_role("checkbox", name="Linear probes")).to_be_checked()


@pytest.mark.parametrize("width", ["desk"], indirect=True)
def test_what_is_known_can_be_saved_as_a_file(page, address):
    page.goto(f"{address}know/?knows=linear-probes")
    expect(page.get_by_role("checkbox", name="Linear probes")).to_be_checked()
    with page.expect_download() as download:
        page.get_by_role("button", name="save as a file").click()
    assert "linear-probes" in download.value.path().read_text(encoding="utf-8")


def test_the_concepts_can_be_read_without_javascript(plain, address):
    plain.goto(f"{address}know/")
    expect(plain.locator(".ak-concepts")).to_contain_text("Linear probes")

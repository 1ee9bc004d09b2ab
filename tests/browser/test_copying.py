"""What a reader can copy: citations beside each paper, commands, code."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

KEY = "@misc{alain2016understanding,"


@pytest.fixture
def pasting(page, address):
    """A page that may read what it copied."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address.rpartition("/agendas/")[0])
    return page


def copied(page):
    return page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize("path", ["papers/", "probing/probe-transfer/", "concepts/linear-probes/"])
def test_bibtex_unfolds_and_is_copied_by_a_button(pasting, address, path):
    pasting.goto(f"{address}{path}")
    fold = pasting.locator(".ak-bibtex").first
    expect(fold.get_by_role("button")).to_have_count(0)
    fold.locator("summary").click()
    expect(fold.locator("code")).to_contain_text(KEY)
    fold.get_by_role("button", name="copy").click()
    expect(fold.get_by_role("button", name="copied")).to_be_visible()
    assert copied(pasting).startswith(KEY)
    fold.locator("summary").click()
    fold.locator("summary").click()
    expect(fold.get_by_role("button")).to_have_count(1)


def test_bibtex_can_be_selected_without_javascript(plain, address):
    plain.goto(f"{address}papers/")
    fold = plain.locator(".ak-bibtex").first
    fold.locator("summary").click()
    expect(fold.locator("code")).to_be_visible()
    expect(fold.locator("code")).to_have_css("user-select", "auto")
    expect(fold.locator("code")).to_contain_text(KEY)


def test_a_command_of_the_data_page_is_copied(pasting, address):
    pasting.goto(f"{address}data/")
    pasting.get_by_role("button", name="copy").first.click()
    expect(pasting.get_by_role("button", name="copied")).to_be_visible()
    assert copied(pasting).startswith("curl -s https://example.org/agendas/api/v1/catalogue.json")

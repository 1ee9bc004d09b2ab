"""Every sort of page keeps the rules of axe-core, in both schemes."""

from __future__ import annotations

import pytest

from axe import violations
from sites import PAGES


@pytest.fixture(scope="module")
def pages(browser):
    """A page in each scheme."""
    contexts = {
        scheme: browser.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 900})
        for scheme in ("light", "dark")
    }
    yield {scheme: context.new_page() for scheme, context in contexts.items()}
    for context in contexts.values():
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(pages, address, path, scheme):
    page = pages[scheme]
    page.goto(f"{address}{path}")
    page.wait_for_load_state("networkidle")
    assert violations(page) == []

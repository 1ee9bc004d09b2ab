"""A map with many boxes in one column, on a phone and on a desk."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from sites import build, lay_out, served

CONCEPT = """\
---
kind: concept
title: Concept number {number} of the map
summary: One of many that need the same, so that their column is much longer than a screen is high.
created: 2026-01-10
prerequisites: [linear-probes]
hours: 1
resources:
  - title: A page about it
    ref: https://example.org/{number}
check_yourself:
  - What is it?
---

A thing with a number.
"""
BEGINS = """
() => {
  const map = document.querySelector(".ak-map");
  const boxes = [...map.querySelectorAll(".map-node rect")];
  const first = boxes.toSorted((one, other) => one.getAttribute("x") - other.getAttribute("x"))[0];
  const box = first.getBoundingClientRect(), frame = map.getBoundingClientRect();
  return map.scrollHeight > 2 * map.clientHeight && box.top >= frame.top && box.bottom <= frame.bottom;
}
"""


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    files = {f"agendas/concepts/many-{number}.md": CONCEPT.format(number=number) for number in range(40)}
    folder = lay_out(tmp_path_factory.mktemp("many"), files)
    root = tmp_path_factory.mktemp("served")
    done = build(folder, "--site-dir", str(root / "agendas"))
    assert done.returncode == 0, done.stdout
    with served(root) as base:
        yield f"{base}/agendas/"


@pytest.fixture
def phone_or_desk(browser, width):
    size = {"phone": {"width": 390, "height": 800}, "desk": {"width": 1440, "height": 900}}[width]
    context = browser.new_context(viewport=size)
    yield context.new_page()
    context.close()


def test_a_map_opens_at_its_first_box(phone_or_desk, many):
    phone_or_desk.goto(f"{many}map/")
    phone_or_desk.wait_for_function(BEGINS)


def test_a_map_that_goes_on_at_a_side_shows_it(phone_or_desk, many):
    phone_or_desk.set_viewport_size({"width": 320, "height": 800})
    phone_or_desk.goto(f"{many}map/")
    drawing = phone_or_desk.locator(".ak-map")
    expect(drawing).to_have_class("ak-map ak-map--right")
    drawing.evaluate("(map) => { map.scrollLeft = map.scrollWidth; }")
    expect(drawing).to_have_class("ak-map ak-map--left")

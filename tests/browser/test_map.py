"""A map with many boxes in one column, on a phone and on a desk."""

from __future__ import annotations

import pytest

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
  const boxes = [...map.querySelectorAll(".map-box")];
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


def test_a_map_opens_at_its_first_box(browser, many, width):
    size = {"phone": {"width": 390, "height": 800}, "desk": {"width": 1440, "height": 900}}[width]
    context = browser.new_context(viewport=size)
    page = context.new_page()
    page.goto(f"{many}map/")
    page.wait_for_function(BEGINS)
    context.close()

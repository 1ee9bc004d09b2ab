"""What axe-core finds on a page."""

from __future__ import annotations

from importlib.resources import files

_AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def violations(page):
    """Rules that are not kept, each with the elements, when everything is unfolded."""
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    page.evaluate(_AXE)
    found = page.evaluate("axe.run(document).then((result) => result.violations)")
    return [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found]

"""`python -m bench.browser [SIZE …]`: what the catalogue page costs a visitor, in bytes and in time, in Chromium."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections import Counter
from importlib.resources import files
from pathlib import Path
from random import Random
from statistics import median, quantiles
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from bench.browser_site import served, write_site
from bench.browser_trace import CATEGORIES, keystrokes

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from bench.browser_trace import Keystroke

SIZES = (1_000, 10_000)
LOADS, WORDS = 9, 10
SETTLED = 400
_DATA = ("index.json", "graph.json", "words.json", "words/", "cards/")
_WATCH = """
addEventListener("DOMContentLoaded", () => {
  const count = document.querySelector("[data-of]");
  new MutationObserver(() => {
    if (!count.textContent) return;
    window.listed ??= performance.now();
    window.filled = performance.now();
  }).observe(document.querySelector(".ak-shelves"), { childList: true, subtree: true });
});
"""
_ARRIVALS = """() => ({
  listed: window.listed, filled: window.filled,
  data: performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".json")).map(
    ({ name, responseEnd, encodedBodySize }) => ({ name, at: responseEnd, bytes: encodedBodySize })),
})"""
_INCLUDES = """({ texts, asked }) => {
  window.texts ??= texts.map((pair) => pair.join(" ").toLowerCase());
  const start = performance.now();
  window.hits = window.texts.flatMap((text, at) => (text.includes(asked) ? [at] : []));
  return performance.now() - start;
}"""
_LUNR = """({ texts, asked }) => {
  const start = performance.now();
  const index = lunr(function () {
    this.ref("at");
    this.field("title");
    this.field("text");
    texts.forEach(([title, text], at) => this.add({ at, title, text }));
  });
  const built = performance.now();
  for (const word of asked) index.search(`${word}*`);
  return [built - start, (performance.now() - built) / asked.length];
}"""


def main() -> None:
    sizes = [int(word) for word in sys.argv[1:]] or list(SIZES)
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for size in sizes:
            with tempfile.TemporaryDirectory() as name:
                texts = write_site(Path(name), size)
                with served(Path(name) / "site") as base:
                    print(f"\n## {size:,} entries\n", flush=True)
                    _measure(browser, f"{base}/catalogue/", texts)
        browser.close()


def _measure(browser: Browser, address: str, texts: list[tuple[str, str]]) -> None:
    asked = _asked(texts)
    for what, query in (
        ("a filter", "difficulty=frontier"),
        ("one word", f"q={asked[0][0]}"),
        ("three words", f"q={'+'.join(asked[0])}"),
    ):
        _first_load(browser, what, f"{address}?{query}")
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(address, wait_until="networkidle")
    keys = _typed(browser, page, [" ".join(words[:2]) for words in asked])
    script, drawing = [one.script for one in keys], [one.drawing for one in keys]
    most = quantiles(script, n=20)[-1]
    print(f"Keystroke, of {len(keys)}: script median {median(script):.1f} ms, 95 of 100 below {most:.1f} ms;")
    print(f"- style, layout and paint median {median(drawing):.1f} ms. Processor time of the page's thread.")
    letters = [words[0][:length] for words in asked for length in range(1, len(words[0]) + 1)]
    plain = median(page.evaluate(_INCLUDES, {"texts": texts, "asked": one}) for one in letters)
    print(f"Filtering the same titles and summaries by String.includes, nothing drawn: median {plain:.1f} ms.")
    page.add_script_tag(path=str(files("mkdocs") / "contrib/search/templates/search/lunr.js"))
    built, searched = page.evaluate(_LUNR, {"texts": texts, "asked": [words[0] for words in asked]})
    print(
        f"lunr, the search of MkDocs, on them: {built:.0f} ms before the first result, then {searched:.1f} ms a search."
    )
    page.close()


def _asked(texts: list[tuple[str, str]]) -> list[list[str]]:
    """Words that stand together in an entry, with a slip in every fourth search."""
    random = Random(len(texts))
    found = []
    for number in range(WORDS):
        words = random.choice(texts)[1].lower().rstrip(".?").split()
        chosen = random.sample([word for word in words if len(word) > 3], 3)
        found.append(chosen if number % 4 != 3 else [chosen[0][:2] + "q" + chosen[0][3:], *chosen[1:]])
    return found


def _first_load(browser: Browser, what: str, address: str) -> None:
    listed, filled, loaded = [], [], []
    for _ in range(LOADS):
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        page = context.new_page()
        page.add_init_script(_WATCH)
        page.goto(address, wait_until="networkidle")
        found = page.evaluate(_ARRIVALS)
        loaded = found["data"]
        first = next(one["at"] for one in loaded if one["name"].endswith("index.json"))
        listed.append(found["listed"] - first)
        filled.append(found["filled"] - first)
        context.close()
    sizes = Counter({"requests": len(loaded)})
    for one in loaded:
        sizes[next(name for name in _DATA if f"/{name}" in one["name"])] += one["bytes"]
    total = sum(one["bytes"] for one in loaded)
    print(f"First load with {what}: {total / 1000:.0f} kB of data, compressed; {json.dumps(sizes)}.")
    print(
        f"- from the index's arrival to the first cards: median {median(listed):.0f} ms, slowest {max(listed):.0f} ms;"
    )
    print(f"  to the last: {median(filled):.0f} ms. Requests for words and cards are in these times.", flush=True)


def _typed(browser: Browser, page: Page, searches: list[str]) -> list[Keystroke]:
    """Type searches letter by letter, each when nothing moves any more after the one before."""
    page.locator("#ak-words").focus()
    page.wait_for_timeout(SETTLED)
    found = []
    for words in searches:
        page.locator("#ak-words").fill("")
        page.wait_for_timeout(SETTLED)
        browser.start_tracing(page=page, categories=CATEGORIES)
        for letter in words:
            page.keyboard.press("Space" if letter == " " else letter)
            page.wait_for_timeout(SETTLED)
        found += keystrokes(browser.stop_tracing())
    return found


if __name__ == "__main__":
    main()

"""A text is searched for by the words that the index was made with."""

from __future__ import annotations

import pytest

from agendakit.site.search_index import words_of

WORDS = """async ({address, texts}) => {
  const { tokensOf, wordsOf } = await import(`${address}assets/agendakit/words.js`);
  const isSlice = (text) => ({ start, written }) => text.slice(start, start + written.length) === written;
  return texts.map((text) => [wordsOf(text), tokensOf(text).map(isSlice(text))]);
}"""
NEAR = """async ({address, pairs}) => {
  const { isNear } = await import(`${address}assets/agendakit/words.js`);
  return pairs.filter(([word, term]) => isNear(word, term));
}"""
TEXTS = (
    "Naïve Café, GPT-2's x_i",
    "Straße ΛΟΓΟΣ λόγος",
    "हिन्दी के शब्द",
    "مُحَمَّد",
    "日本語 テスト",
    "ﬁne ½ ² Ⅻ İstanbul",
    "𝔘nicode 𝒳",
    "👩‍🔬 3×4",
    "a" * 40,
    "",
)


@pytest.mark.parametrize("width", ["desk"], indirect=True)
def test_browser_and_index_agree_about_words(page, address):
    page.goto(address)
    found = page.evaluate(WORDS, {"address": address, "texts": TEXTS})
    for text, (words, are_slices) in zip(TEXTS, found, strict=True):
        assert words == words_of(text), text
        assert all(are_slices), text


@pytest.mark.parametrize("width", ["desk"], indirect=True)
def test_one_slip_is_near_and_two_are_not(page, address):
    page.goto(address)
    near = [
        ["probe", "probes"],
        ["prbe", "probe"],
        ["prrobe", "probe"],
        ["porbe", "probe"],
        ["pxobe", "probing"[:3] + "be"],
    ]
    first = [["robe", "probe"], ["xrobe", "probe"], ["xprobe", "probe"], ["rpobe", "probe"]]
    far = [["prxxe", "probe"], ["eborp", "probe"], ["probes", "prod"]]
    assert page.evaluate(NEAR, {"address": address, "pairs": [*near, *first, *far]}) == [*near, *first]

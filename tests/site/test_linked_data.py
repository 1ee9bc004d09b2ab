"""The JSON-LD in the pages, as a processor reads it that may not ask the network."""

from __future__ import annotations

import json
import re

import pytest
from pyld import jsonld as processor

from agendakit.site.pages import build
from agendakit.site.place import Site
from agendakit.site.promises import page_path
from examples import CONFIG, TODAY, check_example
from hostile_catalogue import HOSTILE, catalogue_of
from sites import PAGES

SCHEMA = "https://schema.org/"
BASE = "https://example.org/agendas/"
CONTEXT = {"@context": {"@vocab": SCHEMA, "url": {"@type": "@id"}, "contentUrl": {"@type": "@id"}}}
"""The part of schema.org's context that matters here; the whole one is on the network."""
TYPES = {
    "": "WebSite",
    "data/": "Dataset",
    "probing/": "CreativeWork",
    "probing/probe-transfer/": "CreativeWork",
    "concepts/linear-probes/": "LearningResource",
    "contribute/": "TechArticle",
    "contribute/fields/project/": "TechArticle",
    "contribute/rules/": "TechArticle",
    "contribute/rules/duplicate-key/": "TechArticle",
}


def offline(url, options):
    assert url.rstrip("/") == SCHEMA.rstrip("/"), f"the page sends its reader to {url}"
    return {"contextUrl": None, "documentUrl": url, "document": CONTEXT}


def pages(catalogue, config=CONFIG):
    """Text of each page by its address."""
    files = build(Site(catalogue=catalogue, config=config, today=TODAY))
    return {page_path(one.path).removesuffix("index.html"): one.content for one in files if one.path.endswith(".md")}


def expanded(text):
    """The one node that a page is about."""
    (script,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)
    data = json.loads(script)
    (node,) = processor.expand(data, {"documentLoader": offline})
    assert {f"{SCHEMA}{name}" for name in data if not name.startswith("@")} == {n for n in node if n[0] != "@"}
    return node


@pytest.mark.parametrize("address", PAGES)
def test_each_sort_of_page_says_what_it_is(address):
    node = expanded(pages(check_example({}).catalogue)[address])
    assert node["@type"] == [f"{SCHEMA}{TYPES.get(address, 'CollectionPage')}"]
    assert node[f"{SCHEMA}url"] == [{"@id": f"{BASE}{address}"}]
    assert node[f"{SCHEMA}name"][0]["@value"]


def test_every_page_has_linked_data_that_a_processor_takes():
    for path, text in pages(check_example({}).catalogue).items():
        assert expanded(text), path


def test_an_entry_is_known_by_its_permanent_address():
    node = expanded(pages(check_example({}).catalogue)["probing/probe-transfer/"])
    assert node["@id"] == f"{BASE}id/probe-transfer/"
    assert node[f"{SCHEMA}author"][0][f"{SCHEMA}name"] == [{"@value": "Ada Example"}]


def test_the_data_page_lists_downloads():
    node = expanded(pages(check_example({}).catalogue)["data/"])
    found = {one[f"{SCHEMA}contentUrl"][0]["@id"] for one in node[f"{SCHEMA}distribution"]}
    assert f"{BASE}api/v1/catalogue.json" in found
    assert f"{BASE}feed.xml" in found


def test_a_catalogue_without_an_address_claims_none():
    config = CONFIG.model_copy(update={"url": ""})
    for path, text in pages(check_example({}).catalogue, config).items():
        assert "@id" not in expanded(text), path


def test_a_hostile_text_is_a_value_and_ends_no_element():
    node = expanded(pages(catalogue_of())["probing/probe-transfer/"])
    assert node[f"{SCHEMA}description"] == [{"@value": HOSTILE}]

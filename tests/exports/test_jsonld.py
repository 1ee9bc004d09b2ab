from __future__ import annotations

import json

import pytest
from pyld import jsonld as processor

from agendakit.exports.jsonld import jsonld
from examples import CONFIG, TODAY, check_example
from hostile_catalogue import HOSTILE, NAME, catalogue_of

SCHEMA = "https://schema.org/"
BASE = "https://example.org/agendas/"


def refuse(url, options):
    raise AssertionError(f"the document sends its reader to {url}")


def nodes_of(catalogue, config=CONFIG):
    """Nodes by address, as a processor that may not ask the network expands and merges them."""
    data = json.loads(jsonld.render(catalogue, config, TODAY))
    options = {"documentLoader": refuse, "base": f"{BASE}api/v1/catalogue.jsonld"}
    return {node["@id"]: node for node in processor.flatten(data, None, options)}


def ids(node, name):
    return [value["@id"] for value in node.get(f"{SCHEMA}{name}", ())]


def values(node, name):
    return [value["@value"] for value in node.get(f"{SCHEMA}{name}", ())]


@pytest.mark.parametrize("config", [CONFIG, CONFIG.model_copy(update={"url": ""})], ids=["published", "unpublished"])
def test_entries_papers_and_the_catalogue_are_linked(config):
    nodes = nodes_of(check_example({}).catalogue, config)
    whole = nodes[BASE]
    assert ids(whole, "hasPart") == [
        f"{BASE}id/{name}/" for name in ("linear-probes", "probe-transfer", "probing", "pytorch")
    ]
    project = nodes[f"{BASE}id/probe-transfer/"]
    assert ids(project, "isPartOf") == [f"{BASE}id/probing/"]
    assert ids(project, "competencyRequired") == ids(project, "teaches") == [f"{BASE}id/linear-probes/"]
    assert values(project, "timeRequired") == ["PT32H"]
    (paper,) = ids(project, "citation")
    assert values(nodes[paper], "identifier") == ["arXiv:1610.01644"]
    assert f"{SCHEMA}DefinedTerm" in nodes[f"{BASE}id/linear-probes/"]["@type"]


def test_every_property_is_a_term_of_the_vocabulary():
    for node in nodes_of(check_example({}).catalogue).values():
        for name in set(node) - {"@id", "@type"}:
            assert name.startswith(SCHEMA)


def test_hostile_texts_are_values_and_never_nodes():
    nodes = nodes_of(catalogue_of())
    project = nodes[f"{BASE}id/probe-transfer/"]
    assert values(project, "abstract") == [HOSTILE]
    (author,) = ids(project, "author")
    assert values(nodes[author], "name") == [NAME]

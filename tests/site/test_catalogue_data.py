"""What the browser loads for the catalogue page."""

from __future__ import annotations

import gzip
import json
from itertools import accumulate, pairwise
from pathlib import PurePosixPath

import pytest
from bench import browser_site
from bench.corpus import write_corpus

from agendakit.model import KINDS
from agendakit.model.reflect import fields_of
from agendakit.site.catalogue_data import CHUNK, card_pages, catalogue_graph, catalogue_index, search_files
from agendakit.site.catalogue_view import FIRST, catalogue_view, ordered
from agendakit.site.place import Site, place_at
from examples import CONFIG, TODAY, check_example

PROJECT = PurePosixPath("agendas/probing/probe-transfer.md")
SIZE, LARGE = 2_000, 10_000
BUDGET = 700_000
"""Bytes of data that a first load may take at 10,000 entries."""


def site_of(changed=None):
    return Site(catalogue=check_example(changed or {}).catalogue, config=CONFIG, today=TODAY)


def with_project(before, after):
    return site_of({PROJECT: check_example({}).documents[PROJECT].text.replace(before, after, 1)})


def places_of(site, word):
    """Where the index has a word: weights by id."""
    found = {name: json.loads(text) for name, text in search_files(site)}
    terms, starts = found["words.json"]["terms"].split("\n"), found["words.json"]["starts"]
    if word not in terms:
        return {}
    place = terms.index(word)
    shard = sum(start <= place for start in starts) - 1
    values = accumulate(found[f"words/{shard}.json"][place - starts[shard]])
    ids = [record.id for record in ordered(site.catalogue)]
    return {ids[value // 8]: value % 8 for value in values}


def test_the_index_and_the_graph_number_what_the_page_lists():
    site = site_of()
    index, graph = json.loads(catalogue_index(site)), json.loads(catalogue_graph(site))
    cards = [one for shelf in catalogue_view(place_at(site, "catalogue/")).shelves for one in shelf.cards]
    assert graph["ids"] == ["probe-transfer", "probing", "linear-probes", "pytorch"]
    assert [one.card.id for one in cards] == graph["ids"]
    assert [one.number for one in cards] == list(range(4)) == list(range(index["total"]))
    assert graph["needs"][0] == [graph["ids"].index("linear-probes")]
    assert all(len(index[name]) == index["total"] for name in ("created", "hours", "ready"))


def test_every_facet_of_the_model_and_those_made_of_several_fields_are_there():
    facets = {facet["name"]: facet for facet in json.loads(catalogue_index(site_of()))["facets"]}
    derived = {"ready", "first_step.compute", "first_step.needs", "mentors"}
    assert set(facets) == derived | {field.name for kind in KINDS for field in fields_of(kind) if field.facet}
    assert facets["first_step.compute"]["values"] == [["laptop", "laptop"]]


@pytest.mark.parametrize(
    ("effort", "stretches"),
    [
        ("3 hours", ["evening", "weekend", "month"]),
        ("2 days", ["weekend", "month"]),
        ("2-4 days", ["month"]),
        ("5 weeks", ["longer"]),
    ],
)
def test_a_project_fits_into_every_stretch_that_is_long_enough(effort, stretches):
    site = with_project("effort: 2-4 days", f"effort: {effort}")
    facet = next(one for one in json.loads(catalogue_index(site))["facets"] if one["name"] == "effort")
    held = facet["column"][0]
    positions = held if isinstance(held, list) else [held]
    assert [facet["values"][position][0] for position in positions] == stretches


def test_what_is_retired_has_a_column_but_no_count():
    site = with_project("kind: project", "kind: project\nstage: retired")
    index = json.loads(catalogue_index(site))
    assert index["retired"] == [3]
    view = catalogue_view(place_at(site, "catalogue/"))
    assert (view.count, view.projects, view.retired) == (3, 0, 1)
    assert all(value.count == 0 for facet in view.facets if facet.name == "difficulty" for value in facet.values)


def test_terms_are_in_the_order_in_which_javascript_compares_them():
    found = {name: json.loads(text) for name, text in search_files(with_project("title: ", "title: 𝔘 ﬀ ｚ Ünicode "))}
    terms = found["words.json"]["terms"].split("\n")
    assert all(one.encode("utf-16-be") < other.encode("utf-16-be") for one, other in pairwise(terms))
    assert sum(len(found[name]) for name in found if name != "words.json") == len(terms)


def test_an_entry_is_found_by_its_own_names_and_by_those_of_what_it_needs():
    path = PurePosixPath("agendas/concepts/linear-probes.md")
    text = check_example({}).documents[path].text.replace("hours:", "also_called: [zorb]\nhours:", 1)
    found = places_of(site_of({path: text}), "zorb")
    assert set(found) == {"linear-probes", "probe-transfer"}
    assert found["linear-probes"] > found["probe-transfer"]


def test_a_title_weighs_more_than_a_summary():
    found = places_of(site_of(), "pytorch")
    assert max(found, key=lambda name: found[name]) == "pytorch"


def test_each_card_lies_in_the_chunk_of_its_number():
    site = site_of()
    cards = [card for text in card_pages(place_at(site, "catalogue/")) for card in json.loads(text)]
    assert [kind for kind, _, _ in cards] == ["project", "agenda", "concept", "concept"]
    assert all(
        f">{record.entry.title}</a>" in card[1] for record, card in zip(ordered(site.catalogue), cards, strict=True)
    )
    assert ["needs", "Linear probes"] in cards[0][2]


def test_the_first_load_stays_within_its_budget(tmp_path):
    """What grows with the catalogue is held to its share of the budget; what a screen of cards needs does not grow."""
    write_corpus(tmp_path, SIZE)
    site = browser_site.site_of(tmp_path)
    words, *shards = (compressed(text) for _, text in search_files(site))
    three_words = sum(sorted(shards)[-3:])
    chunks = sorted(compressed(text) for text in card_pages(place_at(site, "catalogue/")))
    assert len(chunks) == SIZE / CHUNK
    assert compressed(catalogue_index(site)) + words + three_words <= BUDGET * SIZE / LARGE
    assert sum(chunks[-FIRST:]) <= BUDGET / 5


def compressed(text):
    return len(gzip.compress(text.encode("utf-8"), compresslevel=6))

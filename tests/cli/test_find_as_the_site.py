"""`agendakit find` gives what the search of the site gives."""

from __future__ import annotations

import json
import random
from datetime import date
from pathlib import Path

import pytest

from agendakit.cli._catalogue import catalogue_of
from agendakit.cli._search import scored
from agendakit.site.catalogue_data import search_files
from agendakit.site.catalogue_view import ordered
from agendakit.site.place import Site
from agendakit.site.search_index import words_of
from agendakit.workspace import find
from node_programs import MANIFEST, node

ROOT = Path(__file__).parents[2]
ASSETS = ROOT / "src/agendakit/site/assets"
WRITTEN = (
    "mech interp",
    "evals",
    "evaluations of probes",
    "saes",
    "analysis",
    "Probe, PROBE & probes",
    "lineer prob",
    "rpobe",
    "xrobe",
    "pytorhc",
    "ab",
    "zebra crossing",
    "naïve Bayés",
    "…",
    "",
)


def mistyped(catalogue, draw, count):
    """Beginnings of words of the titles, some with a slip."""
    words = sorted({word for record in catalogue.records.values() for word in words_of(record.entry.title)})
    for _ in range(count):
        word = list(draw.choice(words)[: draw.randint(2, 12)])
        if draw.random() < 0.6:
            place = draw.randrange(len(word))
            word[place : place + draw.randint(0, 2)] = draw.choice(("", "q", "es", *reversed(word[place : place + 2])))
        yield "".join(word)


@pytest.fixture(scope="module")
def catalogue():
    return catalogue_of(find(ROOT))


@pytest.fixture(scope="module")
def queries(catalogue):
    draw = random.Random(1)  # noqa: S311  # words to look for
    slips = list(mistyped(catalogue, draw, 300))
    return (*WRITTEN, *slips, *(" ".join(draw.sample(slips, 2)) for _ in range(60)))


@pytest.fixture(scope="module")
def on_the_site(catalogue, queries, tmp_path_factory):
    """What the browser's own program finds, in its order, with its scores."""
    folder = tmp_path_factory.mktemp("data")
    site = Site(catalogue=catalogue, config=find(ROOT).config, today=date(2026, 11, 22))
    (folder / "words").mkdir()
    for name, text in search_files(site):
        (folder / name).write_text(text, encoding="utf-8")
    asked = {"ids": [record.id for record in ordered(catalogue)], "queries": queries}
    (folder / "asked.json").write_text(json.dumps(asked), encoding="utf-8")
    return json.loads(node(MANIFEST, "search.mjs", ASSETS, folder))


def test_both_find_the_same_entries_with_the_same_scores(catalogue, queries, on_the_site):
    for query, found in zip(queries, on_the_site, strict=True):
        ours = sorted(scored(catalogue, query), key=lambda one: (-one.score, one.number))
        assert [[one.record.id, one.score] for one in ours] == found, query


def test_the_queries_find_something_and_nothing(on_the_site):
    sizes = [len(found) for found in on_the_site]
    assert len(sizes) > 300
    assert 0.3 < sum(map(bool, sizes)) / len(sizes) < 1


@pytest.mark.parametrize("query", ["mech interp", "evals", "rpobe"])
def test_the_command_lists_them_in_the_same_order(desk, catalogue, queries, on_the_site, query):
    wanted = [
        name
        for name, _ in on_the_site[queries.index(query)]
        if catalogue.records[name].entry.stage != "retired"  # the page leaves these out too
    ]
    found = desk.run("--config", ROOT / "agendakit.toml", "find", "--json", *query.split()).data["entries"]
    assert wanted
    assert [entry["id"] for entry in found] == wanted


@pytest.mark.parametrize("query", ["", "probe", "a"])
def test_entries_come_in_the_order_of_the_list(catalogue, query):
    found = list(scored(catalogue, query))
    numbers = [one.number for one in found]
    assert len(numbers) > 1
    assert numbers == sorted(numbers)
    assert [one.record for one in found] == [ordered(catalogue)[number] for number in numbers]

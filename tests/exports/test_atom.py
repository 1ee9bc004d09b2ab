from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import PurePosixPath

import feedparser
import pytest
from lxml import etree

from agendakit.exports.atom import atom
from examples import CONFIG, ENTRIES, TODAY, check_example, example_files
from hostile_catalogue import catalogue_of

BARE = CONFIG.model_copy(update={"url": ""})


def read(catalogue, config=CONFIG, today=TODAY):
    text = atom.render(catalogue, config, today)
    etree.fromstring(text.encode())  # feedparser forgives what XML does not
    found = feedparser.parse(text.encode(), response_headers={"content-type": "application/atom+xml; charset=utf-8"})
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


@pytest.mark.parametrize("config", [CONFIG, BARE], ids=["published", "unpublished"])
def test_a_feed_reader_finds_what_the_standard_asks_for(config):
    found = read(check_example({}).catalogue, config)
    assert found.feed.id
    assert found.feed.title == "Example"
    assert found.feed.updated_parsed
    assert found.feed.author
    assert len(found.entries) == 4
    assert len({entry.id for entry in found.entries}) == 4
    for entry in found.entries:
        assert entry.title
        assert entry.summary
        assert entry.updated_parsed >= entry.published_parsed
        assert entry.link


def test_links_lead_to_the_published_site():
    found = read(check_example({}).catalogue)
    (project,) = (entry for entry in found.entries if "change of topic" in entry.title)
    assert project.link == "https://example.org/agendas/probing/probe-transfer/"
    assert project.id == "https://example.org/agendas/id/probe-transfer/"
    assert [author.name for author in project.authors] == ["Ada Example"]
    assert {tag.term for tag in project.tags} == {"project", "probing"}
    assert {link.rel: link.href for link in found.feed.links}["self"] == "https://example.org/agendas/feed.xml"


def test_what_was_looked_at_last_comes_first():
    path = ENTRIES["project"]
    text = example_files()[path].decode().replace("as_of: 2026-01-10", "as_of: 2026-01-31", 1)
    found = read(check_example({path: text}).catalogue)
    assert "change of topic" in found.entries[0].title
    assert found.entries[0].updated == found.feed.updated == "2026-01-31T00:00:00Z"


def test_the_feed_is_the_same_tomorrow():
    catalogue = check_example({}).catalogue
    assert atom.render(catalogue, CONFIG, TODAY) == atom.render(catalogue, CONFIG, date(2026, 2, 2))


def test_a_hostile_title_is_a_title():
    found = read(catalogue_of())
    (project,) = (entry for entry in found.entries if entry.id.endswith("probe-transfer/"))
    assert project.title.startswith('=HYPERLINK("https://evil.example","x")')
    assert "alert(1)" in project.title


def test_a_large_catalogue_gives_the_newest_entries_only():
    text = example_files()[ENTRIES["concept"]].decode()
    changed = {PurePosixPath(f"agendas/concepts/concept-{number}.md"): text for number in range(60)}
    found = read(check_example(changed).catalogue)
    assert len(found.entries) == 50


def test_an_empty_catalogue_is_a_valid_feed():
    catalogue = check_example({}).catalogue
    found = read(dataclasses.replace(catalogue, records={}))
    assert found.entries == []
    assert found.feed.updated == "2026-02-01T00:00:00Z"

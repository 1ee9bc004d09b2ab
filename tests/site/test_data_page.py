"""The page for programs."""

from __future__ import annotations

import re
import shlex
from html import unescape

from agendakit.schemas import schema_texts
from agendakit.site.data_files import published_exports
from agendakit.site.data_view import PREVIEW, data_view
from agendakit.site.pages import build
from agendakit.site.place import Site, place_at
from examples import CONFIG, TODAY, check_example
from sites import Page

BASE = "https://example.org/agendas/"


def site(config=CONFIG):
    return Site(catalogue=check_example({}).catalogue, config=config, today=TODAY)


def content(config=CONFIG):
    return next(file.content for file in build(site(config)) if file.path == "data.md")


def test_every_export_and_schema_is_listed_and_there():
    made = {file.path for file in build(site())}
    links = {link.removeprefix("../") for link in Page(content()).links if link.startswith("../")}
    assert {export.file_name for export in published_exports()} <= links
    assert {f"schemas/{name}" for name in schema_texts()} <= links
    assert {link for link in links if "." in link} <= made


def test_every_file_says_what_it_is_for():
    for file in data_view(place_at(site(), "data/")):
        assert file.words.endswith("."), file.name
        assert len(file.words) > 20, file.name


def test_an_example_is_a_command_about_the_file():
    files = data_view(place_at(site(), "data/"))
    examples = [file for file in files if file.example]
    assert len(examples) >= 6
    for file in examples:
        assert f"{BASE}{file.link.removeprefix('../')}" in shlex.split(file.example)


def test_without_an_address_examples_ask_the_preview():
    config = CONFIG.model_copy(update={"url": ""})
    found = unescape(" ".join(re.findall(r"<code>(curl .*?)</code>", content(config))))
    assert f"{PREVIEW}api/v1/catalogue.json" in found
    assert BASE not in found


def test_the_licence_and_what_stays_are_said():
    text = content(CONFIG.model_copy(update={"licence": "CC-BY-4.0"}))
    assert "under <strong>CC-BY-4.0</strong>" in text
    assert "never renamed" in text
    assert "names no licence" in content(CONFIG.model_copy(update={"licence": ""}))

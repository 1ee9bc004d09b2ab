from __future__ import annotations

import json

from jsonschema import Draft202012Validator

from agendakit.exports.json import json as whole
from agendakit.exports.jsonl import jsonl
from agendakit.schemas import schema_texts
from examples import CONFIG, TODAY, check_example
from hostile_catalogue import catalogue_of


def test_the_lines_are_the_entries_of_the_whole_document():
    catalogue = check_example({}).catalogue
    lines = [json.loads(line) for line in jsonl.render(catalogue, CONFIG, TODAY).split("\n")[:-1]]
    assert lines == json.loads(whole.render(catalogue, CONFIG, TODAY))["entries"]


def test_each_line_fits_the_published_schema():
    schema = json.loads(schema_texts()["catalogue.schema.json"])
    validator = Draft202012Validator({**schema["properties"]["entries"]["items"], "$defs": schema["$defs"]})
    for line in jsonl.render(check_example({}).catalogue, CONFIG, TODAY).splitlines():
        assert not [error.message for error in validator.iter_errors(json.loads(line))]


def test_no_text_ends_a_line_for_any_reader():
    catalogue = catalogue_of()
    assert len(jsonl.render(catalogue, CONFIG, TODAY).splitlines()) == len(catalogue.records)

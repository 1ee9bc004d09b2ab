from __future__ import annotations

import json
from pathlib import PurePosixPath

from jsonschema import Draft202012Validator

from agendakit.exports.json import json as export
from agendakit.schemas import schema_texts
from examples import CONFIG, TODAY, check_example


def test_the_document_fits_its_published_schema():
    data = json.loads(export.render(check_example({}).catalogue, CONFIG, TODAY))
    schema = json.loads(schema_texts()["catalogue.schema.json"])
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert not [error.message for error in validator.iter_errors(data)]


def test_drafts_are_left_out():
    text = "---\nkind: project\nstage: draft\ntitle: A draft\nquestion: What is missing here?\n---\n"
    data = json.loads(
        export.render(check_example({PurePosixPath("agendas/probing/new.md"): text}).catalogue, CONFIG, TODAY)
    )
    assert "new" not in {entry["id"] for entry in data["entries"]}

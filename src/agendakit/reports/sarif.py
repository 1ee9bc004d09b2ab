"""SARIF 2.1.0, which code scanning services and editors read.

Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from agendakit import __version__
from agendakit.check import all_rules
from agendakit.diagnostic import Level, Place
from agendakit.extension import Rule, report
from agendakit.inert import json_text, printable
from agendakit.sameness import fingerprints

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import PurePosixPath

    from agendakit.diagnostic import Fix
    from agendakit.extension import Outcome

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.HINT: "note"}

Json = dict[str, object]


@report
def sarif(outcome: Outcome) -> str:
    """One run with the rules that found something; columns count code points."""
    found = {diagnostic.rule: diagnostic.url for diagnostic in outcome.diagnostics}
    rules = [rule for rule in all_rules() if rule.name in found]
    driver = {
        "name": "agendakit",
        "semanticVersion": __version__,
        "rules": [_rule(rule, found[rule.name]) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": list(_results(outcome, [rule.name for rule in rules])),
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule, url: str) -> Json:
    described: Json = {
        "id": rule.name,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.title},
        "help": {"text": rule.manual, "markdown": rule.manual},
        "defaultConfiguration": {"level": _LEVELS[rule.level]},
    }
    return {**described, "helpUri": url} if url else described


def _results(outcome: Outcome, names: list[str]) -> Iterator[Json]:
    prints = fingerprints(outcome.diagnostics)
    for diagnostic, fingerprint in zip(outcome.diagnostics, prints, strict=True):
        finding = diagnostic.finding
        result: Json = {
            "ruleId": diagnostic.rule,
            "ruleIndex": names.index(diagnostic.rule),
            "level": _LEVELS[diagnostic.level],
            "message": _message(f"{finding.message} {finding.help}"),
            "locations": [_location(finding.place, outcome)],
            "partialFingerprints": {"agendakit/v1": fingerprint},
        }
        if finding.related:
            notes = enumerate(finding.related)
            result["relatedLocations"] = [
                {"id": number, **_location(note.place, outcome), "message": _message(note.message)}
                for number, note in notes
            ]
        if finding.fix is not None:
            result["fixes"] = [_fix(finding.fix, finding.place.path, outcome)]
        yield result


def _message(text: str) -> Json:
    """A text without embedded links: ``[words](address)`` would become one."""
    return {"text": printable(text).replace("](", "] (")}


def _location(place: Place, outcome: Outcome) -> Json:
    return {"physicalLocation": {**_artifact(place.path, outcome), "region": _region(place, outcome)}}


def _artifact(path: PurePosixPath, outcome: Outcome) -> Json:
    uri = quote(outcome.shown(path).encode("utf-8", "surrogateescape"))
    return {"artifactLocation": {"uri": uri, "uriBaseId": "%SRCROOT%"}}


def _region(place: Place, outcome: Outcome) -> Json:
    start, end = outcome.range_of(place)
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}


def _fix(fix: Fix, path: PurePosixPath, outcome: Outcome) -> Json:
    replacements = [
        {"deletedRegion": _region(Place(path, edit.span), outcome), "insertedContent": {"text": edit.text}}
        for edit in fix.edits
    ]
    change = {**_artifact(path, outcome), "replacements": replacements}
    return {"description": _message(fix.title), "artifactChanges": [change]}

"""The contract for programs, version 1: for scripts and editors."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from agendakit.extension import report
from agendakit.inert import json_text

if TYPE_CHECKING:
    from agendakit.diagnostic import Diagnostic, Fix, Place
    from agendakit.document import Document
    from agendakit.extension import Outcome

VERSION = 1


@report
def json(outcome: Outcome) -> str:
    """One object; lines and columns count from 1, columns and offsets in code points, `end` is exclusive."""
    data = {
        "version": VERSION,
        "diagnostics": [_diagnostic(diagnostic, outcome) for diagnostic in outcome.diagnostics],
        "summary": asdict(outcome.summary),
    }
    return json_text(data)


def _diagnostic(diagnostic: Diagnostic, outcome: Outcome) -> dict[str, object]:
    finding = diagnostic.finding
    return {
        "rule": diagnostic.rule,
        "level": str(diagnostic.level),
        "message": finding.message,
        "help": finding.help,
        "url": diagnostic.url,
        **_place(finding.place, outcome),
        "related": [{**_place(note.place, outcome), "message": note.message} for note in finding.related],
        "fix": _fix(finding.fix, outcome.documents[finding.place.path]) if finding.fix else None,
    }


def _place(place: Place, outcome: Outcome) -> dict[str, object]:
    document = outcome.documents.get(place.path)
    if document is None:
        start: dict[str, int] = {"line": 1, "column": 1, "offset": 0}
        return {"path": outcome.shown(place.path), "start": start, "end": start}
    return {
        "path": outcome.shown(place.path),
        "start": _point(document, place.span.start),
        "end": _point(document, place.span.end),
    }


def _point(document: Document, offset: int) -> dict[str, int]:
    position = document.lines.position(offset)
    return {"line": position.line, "column": position.column, "offset": offset}


def _fix(fix: Fix, document: Document) -> dict[str, object]:
    edits = [
        {"start": _point(document, edit.span.start), "end": _point(document, edit.span.end), "text": edit.text}
        for edit in fix.edits
    ]
    return {"title": fix.title, "safety": str(fix.safety), "edits": edits}

"""Diagnostics as the protocol has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from agendakit.diagnostic import Level
from agendakit.lsp.positions import range_of
from agendakit.text import LineIndex, Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import PurePosixPath

    from agendakit.config import ConfigError
    from agendakit.diagnostic import Diagnostic
    from agendakit.lsp.session import Session

SOURCE = "agendakit"
_SEVERITIES = {
    Level.ERROR: types.DiagnosticSeverity.Error,
    Level.WARNING: types.DiagnosticSeverity.Warning,
    Level.HINT: types.DiagnosticSeverity.Hint,
}


def published(session: Session, path: PurePosixPath) -> list[types.Diagnostic]:
    """What the editor shows of a file: everything where it is open, elsewhere no hints, for there can be thousands."""
    document = session.document(path)
    if document is None:
        return []
    is_open = path in session.open_paths
    shown = (one for one in session.diagnostics.get(path, ()) if is_open or one.level is not Level.HINT)
    return [converted(session, document.lines, one) for one in shown]


def converted(session: Session, lines: LineIndex, diagnostic: Diagnostic) -> types.Diagnostic:
    """One diagnostic; its message says what is wrong, then what to do."""
    finding = diagnostic.finding
    return types.Diagnostic(
        range=range_of(lines, finding.place.span),
        severity=_SEVERITIES[diagnostic.level],
        code=diagnostic.rule,
        code_description=types.CodeDescription(href=diagnostic.url) if diagnostic.url else None,
        source=SOURCE,
        message=f"{finding.message} {finding.help}",
        related_information=list(_related(session, diagnostic)) or None,
    )


def of_configuration(error: ConfigError) -> types.Diagnostic:
    """What keeps a configuration from being used."""
    return types.Diagnostic(
        range=range_of(LineIndex(error.text), error.span or Span(0, 0)),
        severity=types.DiagnosticSeverity.Error,
        source=SOURCE,
        message=error.message,
    )


def _related(session: Session, diagnostic: Diagnostic) -> Iterator[types.DiagnosticRelatedInformation]:
    for note in diagnostic.finding.related:
        document = session.document(note.place.path)
        if document is not None:
            location = types.Location(
                uri=session.uri_of(note.place.path), range=range_of(document.lines, note.place.span)
            )
            yield types.DiagnosticRelatedInformation(location=location, message=note.message)

"""Findings less those that an author's comment allows, with the comments that allow nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.diagnostic import Diagnostic, Finding, Level, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import PurePosixPath

    from agendakit.allow import Allow
    from agendakit.document import Document
    from agendakit.extension import Rule

UNUSED = "unused-allow"


def apply(
    found: Iterable[Diagnostic], documents: Mapping[PurePosixPath, Document], rules: Mapping[str, Rule]
) -> Iterator[Diagnostic]:
    """Leave out what is allowed; where the rule `unused-allow` exists, add one finding for each comment without use."""
    used: set[tuple[PurePosixPath, Allow]] = set()
    for diagnostic in found:
        path = diagnostic.place.path
        document = documents.get(path)
        allows = document.allows if document and rules[diagnostic.rule].allowable else ()
        covering = [allow for allow in allows if document and _covers(allow, diagnostic, document)]
        used |= {(path, allow) for allow in covering}
        if not any(allow.reason for allow in covering):
            yield diagnostic
    unused = rules.get(UNUSED)
    if unused is not None:
        yield from _unused(unused, documents, used)


def _covers(allow: Allow, diagnostic: Diagnostic, document: Document) -> bool:
    if allow.rule != diagnostic.rule:
        return False
    if allow.lines is None:
        return True
    first, last = allow.lines
    return first <= document.lines.position(diagnostic.place.span.start).line <= last


def _unused(
    rule: Rule, documents: Mapping[PurePosixPath, Document], used: set[tuple[PurePosixPath, Allow]]
) -> Iterator[Diagnostic]:
    for path, document in documents.items():
        for allow in document.allows:
            if (path, allow) not in used:
                finding = Finding(
                    place=Place(path, allow.span),
                    message=f"This comment allows `{allow.rule}`, which finds nothing on this line or the next.",
                    help="Remove the comment.",
                )
                yield Diagnostic(rule=rule.name, level=Level.WARNING, finding=finding)

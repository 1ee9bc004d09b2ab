"""Findings less those that an author's comment allows, with the comments that allow nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit.diagnostic import Diagnostic, Finding, Fix, Place, Safety
from agendakit.nearest import did_you_mean, nearest
from agendakit.text import Edit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import PurePosixPath

    from agendakit.allow import Allow
    from agendakit.document import Document
    from agendakit.extension import Rule

UNUSED = "unused-allow"
"""Rule under whose name comments without use are reported; its file holds the manual."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What is left after the comments were heard, and a finding for each comment without use."""

    diagnostics: tuple[Diagnostic, ...]
    unused: tuple[Finding, ...]


def apply(
    found: Iterable[Diagnostic],
    documents: Mapping[PurePosixPath, Document],
    rules: Mapping[str, Rule],
    undecided: Collection[PurePosixPath] = (),
) -> Heard:
    """Leave out what is allowed.

    Args:
        found: What the rules found.
        documents: The files whose comments count.
        rules: All rules by name.
        undecided: Files that not every rule could be asked about, so that a comment may be of use later.
    """
    used: set[tuple[PurePosixPath, Allow]] = set()
    left = []
    for diagnostic in found:
        path = diagnostic.place.path
        document = documents.get(path)
        allows = document.allows if document and rules[diagnostic.rule].allowable else ()
        covering = [allow for allow in allows if document and _covers(allow, diagnostic, document)]
        used |= {(path, allow) for allow in covering}
        if not any(allow.reason for allow in covering):
            left.append(diagnostic)
    unused = (
        _unused(path, allow, rules)
        for path, document in documents.items()
        for allow in document.allows
        if (path, allow) not in used and (path not in undecided or not _can_be_allowed(allow, rules))
    )
    return Heard(tuple(left), tuple(unused))


def _covers(allow: Allow, diagnostic: Diagnostic, document: Document) -> bool:
    if allow.rule != diagnostic.rule:
        return False
    if allow.lines is None:
        return True
    first, last = allow.lines
    return first <= document.lines.position(diagnostic.place.span.start).line <= last


def _can_be_allowed(allow: Allow, rules: Mapping[str, Rule]) -> bool:
    return allow.rule in rules and rules[allow.rule].allowable


def _unused(path: PurePosixPath, allow: Allow, rules: Mapping[str, Rule]) -> Finding:
    if allow.rule not in rules:
        near = nearest(allow.rule, rules)
        edits = (Edit(allow.name, near[0]),) if len(near) == 1 else ()
        return Finding(
            place=Place(path, allow.name),
            message=f"This comment allows `{allow.rule}`, which is no rule.",
            help=did_you_mean(near) or "`agendakit explain` lists the rules.",
            fix=Fix(title=f"Write `{near[0]}`", safety=Safety.UNSAFE, edits=edits) if edits else None,
        )
    if not rules[allow.rule].allowable:
        return Finding(
            place=Place(path, allow.name),
            message=f"No comment can allow `{allow.rule}`.",
            help="Mend what the rule reports, and take the comment out.",
        )
    where = "in this file" if allow.lines is None else "on this line or the next"
    return Finding(
        place=Place(path, allow.span),
        message=f"This comment allows `{allow.rule}`, which finds nothing {where}.",
        help="Take the comment out, or move it to the line above what it allows.",
    )

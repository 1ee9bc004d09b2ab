"""A change as sentences, grouped under headings, and as data."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from agendakit.inert import json_text, markdown, printable
from agendakit.nearest import joined
from agendakit.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from agendakit.change import Change, Changed, Named, NewNeed
    from agendakit.diagnostic import Diagnostic
    from agendakit.reach import Loss

VERSION = 1
_NOTHING = "Nothing changes for readers."

Section = tuple[str, list[str]]


def as_text(change: Change) -> str:
    """Headings, and a line for each sentence."""
    blocks = ["\n".join([heading, *(f"  {printable(line)}" for line in lines)]) for heading, lines in _sections(change)]
    return "\n\n".join(blocks or [_NOTHING]) + "\n"


def as_markdown(change: Change) -> str:
    """The same for a comment on a pull request; the authors' words cannot become markup, links or mentions."""
    blocks = [
        "\n".join([f"### {heading}", "", *(f"- {markdown(line)}" for line in lines)])
        for heading, lines in _sections(change)
    ]
    return "\n\n".join(blocks or [_NOTHING]) + "\n"


def as_json(change: Change) -> str:
    """All of it as data."""
    data = asdict(change)
    data["found"] = [_diagnostic(one) for one in change.found]
    data["mended"] = [_diagnostic(one) for one in change.mended]
    return json_text({"version": VERSION, **data})


def _sections(change: Change) -> Iterator[Section]:
    """Headings with at least one sentence each; ids stand in backticks."""
    papers = [f"{one.title or 'A work that `papers.json` lacks'} (`{one.ref}`)." for one in change.papers]
    allows = [
        f"`{one.rule}` in `{one.path}`, because {one.reason.rstrip('.') or 'of no reason given'}."
        for one in change.allows
    ]
    sections = {
        "Added": [_entry(one) for one in change.added],
        "Removed": [_entry(one) for one in change.removed],
        "Renamed": [f"`{one.old}` → `{one.new}`: {one.title}" for one in change.renamed],
        "Changed": [line for one in change.changed for line in _changed(one)],
        "New prerequisites": [_need(one) for one in change.needs],
        "Out of reach": [_loss(one) for one in change.losses],
        "New papers": papers,
        "New findings": list(_findings(change.found)),
        "Mended findings": list(_findings(change.mended)),
        "New comments that allow something": allows,
    }
    # Hints share one line.
    counts = {"New findings": len(change.found), "Mended findings": len(change.mended)}
    return ((f"{heading} ({counts.get(heading, len(lines))})", lines) for heading, lines in sections.items() if lines)


def _entry(one: Named) -> str:
    return f"{one.kind or 'entry'} `{one.id}`: {one.title}" if one.title else f"{one.kind or 'entry'} `{one.id}`"


def _changed(one: Changed) -> Iterator[str]:
    for field in one.fields:
        yield f"`{one.id}`: {field.field} {field.words}"
    if one.body:
        yield f"`{one.id}`: the text below the fields"


def _need(one: NewNeed) -> str:
    when = {"before": "first", "on-the-way": "on the way", "helpful": "helpful"}[one.need]
    here = "it can be learned here" if one.taught_here else "it cannot be learned here"
    return f"`{one.id}` needs `{one.prerequisite}` ({when}); {here}."


def _loss(one: Loss) -> str:
    reader = f"only `{one.knows}`" if one.knows else "only what the catalogue assumes"
    entries = joined(f"`{name}`" for name in one.entries)
    missing = joined(f"`{name}`" for name in one.missing)
    return f"A reader who knows {reader} can no longer start {entries}, which needs {missing}."


def _findings(diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    grave = sorted(diagnostics, key=lambda one: one.level.weight)
    for one in grave:
        if one.level != "hint":
            yield f"{one.level} `{one.rule}` in `{one.place.path}`: {one.finding.message}"
    hints = [one for one in grave if one.level == "hint"]
    if hints:
        yield f"{counted(len(hints), 'hint')}: {joined(sorted({f'`{one.rule}`' for one in hints}))}."


def _diagnostic(one: Diagnostic) -> dict[str, str]:
    return {
        "rule": one.rule,
        "level": str(one.level),
        "entry": one.entry,
        "path": str(one.place.path),
        "message": one.finding.message,
    }

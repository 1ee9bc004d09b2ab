"""What to learn, in order, to be ready for an entry."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from agendakit.catalogue import prerequisites
from agendakit.cli import CLEAN
from agendakit.cli._catalogue import catalogue_of, record_of, workspace_of
from agendakit.cli._known import known_of, knows_option
from agendakit.cli._table import Column, table, wrapped
from agendakit.nearest import joined
from agendakit.readiness import LearningPath, needs, path_to
from agendakit.words import counted, hours, units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.catalogue import Catalogue
    from agendakit.record import Record

_WHOLE = 10_000
"""A reason is shown as a whole."""

_HEADS = (
    Column(title="", right=True),
    Column(title="LEARN"),
    Column(title="TIME"),
    Column(title="FOR", gives_way=True, least=_WHOLE),
)


@click.command("path", short_help="Show what to learn for an entry, in order, and why.")
@click.argument("name", metavar="ID")
@knows_option
@click.option("--json", "as_json", is_flag=True, help="The same for programs.")
@click.pass_obj
def command(config: str | None, name: str, knows: tuple[str, ...], *, as_json: bool) -> int:
    """Show what to learn, in order, with hours and reasons, to be ready for the entry ID (or its file)."""
    workspace = workspace_of(config)
    catalogue = catalogue_of(workspace)
    record = record_of(catalogue, name)
    path = path_to(catalogue, record.id, workspace.config.assumes, known_of(catalogue, knows))
    if as_json:
        click.echo(json.dumps(_data(catalogue, record, path), ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(_lines(catalogue, record, path)))
    return CLEAN


def _data(catalogue: Catalogue, record: Record, path: LearningPath) -> dict[str, object]:
    needed = needs(catalogue, record.id)
    return {
        "version": 1,
        "id": record.id,
        "hours": path.hours,
        "steps": [
            {
                "id": step.id,
                "title": catalogue.records[step.id].entry.title,
                "hours": step.hours,
                "wanted_by": step.wanted_by,
                "why": step.why,
            }
            for step in path.steps
        ],
        "known": list(path.known),
        "unpublished": list(_unpublished(catalogue, record, path)),
        "on_the_way": list(needed.on_the_way),
        "helpful": list(needed.helpful),
    }


def _lines(catalogue: Catalogue, record: Record, path: LearningPath) -> Iterator[str]:
    needed, unpublished = needs(catalogue, record.id), _unpublished(catalogue, record, path)
    if path.steps:
        yield f"{record.entry.title}: {counted(len(path.steps), 'step')}, {hours(path.hours)} of study."
        yield ""
        rows = (
            (f"{number}", step.id, hours(step.hours), f"{step.wanted_by}: {step.why}" if step.why else step.wanted_by)
            for number, step in enumerate(path.steps, 1)
        )
        yield table(_HEADS, list(rows))
        meaning = units(hours(path.hours), *(hours(step.hours) for step in path.steps))
        if meaning:
            yield ""
            yield wrapped(meaning)
    elif unpublished:
        yield f"{record.entry.title}: nothing that is published has to be learned before."
    else:
        yield f"{record.entry.title}: you can start; nothing has to be learned before."
    notes = (
        ("Needed too, and not published yet", unpublished),
        ("Known already", path.known),
        ("Learned on the way", needed.on_the_way),
        ("Helpful", needed.helpful),
    )
    for words_before, names in notes:
        if names:
            yield ""
            yield wrapped(f"{words_before}: {joined(names)}.")


def _unpublished(catalogue: Catalogue, record: Record, path: LearningPath) -> tuple[str, ...]:
    """What the entry or a step on the way to it needs before, and which is a draft or no entry."""
    wanting = (record, *(catalogue.records[step.id] for step in path.steps))
    targets = (catalogue.canonical(one.id) for other in wanting for one in prerequisites(other) if one.need == "before")
    return tuple(dict.fromkeys(target for target in targets if target not in catalogue.records))

"""What to learn, in order, to be ready for an entry."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from agendakit.cli import CLEAN
from agendakit.cli._catalogue import catalogue_of, concepts_of, record_of, workspace_of
from agendakit.cli._lists import words
from agendakit.cli._table import Column, table, wrapped
from agendakit.nearest import joined
from agendakit.readiness import LearningPath, needs, path_to
from agendakit.words import counted, hours

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.catalogue import Catalogue
    from agendakit.record import Record

_HEADS = (
    Column(title="", right=True),
    Column(title="LEARN"),
    Column(title="TIME"),
    Column(title="FOR", gives_way=True),
)


@click.command("path")
@click.argument("name", metavar="ID")
@click.option("--knows", callback=words, metavar="ID,…", help="Concepts you know, and projects you have done.")
@click.option("--json", "as_json", is_flag=True, help="The same for programs.")
@click.pass_obj
def command(config: str | None, name: str, knows: tuple[str, ...], *, as_json: bool) -> int:
    """Show what to learn, in order, with hours and reasons, to be ready for the entry ID."""
    workspace = workspace_of(config)
    catalogue = catalogue_of(workspace)
    record = record_of(catalogue, name)
    path = path_to(catalogue, record.id, workspace.config.assumes, concepts_of(catalogue, knows))
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
        "on_the_way": list(needed.on_the_way),
        "helpful": list(needed.helpful),
    }


def _lines(catalogue: Catalogue, record: Record, path: LearningPath) -> Iterator[str]:
    needed = needs(catalogue, record.id)
    if path.steps:
        yield f"{record.entry.title}: {counted(len(path.steps), 'step')}, {hours(path.hours)} of study."
        yield ""
        rows = (
            (f"{number}", step.id, hours(step.hours), f"{step.wanted_by}: {step.why}" if step.why else step.wanted_by)
            for number, step in enumerate(path.steps, 1)
        )
        yield table(_HEADS, list(rows))
    else:
        yield f"{record.entry.title}: you can start; nothing has to be learned before."
    notes = (("Known already", path.known), ("Learned on the way", needed.on_the_way), ("Helpful", needed.helpful))
    for words_before, names in notes:
        if names:
            yield ""
            yield wrapped(f"{words_before}: {joined(names)}.")

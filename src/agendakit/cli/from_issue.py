"""Make an entry of an issue."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from agendakit.addresses import RESERVED
from agendakit.cli import CLEAN, FINDINGS
from agendakit.cli._catalogue import catalogue_of, workspace_of
from agendakit.cli._options import today_option
from agendakit.cli._terminal import prefix_to
from agendakit.forms import kind_of, read
from agendakit.inert import printable
from agendakit.model import DRAFT_NEEDS, KINDS, Agenda
from agendakit.scaffold import entry_text, id_of, path_of
from agendakit.workspace import create

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from agendakit.catalogue import Catalogue, Source

_MOST_BYTES = 1024 * 1024
_LINES = {"agenda": "summary", "project": "question", "concept": "summary"}
"""What an entry says of itself beside its title."""


@click.command("from-issue", short_help="Make a draft of an issue that was written with a form.")
@click.argument("file", metavar="[FILE]", default="-", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.option("--kind", type=click.Choice(list(KINDS)), help="Kind of the entry; by default read off the headings.")
@click.option("--dry-run", is_flag=True, help="Print the entry, and write nothing.")
@today_option
@click.pass_obj
def command(config: str | None, file: str, kind: str | None, today: date, *, dry_run: bool) -> int:
    """Make a draft of the body of an issue that was written with a form, from FILE or the standard input.

    Prints the draft's path; what did not fit is said on the standard error.
    """
    workspace = workspace_of(config)
    catalogue = catalogue_of(workspace)
    body = _body(file)
    kind = kind or kind_of(body)
    if not kind:
        click.echo("This text was not written with a form of `agendakit forms`; nothing was made of it.", err=True)
        return FINDINGS
    written = read(body, kind)
    for note in written.notes:
        click.echo(printable(note), err=True)
    values = dict(written.values)
    there = _same(catalogue, kind, values)
    if there is not None:
        shown = f"{prefix_to(workspace.folder)}{there.document.path}"
        click.echo(f"`{shown}` has this title and {_LINES[kind]} already, so nothing was written.", err=True)
        return FINDINGS
    missing = [name for name in DRAFT_NEEDS[kind] if name not in values and name != "kind"]
    if missing:
        words = " and ".join(f"`{name}`" for name in missing)
        click.echo(f"A draft needs {words}, so nothing was written.", err=True)
        return FINDINGS
    agenda = str(values.get("agenda", ""))
    if agenda and not _is_agenda(catalogue, agenda):
        click.echo(f"`agenda` is left out: no agenda has the id `{printable(agenda)}`.", err=True)
        del values["agenda"]
    name = _free_id(catalogue, str(values["title"]))
    path = path_of(catalogue, kind, name, str(values.get("agenda", "")))
    head = {"kind": kind, "stage": "draft", "created": today.isoformat()}
    text = entry_text(kind, {**head, **values}, written.sections)
    if dry_run:
        click.echo(text, nl=False)
        return CLEAN
    create(workspace.folder / path, text.encode("utf-8"))
    click.echo(f"{prefix_to(workspace.folder)}{path}")
    return CLEAN


def _body(file: str) -> str:
    data = sys.stdin.buffer.read(_MOST_BYTES) if file == "-" else Path(file).read_bytes()[:_MOST_BYTES]
    return data.decode("utf-8", "replace")


def _is_agenda(catalogue: Catalogue, name: str) -> bool:
    record = catalogue.records.get(catalogue.canonical(name))
    return record is not None and isinstance(record.entry, Agenda)


def _same(catalogue: Catalogue, kind: str, values: Mapping[str, object]) -> Source | None:
    """The entry that was made of this issue before, or of one that says the same."""
    wanted = [values.get(name) for name in ("title", _LINES[kind])]
    if not all(wanted):
        return None
    alike = (one for one in catalogue.sources if [one.entry.title, getattr(one.entry, _LINES[kind], None)] == wanted)
    return next(alike, None)


def _free_id(catalogue: Catalogue, title: str) -> str:
    taken = {*catalogue.kinds, *catalogue.aliases, *RESERVED}
    base = id_of(title) or "entry"
    return next(
        name for name in (base, *(f"{base}-{number}" for number in range(2, len(taken) + 3))) if name not in taken
    )

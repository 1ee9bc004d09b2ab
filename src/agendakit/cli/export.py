"""Export the catalogue for programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from agendakit import exports
from agendakit.check import check
from agendakit.cli import CLEAN
from agendakit.cli._options import today_option
from agendakit.extension import Export, collect
from agendakit.workspace import find, read, write

if TYPE_CHECKING:
    from datetime import date

_FORMATS = {export.name: export for export in collect(exports, Export)}


@click.command("export", short_help="Write the published entries as JSON, CSV, BibTeX, ….")
@click.argument("form", metavar="FORMAT", type=click.Choice(sorted(_FORMATS)))
@click.option("--output", type=click.Path(dir_okay=False), help="Write to a file.")
@today_option
@click.pass_obj
def command(config: str | None, form: str, output: str | None, today: date) -> int:
    """Write the published entries in FORMAT; what does not pass `check` is left out, so check first."""
    workspace = find(Path.cwd(), Path(config) if config else None)
    checked = check(read(workspace), workspace.config, today)
    text = _FORMATS[form].render(checked.catalogue, workspace.config, today)
    if output:
        write(Path(output), text.encode("utf-8"))
    else:
        sys.stdout.write(text)
    if checked.catalogue.rejects:
        names = ", ".join(reject.id for reject in checked.catalogue.rejects)
        click.echo(f"Left out, for they do not pass `agendakit check`: {names}.", err=True)
    return CLEAN

"""Write the generated Markdown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from agendakit.cli import CLEAN, FINDINGS
from agendakit.cli._catalogue import checked_of, workspace_of
from agendakit.cli._options import today_option
from agendakit.cli._site import site_of
from agendakit.diagnostic import Level
from agendakit.extension import Outcome
from agendakit.generated_folder import fill
from agendakit.inert import printable
from agendakit.outcome import summarise
from agendakit.reports.full import full
from agendakit.words import counted
from agendakit.workspace import WorkspaceError

if TYPE_CHECKING:
    from datetime import date

    from agendakit.check import Checked
    from agendakit.workspace import Workspace


@click.command("render", short_help="Write the site's pages as Markdown, for other generators.")
@click.argument("directory", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@today_option
@click.pass_obj
def command(config: str | None, directory: Path, today: date) -> int:
    """Write the site's pages as Markdown into DIR, with its data, assets and your own files, for any generator.

    DIR is a new or empty folder, or one that an earlier run filled: what is no longer generated is removed from it.
    """
    workspace = workspace_of(config)
    _see_apart(directory, workspace)
    checked = checked_of(workspace, today)
    if _has_errors(checked):
        click.echo("Nothing was written, because the catalogue has errors.", err=True)
        return FINDINGS
    site = site_of(checked, workspace, today)
    from agendakit.site.engine_files import engine_files  # noqa: PLC0415  # an extra

    files = engine_files(site)
    for path in files.hidden:
        click.echo(f"`{printable(path)}` is the name of a file that is generated; yours is not shown.", err=True)
    contents = {name: text.encode("utf-8") for name, text in files.texts.items()}
    contents |= {name: (workspace.folder / path).read_bytes() for name, path in files.copied.items()}
    done = fill(directory, contents)
    removed = f", {done.removed} removed" if done.removed else ""
    click.echo(f"{counted(done.written, 'file')} written, {done.unchanged} unchanged{removed}.", err=True)
    return CLEAN


def _see_apart(directory: Path, workspace: Workspace) -> None:
    """What is generated must not be read as entries the next time."""
    target, source = directory.resolve(), workspace.catalogue.resolve()
    if target.is_relative_to(source) or source.is_relative_to(target):
        raise WorkspaceError(f"`{directory}` and the catalogue lie in each other. Name a folder beside it.")


def _has_errors(checked: Checked) -> bool:
    """Whether something is wrong at error level, which is shown."""
    wrong = tuple(one for one in checked.diagnostics if one.level is Level.ERROR)
    if wrong:
        outcome = Outcome(diagnostics=wrong, documents=checked.documents, summary=summarise(checked, wrong))
        click.echo(full.render(outcome), err=True, nl=False)
    return bool(wrong)

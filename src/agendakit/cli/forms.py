"""Write forms for GitHub's issues."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

import click

from agendakit import __version__
from agendakit.cli import CLEAN, FINDINGS
from agendakit.cli._catalogue import catalogue_of, workspace_of
from agendakit.forms import form
from agendakit.model import KINDS, Agenda
from agendakit.words import counted
from agendakit.workspace import create, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.catalogue import Catalogue

_WORKFLOW = "entry-from-issue.yml"


@click.command("forms", short_help="Write issue forms for those without git.")
@click.option("--check", "compare", is_flag=True, help="Write nothing; fail where a file is missing or differs.")
@click.pass_obj
def command(config: str | None, *, compare: bool) -> int:
    """Write issue forms into .github/, one a kind, and the workflow that makes a pull request of an accepted issue."""
    workspace = workspace_of(config)
    catalogue = catalogue_of(workspace)
    found = []
    for name, text in _files(catalogue):
        path = workspace.folder / ".github" / name
        if path.is_file() and path.read_bytes() == text.encode("utf-8"):
            continue
        found.append((f".github/{name}", "differs from the model" if path.is_file() else "is missing"))
        if compare:
            continue
        if path.is_file():
            write(path, text.encode("utf-8"))
        else:
            create(path, text.encode("utf-8"))
    for shown, state in found:
        click.echo(f"{shown} {state}. Run `agendakit forms` and commit the result." if compare else shown)
    click.echo(f"{counted(len(found), 'file')} {'to write' if compare else 'written'}.", err=True)
    return FINDINGS if compare and found else CLEAN


def _files(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    agendas = [record.id for record in catalogue.of_kind(Agenda)]
    for kind in KINDS:
        yield f"ISSUE_TEMPLATE/{kind}.yml", form(kind, agendas)
    workflow = (files("agendakit") / "workflows" / _WORKFLOW).read_text(encoding="utf-8")
    yield f"workflows/{_WORKFLOW}", workflow.replace("@@version@@", __version__)

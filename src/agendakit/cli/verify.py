"""See that a built site is whole."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from agendakit.cli import CLEAN, FINDINGS
from agendakit.cli._catalogue import checked_of, workspace_of
from agendakit.cli._options import today_option
from agendakit.cli._site import site_of
from agendakit.inert import printable
from agendakit.words import counted
from agendakit.workspace import WorkspaceError

if TYPE_CHECKING:
    from datetime import date

    from agendakit.site.promises import Promise


@click.command("verify")
@click.argument("folder", metavar="SITE", default="site", type=click.Path(path_type=Path))
@today_option
@click.pass_obj
def command(config: str | None, folder: Path, today: date) -> int:
    """See that every page, redirect, asset and datum of the catalogue is in the built site SITE, by default `site`."""
    workspace = workspace_of(config)
    checked = checked_of(workspace, today)
    site = site_of(checked, workspace, today)
    from agendakit.site.promises import promises  # noqa: PLC0415  # an extra

    if not folder.is_dir():
        raise WorkspaceError(f"`{folder}` is no folder. Build the site first, or name the folder that it is in.")
    promised = tuple(promises(site))
    broken = [f"`{promise.path}` {fault}" for promise in promised if (fault := _fault(promise, folder))]
    for sentence in broken:
        click.echo(printable(sentence))
    if checked.catalogue.rejects:
        names = ", ".join(reject.id for reject in checked.catalogue.rejects)
        click.echo(f"Not looked for, for they do not pass `agendakit check`: {names}.", err=True)
    click.echo(f"{counted(len(promised), 'file')} promised, {len(broken)} missing or broken.", err=True)
    return FINDINGS if broken else CLEAN


def _fault(promise: Promise, folder: Path) -> str:
    """What is wrong with a file of the site, to follow its name; empty where nothing is."""
    from agendakit.site.promises import BODY, STYLESHEETS, Sort  # noqa: PLC0415  # an extra

    path = folder / promise.path
    if not path.is_file():
        return f"is missing ({promise.sort.value})."
    if promise.sort is not Sort.PAGE:
        return "" if path.stat().st_size or promise.sort in (Sort.ASSET, Sort.FILE) else "is empty."
    text = path.read_text(encoding="utf-8", errors="replace")
    if BODY not in text:
        return "is a page, but not the one that agendakit generates. Let the engine pass HTML through."
    missing = next((path for path in STYLESHEETS if path not in text), "")
    return f"does not load `{missing}`. Name all stylesheets in the engine's configuration." if missing else ""

"""Show the site while one writes."""

from __future__ import annotations

from pathlib import Path

import click

from agendakit.cli._catalogue import workspace_of
from agendakit.cli._mkdocs import run_mkdocs
from agendakit.cli._narrowing import place_in
from agendakit.site.preview_choice import Wish


@click.command("serve", short_help="Show the site while you write.", context_settings={"ignore_unknown_options": True})
@click.option(
    "--only",
    multiple=True,
    metavar="ID|FOLDER|changed",
    help="Show only these entries and their neighbours, which is quick; `changed`: what differs from the last commit.",
)
@click.argument("options", nargs=-1, type=click.UNPROCESSED)
@click.pass_obj
def command(config: str | None, only: tuple[str, ...], options: tuple[str, ...]) -> int:
    """Serve the site at http://127.0.0.1:8000/ and rebuild it on each change; OPTIONS go to MkDocs."""
    wishes = tuple(Wish(name, _place(name, config)) for name in only)
    # Where a strict configuration ends a build, an entry that is half written would end the preview.
    return run_mkdocs("serve", ("--no-strict", *options), config, wishes)


def _place(name: str, config: str | None) -> str:
    """A path as the plugin finds it, which runs in the workspace's folder; empty where there is nothing."""
    path = Path(name)
    inside = place_in(workspace_of(config), path) if path.exists() else None
    return inside.as_posix() if inside else ""

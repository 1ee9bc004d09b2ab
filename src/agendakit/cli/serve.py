"""Show the site while one writes."""

from __future__ import annotations

import click

from agendakit.cli._mkdocs import run_mkdocs


@click.command("serve", context_settings={"ignore_unknown_options": True})
@click.argument("options", nargs=-1, type=click.UNPROCESSED)
@click.pass_obj
def command(config: str | None, options: tuple[str, ...]) -> int:
    """Serve the site at http://127.0.0.1:8000/ and rebuild it on each change; OPTIONS go to MkDocs."""
    # Where a strict configuration ends a build, an entry that is half written would end the preview.
    return run_mkdocs("serve", ("--no-strict", *options), config)

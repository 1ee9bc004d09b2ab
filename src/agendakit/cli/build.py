"""Build the site."""

from __future__ import annotations

import click

from agendakit.cli._mkdocs import run_mkdocs


@click.command(
    "build", short_help="Build the site into `site/`, by MkDocs.", context_settings={"ignore_unknown_options": True}
)
@click.argument("options", nargs=-1, type=click.UNPROCESSED)
@click.pass_obj
def command(config: str | None, options: tuple[str, ...]) -> int:
    """Build the site into `site/`; OPTIONS go to MkDocs, such as --strict or --site-dir DIR."""
    return run_mkdocs("build", options, config)

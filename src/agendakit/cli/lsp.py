"""Start the language server."""

from __future__ import annotations

import logging
import os
import sys

import click

from agendakit.cli import CLEAN
from agendakit.workspace import WorkspaceError


@click.command("lsp", short_help="Run the language server, which editors start.")
@click.option("--stdio", is_flag=True, help="Speak over standard input and output, as it does anyway.")
@click.option("--check", "only_check", is_flag=True, help="Only see whether the server can start; editors ask this.")
def command(*, stdio: bool, only_check: bool) -> int:
    """Speak with an editor over standard input and output (Language Server Protocol)."""
    del stdio  # what editors pass by habit
    try:
        from agendakit.lsp.server import make_server  # noqa: PLC0415  # an extra, and slow to import
    except ImportError:
        raise WorkspaceError("The language server needs `pip install 'agendakit[lsp]'`.") from None
    if only_check:
        click.echo("The language server can start.", err=True)
        return CLEAN
    if sys.stdin.isatty():
        click.echo("This command is for editors: waiting for one on standard input. Ctrl-C stops.", err=True)
    debugging = bool(os.environ.get("AGENDAKIT_DEBUG"))
    logging.basicConfig(stream=sys.stderr, level=logging.INFO if debugging else logging.WARNING)
    if not debugging:
        logging.getLogger("pygls").setLevel(logging.CRITICAL)
    make_server().start_io()
    return CLEAN

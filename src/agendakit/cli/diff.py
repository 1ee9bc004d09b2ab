"""Say what a change means."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from agendakit.change import compare
from agendakit.check import check
from agendakit.cli import CLEAN
from agendakit.cli._catalogue import workspace_of
from agendakit.cli._change_words import as_json, as_markdown, as_text
from agendakit.cli._options import today_option
from agendakit.revision import read_revision
from agendakit.workspace import read

if TYPE_CHECKING:
    from datetime import date

_FORMATS = {"text": as_text, "markdown": as_markdown, "json": as_json}


@click.command("diff", short_help="Say what a change since a git revision means for readers.")
@click.argument("base")
@click.argument("head", required=False)
@click.option("--format", "form", type=click.Choice(sorted(_FORMATS)), default="text", show_default=True)
@today_option
@click.pass_obj
def command(config: str | None, base: str, head: str | None, form: str, today: date) -> int:
    """Say what changes for readers from the git revision BASE to HEAD, or to the files as they are now."""
    workspace = workspace_of(config)
    before, after = (
        check(sources, workspace.config, today)
        for sources in (read_revision(workspace, base), read_revision(workspace, head) if head else read(workspace))
    )
    sys.stdout.write(_FORMATS[form](compare(before, after, workspace.config.assumes)))
    return CLEAN

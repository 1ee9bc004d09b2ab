"""Write the JSON Schemas, or compare them."""

from __future__ import annotations

from pathlib import Path

import click

from agendakit.cli import CLEAN, FINDINGS
from agendakit.schemas import schema_texts
from agendakit.words import counted
from agendakit.workspace import find, write


@click.command("schema", short_help="Write the JSON Schemas of the entries.")
@click.option("--check", "compare", is_flag=True, help="Write nothing; fail where a file differs from the models.")
@click.option("--directory", default="schemas", show_default=True, help="Folder of the schemas.")
@click.pass_obj
def command(config: str | None, directory: str, *, compare: bool) -> int:
    """Write the JSON Schemas of the entries and of the exported catalogue."""
    folder = find(Path.cwd(), Path(config) if config else None).folder / directory
    texts = schema_texts()
    differing = [name for name, text in texts.items() if _content(folder / name) != text.encode("utf-8")]
    if compare:
        for name in differing:
            click.echo(f"{directory}/{name} differs from the models. Run `agendakit schema` and commit the result.")
        return FINDINGS if differing else CLEAN
    folder.mkdir(parents=True, exist_ok=True)
    for name in differing:
        write(folder / name, texts[name].encode("utf-8"))
    click.echo(f"{counted(len(differing), 'schema')} written, {len(texts) - len(differing)} up to date.", err=True)
    return CLEAN


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None

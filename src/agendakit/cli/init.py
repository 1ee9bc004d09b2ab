"""Begin a catalogue."""

from __future__ import annotations

import json
import re
import shlex
from importlib.resources import files
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from agendakit.cli import CLEAN
from agendakit.cli._options import today_option
from agendakit.cli._origin import KIT, chosen
from agendakit.cli._table import wrapped
from agendakit.workspace import WorkspaceError, create

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from importlib.resources.abc import Traversable

_BLANK = re.compile(r"@@(\w+)@@")
_HIDDEN = "dot-"
"""Beginning of names that begin with a dot once they are written."""


@click.command("init", short_help="Begin a catalogue: configuration, examples, hooks, CI.")
@click.argument("directory", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", default="Research agendas", show_default=True, help="What the catalogue is called.")
@click.option("--url", default="", help="Address of the published site, once there is one.")
@click.option("--repository", default="", help="Address of the repository, once there is one.")
@click.option("--kit", help=f"Repository that the hooks come from; by default this kit's, {KIT}.")
@click.option("--rev", help="Tag or commit of the kit that everything is pinned to; by default what is installed.")
@today_option
def command(
    directory: Path, name: str, url: str, repository: str, kit: str | None, rev: str | None, today: date
) -> int:
    """Write a complete catalogue into DIR: configuration, an example of each kind, hooks, CI, and how to contribute."""
    if directory.is_dir() and any(path.name != ".git" for path in directory.iterdir()):
        raise WorkspaceError(f"`{directory}` is not empty. Name a new folder; nothing was written.")
    origin = chosen(kit, rev)
    blanks = {
        "name": name,
        "url": url,
        "repository": repository,
        "kit": origin.kit,
        "rev": origin.rev,
        "pin": origin.pin,
        "today": today.isoformat(),
    }
    for path, text in sorted(_files(files("agendakit") / "starter", PurePosixPath())):
        create(directory / path, _filled(path, text, blanks).encode("utf-8"))
        click.echo(f"{directory / path}", err=True)
    if origin.doubt:
        click.echo(wrapped(origin.doubt), err=True)
    here = directory.resolve() == Path.cwd().resolve()
    click.echo(f"A catalogue stands in {'this folder' if here else f'`{directory}`'}. Next:")
    for step in _next_steps(directory):
        click.echo(f"  {step}")
    return CLEAN


def _next_steps(directory: Path) -> Iterator[str]:
    if directory.resolve() != Path.cwd().resolve():
        yield f"cd {shlex.quote(str(directory))}"
    if not any((above / ".git").exists() for above in (directory.resolve(), *directory.resolve().parents)):
        yield "git init"
    yield "pre-commit install       # checks before each commit; pip install pre-commit"
    yield "agendakit check          # what is wrong, and how to mend it"
    yield "agendakit new project    # asks a few questions and begins an entry"


def _files(folder: Traversable, above: PurePosixPath) -> Iterator[tuple[PurePosixPath, str]]:
    for child in folder.iterdir():
        name = f".{child.name.removeprefix(_HIDDEN)}" if child.name.startswith(_HIDDEN) else child.name
        if child.is_dir():
            yield from _files(child, above / name)
        elif not child.name.endswith((".py", ".pyc")):
            yield above / name, child.read_text(encoding="utf-8")


def _filled(path: PurePosixPath, text: str, blanks: Mapping[str, str]) -> str:
    """The text with its blanks filled in; inside the quotes of TOML and behind a key of YAML each is escaped."""

    def fill(blank: re.Match[str]) -> str:
        quoted = json.dumps(blanks[blank.group(1).removesuffix("_quoted")], ensure_ascii=False)
        if blank.group(1).endswith("_quoted"):
            return quoted
        return quoted[1:-1] if path.suffix == ".toml" else blanks[blank.group(1)]

    return _BLANK.sub(fill, text)

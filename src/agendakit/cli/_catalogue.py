"""The catalogue that a command works on, and the entries that its arguments name."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from agendakit.check import Checked, check, parse_file, put_together
from agendakit.nearest import did_you_mean, nearest
from agendakit.record import INDEX
from agendakit.workspace import Workspace, find, read

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from agendakit.catalogue import Catalogue
    from agendakit.record import Record


def workspace_of(config: str | None) -> Workspace:
    """The workspace of the current folder, or of the configuration that `--config` names."""
    return find(Path.cwd(), Path(config) if config else None)


def checked_of(workspace: Workspace, today: date) -> Checked:
    """Everything that was read of a workspace, with what the rules say of it."""
    return check(read(workspace), workspace.config, today)


def catalogue_of(workspace: Workspace) -> Catalogue:
    """The catalogue alone, without asking the rules."""
    sources = read(workspace)
    parsed = {path: parse_file(path, data) for path, data in sorted(sources.files.items())}
    return put_together(parsed, sources, workspace.config)


def id_named(name: str) -> str:
    """The id that an argument means: itself, or that of a file or folder, as a shell completes it."""
    path = Path(name)
    if path.suffix != ".md" and "/" not in name.replace(os.sep, "/"):
        return name
    if not path.exists():
        return name
    whole = path.absolute()
    return whole.parent.name if whole.stem == INDEX else whole.stem


def record_of(catalogue: Catalogue, wanted: str) -> Record:
    """The published entry of an id, an earlier id or a file; where there is none, the caller is told what is near."""
    name = id_named(wanted)
    found = catalogue.records.get(catalogue.canonical(name))
    if found is not None:
        return found
    if name in catalogue.drafts:
        raise click.UsageError(f"`{name}` is a draft; publish it first, for only published entries count here.")
    if name in catalogue.kinds:
        raise click.UsageError(f"`{name}` does not pass `agendakit check`; mend it first.")
    path = Path(name)
    suggestion = did_you_mean(nearest(path.stem, catalogue.records))
    wrong = f"There is no file `{name}`." if path.suffix == ".md" else f"No entry has the id `{name}`."
    raise click.UsageError(f"{wrong} {suggestion}".rstrip())


def agendas_of(catalogue: Catalogue, names: Iterable[str]) -> frozenset[str]:
    """Ids of agendas; the caller is told of an entry that is none, for nothing belongs to it."""
    found = [record_of(catalogue, name) for name in names]
    for record in found:
        if record.kind != "agenda":
            raise click.UsageError(f"`{record.id}` is a {record.kind}, and no agenda.")
    return frozenset(record.id for record in found)

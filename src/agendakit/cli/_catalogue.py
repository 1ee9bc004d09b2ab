"""The catalogue that a command works on, and the entries that its arguments name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from agendakit.check import Checked, check, parse_file, put_together
from agendakit.nearest import did_you_mean, nearest
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


def record_of(catalogue: Catalogue, name: str) -> Record:
    """The published entry of an id or of an earlier id; where there is none, the caller is told what is near."""
    found = catalogue.records.get(catalogue.canonical(name))
    if found is not None:
        return found
    if name in catalogue.drafts:
        raise click.UsageError(f"`{name}` is a draft; publish it first, for only published entries count here.")
    if name in catalogue.kinds:
        raise click.UsageError(f"`{name}` does not pass `agendakit check`; mend it first.")
    raise click.UsageError(f"No entry has the id `{name}`. {did_you_mean(nearest(name, catalogue.records))}".rstrip())


def agendas_of(catalogue: Catalogue, names: Iterable[str]) -> frozenset[str]:
    """Ids of agendas; the caller is told of an entry that is none, for nothing belongs to it."""
    found = [record_of(catalogue, name) for name in names]
    for record in found:
        if record.kind != "agenda":
            raise click.UsageError(f"`{record.id}` is a {record.kind}, and no agenda.")
    return frozenset(record.id for record in found)


def concepts_of(catalogue: Catalogue, names: Iterable[str]) -> tuple[str, ...]:
    """Ids of what a reader says to know: concepts, or projects done, which teach what they say they teach."""
    known: list[str] = []
    for name in names:
        record = record_of(catalogue, name)
        known += [record.id, *(getattr(record.entry, "teaches", None) or ())]
    return tuple(dict.fromkeys(known))

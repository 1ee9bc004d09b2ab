"""Give an entry another id, everywhere."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from agendakit.check import Checked, Sources, check
from agendakit.cli import CLEAN
from agendakit.cli._catalogue import id_named, workspace_of
from agendakit.cli._options import today_option
from agendakit.cli._terminal import prefix_to
from agendakit.diagnostic import Level
from agendakit.nearest import did_you_mean, nearest
from agendakit.rename import RenameError, Renaming, in_configuration, moved, plan
from agendakit.text import splice
from agendakit.words import counted
from agendakit.workspace import Workspace, WorkspaceError, move, read, write, write_back

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import PurePosixPath


@click.command("rename", short_help="Change an id everywhere.")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@click.option("--json", "as_json", is_flag=True, help="The same for programs.")
@today_option
@click.pass_obj
def command(config: str | None, old: str, new: str, today: date, *, dry_run: bool, as_json: bool) -> int:
    """Change the id OLD (or a file's) to NEW: the file, references, links in prose; the old id becomes an alias."""
    old = id_named(old)
    workspace = workspace_of(config)
    sources = read(workspace)
    checked = check(sources, workspace.config, today)
    try:
        renaming = plan(checked.catalogue, checked.documents, old, new)
    except RenameError as error:
        suggestion = did_you_mean(nearest(old, checked.catalogue.kinds)) if old not in checked.catalogue.kinds else ""
        raise click.UsageError(f"{error} {suggestion}".rstrip()) from None
    texts = {path: splice(checked.documents[path].text, edits) for path, edits in renaming.edits.items()}
    configuration = _configuration(workspace, old, new)
    _see_nothing_breaks(workspace, sources, checked, texts, renaming, today, old=old, new=new)
    if not dry_run:
        _carry_out(workspace, checked, texts, renaming)
        if configuration is not None and workspace.config_path is not None:
            write(workspace.config_path, configuration)
    _report(workspace, renaming, as_json=as_json, dry_run=dry_run, with_configuration=configuration is not None)
    return CLEAN


def _configuration(workspace: Workspace, old: str, new: str) -> bytes | None:
    """The configuration's new content, `None` where it does not name the id."""
    if workspace.config_path is None or old not in workspace.config.assumes:
        return None
    text = workspace.config_path.read_bytes().decode("utf-8")
    return in_configuration(text, old, new).encode("utf-8")


def _see_nothing_breaks(
    workspace: Workspace,
    sources: Sources,
    before: Checked,
    texts: Mapping[PurePosixPath, str],
    renaming: Renaming,
    today: date,
    *,
    old: str,
    new: str,
) -> None:
    files = {moved(path, renaming.moves): texts.get(path, data) for path, data in sources.files.items()}
    others = frozenset(moved(path, renaming.moves) for path in sources.others)
    assumes = [new if name == old else name for name in workspace.config.assumes]
    config = workspace.config.model_copy(update={"assumes": assumes})
    after = check(replace(sources, files=files, others=others), config, today)
    known = {_signature(one.rule, one.finding.message, old, new) for one in before.diagnostics}
    for one in after.diagnostics:
        if one.level is Level.ERROR and _signature(one.rule, one.finding.message, old, new) not in known:
            raise WorkspaceError(
                f"After the rename `{one.place.path}` would not pass `{one.rule}`: {one.finding.message}"
                " Nothing was changed."
            )


def _signature(rule: str, message: str, old: str, new: str) -> tuple[str, str]:
    return rule, message.replace(old, new)


def _carry_out(workspace: Workspace, checked: Checked, texts: Mapping[PurePosixPath, str], renaming: Renaming) -> None:
    changes = {
        path: (checked.documents[path].text.encode("utf-8"), text.encode("utf-8")) for path, text in texts.items()
    }
    write_back(workspace, changes)
    for before, after in renaming.moves.items():
        move(workspace.folder / before, workspace.folder / after)


def _report(
    workspace: Workspace, renaming: Renaming, *, as_json: bool, dry_run: bool, with_configuration: bool
) -> None:
    changed = {path.as_posix(): len(edits) for path, edits in renaming.edits.items()}
    if with_configuration and workspace.config_path is not None:
        changed[workspace.config_path.relative_to(workspace.folder).as_posix()] = 1
    if as_json:
        moves = {before.as_posix(): after.as_posix() for before, after in renaming.moves.items()}
        data = {"version": 1, "dry_run": dry_run, "moves": moves, "edits": changed}
        click.echo(json.dumps(data, ensure_ascii=False, indent=1))
        return
    for line in _lines(renaming, changed, prefix_to(workspace.folder)):
        click.echo(line)
    if dry_run:
        click.echo("Nothing was changed; leave out --dry-run to do it.", err=True)


def _lines(renaming: Renaming, changed: Mapping[str, int], prefix: str) -> Iterator[str]:
    for before, after in renaming.moves.items():
        yield f"{prefix}{before} → {prefix}{after}"
    for path, count in changed.items():
        yield f"{prefix}{path}: {counted(count, 'change')}"

"""Make entries of a public list."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from agendakit import table_file, table_map
from agendakit.cli import CLEAN, FINDINGS
from agendakit.cli._catalogue import catalogue_of, workspace_of
from agendakit.cli._options import today_option
from agendakit.inert import printable
from agendakit.tables import Before, Conversion, Converted, convert
from agendakit.words import counted
from agendakit.workspace import Workspace, WorkspaceError, create, write

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

Lock = dict[str, dict[str, str]]


_EPILOG = """\b
A map, at its shortest:
  [fields]
  title = "Name"                                # a column
  question = "Can {Name} be done by {Year}?"    # a template
  difficulty = { column = "Level", values = { easy = "first-project" } }

Other keys: kind, stage, rows, folder, key, id, unused, only, sections; of a field: column, template, value, values,
otherwise, split, slug, longest. docs/importing.md in the repository of agendakit describes each.
"""


@click.command("import", short_help="Make entries of a table (CSV, JSON, YAML).", epilog=_EPILOG)
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--map",
    "map_path",
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Which column becomes which field, in TOML.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@click.option("--json", "as_json", is_flag=True, help="The report for programs.")
@today_option
@click.pass_obj
def command(config: str | None, file: Path, map_path: Path, today: date, *, dry_run: bool, as_json: bool) -> int:
    """Make entries of the rows of FILE (CSV, TSV, JSON, JSON lines or YAML), as the map says.

    What was imported is noted beside the map, in MAP.lock.json: commit both. A later import of the same table updates
    entries that nobody has edited since, and leaves the others alone.
    """
    workspace = workspace_of(config)
    catalogue = catalogue_of(workspace)
    lock_path = map_path.with_suffix(".lock.json")
    lock = _lock(lock_path)
    try:
        wanted = table_map.parse(_text(map_path))
        table = table_file.parse(_data(file), file.suffix, wanted.rows)
    except table_map.MapError as error:
        raise WorkspaceError(f"`{map_path}` cannot be used. {error}") from None
    except table_file.TableError as error:
        raise WorkspaceError(f"`{file}` {error}.") from None
    before = {key: Before(path=PurePosixPath(one["path"]), created=one["created"]) for key, one in lock.items()}
    conversion = convert(table, wanted, catalogue, today.isoformat(), before)
    fates = {entry.key: _fate(workspace, entry, lock) for entry in conversion.entries}
    if not dry_run:
        try:
            _carry_out(workspace, conversion, fates, lock, today.isoformat())
        finally:
            # What was written before a failure is noted, so that the next import goes on from there.
            _write_lock(lock_path, lock)
    _report(conversion, fates, as_json=as_json, dry_run=dry_run)
    return FINDINGS if conversion.notes else CLEAN


def _fate(workspace: Workspace, entry: Converted, lock: Lock) -> str:
    """What becomes of an entry: `new`, `updated`, `unchanged`, `edited` (left alone) or `gone` (left alone)."""
    noted = lock.get(entry.key)
    path = workspace.folder / entry.path
    if noted is None:
        return "in the way" if path.exists() else "new"
    if not path.is_file():
        return "gone"
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found == _digest(entry.text):
        return "unchanged"
    if noted["sha256"] == _digest(entry.text):
        return "edited"
    return "updated" if found == noted["sha256"] else "edited"


def _carry_out(workspace: Workspace, conversion: Conversion, fates: Mapping[str, str], lock: Lock, today: str) -> None:
    for entry in conversion.entries:
        path, data = workspace.folder / entry.path, entry.text.encode("utf-8")
        match fates[entry.key]:
            case "new":
                create(path, data)
            case "updated":
                write(path, data)
            case _:
                continue
        created = lock.get(entry.key, {}).get("created", today)
        lock[entry.key] = {"path": entry.path.as_posix(), "created": created, "sha256": _digest(entry.text)}


def _report(conversion: Conversion, fates: Mapping[str, str], *, as_json: bool, dry_run: bool) -> None:
    if as_json:
        entries = [
            {"row": entry.row, "path": entry.path.as_posix(), "fate": fates[entry.key]} for entry in conversion.entries
        ]
        notes = [{"row": note.row, "message": note.words} for note in conversion.notes]
        data = {"version": 1, "dry_run": dry_run, "entries": entries, "notes": notes}
        click.echo(json.dumps(data, ensure_ascii=False, indent=1))
        return
    for entry in conversion.entries:
        if fates[entry.key] in _WORDS:
            click.echo(f"row {entry.row}: {entry.path} {_WORDS[fates[entry.key]]}")
    for note in conversion.notes:
        where = f"row {note.row}" if note.row else "table"
        click.echo(f"{where}: {printable(note.words)}")
    unchanged = sum(fate == "unchanged" for fate in fates.values())
    would = "would be " if dry_run else ""
    written = sum(fate in ("new", "updated") for fate in fates.values())
    click.echo(
        f"{counted(written, 'entry', 'entries')} {would}written, {unchanged:,} as they were,"
        f" {counted(len(conversion.notes), 'thing')} left out or changed.",
        err=True,
    )


_WORDS = {
    "new": "is new",
    "updated": "is updated",
    "edited": "was edited since it was imported, and is left as it is",
    "gone": "was removed or renamed since it was imported, and is left out",
    "in the way": "exists already and was not imported, so it is left as it is",
}


def _text(path: Path) -> str:
    try:
        return _data(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise WorkspaceError(f"`{path}` is not UTF-8. Save it as UTF-8.") from None


def _data(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise WorkspaceError(f"`{path}` cannot be read: {error.strerror}.") from None


def _lock(path: Path) -> Lock:
    if not path.exists():
        return {}
    try:
        found = json.loads(_text(path))
        return {
            str(key): {name: str(one[name]) for name in ("path", "created", "sha256")} for key, one in found.items()
        }
    except (ValueError, AttributeError, KeyError, TypeError):
        raise WorkspaceError(f"`{path}` is broken. Take it from version control again.") from None


def _write_lock(path: Path, lock: Lock) -> None:
    text = json.dumps(dict(sorted(lock.items())), ensure_ascii=False, indent=1) + "\n"
    if lock and (not path.exists() or path.read_bytes() != text.encode("utf-8")):
        write(path, text.encode("utf-8"))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()

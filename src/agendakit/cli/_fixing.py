"""Fixes on the disk, or shown as a diff."""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING

import click

from agendakit.fix import fix
from agendakit.inert import printable
from agendakit.unified_diff import unified
from agendakit.words import counted
from agendakit.workspace import write_back

if TYPE_CHECKING:
    from pathlib import PurePosixPath

    from agendakit.check import Checked, Sources
    from agendakit.fix import Check, Fixed, Wanted
    from agendakit.workspace import Workspace

_COMMAND = re.compile(r"^([-+ ]\s*):(?=:)")


def fix_files(workspace: Workspace, sources: Sources, check: Check, wanted: Wanted, *, unsafe: bool) -> Checked:
    """Mend files on the disk, say on stderr what was done, and give what is found afterwards."""
    fixed = fix(sources, check, wanted, unsafe=unsafe)
    changes = {path: (_data(sources, path), text.encode("utf-8")) for path, text in fixed.texts.items()}
    write_back(workspace, changes)
    findings = counted(len(fixed.mended), "finding")
    click.echo(f"Mended {findings} in {counted(len(changes), 'file')}.", err=True)
    _say_what_is_left(fixed)
    return fixed.checked


def show_fixes(sources: Sources, check: Check, wanted: Wanted, *, unsafe: bool) -> None:
    """Print what fixing would change, for `git apply` in the configuration's folder; nothing is written."""
    fixed = fix(sources, check, wanted, unsafe=unsafe)
    for path, text in sorted(fixed.texts.items()):
        diff = unified(path, _data(sources, path).decode("utf-8"), text)
        sys.stdout.write(_shown(diff) if _is_watched() else diff)
    _say_what_is_left(fixed)


def _data(sources: Sources, path: PurePosixPath) -> bytes:
    data = sources.files[path]
    return data.encode("utf-8") if isinstance(data, str) else data


def _say_what_is_left(fixed: Fixed) -> None:
    for one in fixed.refused:
        path, span = one.place.path, one.place.span
        at = fixed.checked.documents[path].lines.position(span.start)
        title = one.finding.fix.title if one.finding.fix else ""
        words = (
            f"{path}:{at.line}:{at.column}: {one.rule}: “{title}” would change more than the finding; mend it by hand."
        )
        click.echo(printable(words), err=True)


def _is_watched() -> bool:
    """Whether something obeys what it is shown: a terminal, or GitHub's runner."""
    return sys.stdout.isatty() or "GITHUB_ACTIONS" in os.environ


def _shown(diff: str) -> str:
    lines = (printable(line) for line in diff.removesuffix("\n").split("\n"))
    return "".join(_COMMAND.sub(r"\1<U+003A>", line) + "\n" for line in lines)

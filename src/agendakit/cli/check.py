"""Check a catalogue."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path, PurePosixPath

import click

from agendakit import reports
from agendakit.check import all_rules, check
from agendakit.cli import CLEAN, FINDINGS
from agendakit.cli._options import today_option
from agendakit.cli._terminal import prefix_to, says_colour
from agendakit.diagnostic import Diagnostic, Level
from agendakit.extension import Outcome, Report, collect
from agendakit.nearest import did_you_mean, nearest
from agendakit.outcome import summarise
from agendakit.workspace import Workspace, find, read, write

_FORMATS = {report.name: report for report in collect(reports, Report)}


def _names(_: click.Context, parameter: click.Parameter, value: str | None) -> frozenset[str] | None:
    if value is None:
        return None
    names = frozenset(name.strip() for name in value.split(",") if name.strip())
    known = [rule.name for rule in all_rules()]
    for name in sorted(names - set(known)):
        suggestion = did_you_mean(nearest(name, known))
        raise click.BadParameter(f"`{name}` is no rule. {suggestion}".rstrip(), param=parameter)
    return names


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--format", "form", type=click.Choice(sorted(_FORMATS)), default="full", show_default=True)
@click.option("--output", type=click.Path(dir_okay=False), help="Write the report to a file.")
@click.option("--select", callback=_names, help="Only these rules, separated by commas.")
@click.option("--ignore", callback=_names, help="Not these rules, separated by commas.")
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option("--hints/--no-hints", default=False, help="Show hints too; they never fail a check.", show_default=True)
@today_option
@click.pass_obj
def command(
    config: str | None,
    paths: tuple[str, ...],
    form: str,
    output: str | None,
    select: frozenset[str] | None,
    ignore: frozenset[str] | None,
    *,
    strict: bool,
    hints: bool,
    today: date,
) -> int:
    """Check every entry; PATHS narrow what is reported, never what is read."""
    workspace = find(Path.cwd(), Path(config) if config else None)
    checked = check(read(workspace), workspace.config, today)
    wanted = _wanted(paths, workspace)
    diagnostics = tuple(
        diagnostic
        for diagnostic in checked.diagnostics
        if (select is None or diagnostic.rule in select)
        and (ignore is None or diagnostic.rule not in ignore)
        and (wanted is None or any(diagnostic.place.path.is_relative_to(path) for path in wanted))
    )
    outcome = Outcome(
        diagnostics=_shown(diagnostics, form, hints=hints or select is not None),
        documents=checked.documents,
        summary=summarise(checked, diagnostics),
        prefix=prefix_to(workspace.folder),
        colour=output is None and form == "full" and says_colour(),
    )
    _give(_FORMATS[form].render(outcome), output)
    failing = {Level.ERROR, Level.WARNING} if strict else {Level.ERROR}
    return FINDINGS if any(diagnostic.level in failing for diagnostic in diagnostics) else CLEAN


def _wanted(paths: tuple[str, ...], workspace: Workspace) -> tuple[PurePosixPath, ...] | None:
    """Paths relative to the workspace; a path that does not exist is a mistake of the caller's."""
    if not paths:
        return None
    found = []
    for name in paths:
        path = Path(name).absolute()
        if not path.exists():
            raise click.BadParameter(f"`{name}` does not exist.", param_hint="PATHS")
        if path.resolve().is_relative_to(workspace.folder.resolve()):
            found.append(PurePosixPath(path.resolve().relative_to(workspace.folder.resolve()).as_posix()))
    return tuple(found)


def _shown(diagnostics: tuple[Diagnostic, ...], form: str, *, hints: bool) -> tuple[Diagnostic, ...]:
    """Programs get everything; people see hints when they ask, for there can be hundreds."""
    if hints or form not in ("full", "concise", "github"):
        return diagnostics
    return tuple(diagnostic for diagnostic in diagnostics if diagnostic.level is not Level.HINT)


def _give(text: str, output: str | None) -> None:
    if output is None:
        sys.stdout.write(text)
        sys.stdout.flush()
        return
    write(Path(output), text.encode("utf-8"))

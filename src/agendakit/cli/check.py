"""Check a catalogue."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from agendakit.cli._checking import FOR_PEOPLE, FORMATS, Request, run
from agendakit.cli._narrowing import completed_rules, rule_names
from agendakit.cli._options import today_option
from agendakit.workspace import find

if TYPE_CHECKING:
    from datetime import date

_RULES = {"callback": rule_names, "shell_complete": completed_rules, "metavar": "RULES"}


@click.command("check", short_help="Check every entry: what is wrong, where, how to mend it.")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--fix", is_flag=True, help="Mend what can be mended without changing what is meant.")
@click.option("--unsafe-fixes", is_flag=True, help="Mend also where the meaning may change: look at what was done.")
@click.option("--diff", is_flag=True, help="Print what mending would change; nothing is written.")
@click.option("--since", metavar="REV", help="Report only what the git revision REV does not have.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="full", show_default=True)
@click.option("--output", type=click.Path(dir_okay=False), help="Write the report to a file.")
@click.option("--select", help="Only these rules, separated by commas.", **_RULES)  # type: ignore[arg-type]  # options of several types
@click.option("--ignore", help="Not these rules, separated by commas.", **_RULES)  # type: ignore[arg-type]  # as above
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option("--hints/--no-hints", default=False, help="Show hints too; they never fail a check.", show_default=True)
@click.option("--statistics", is_flag=True, help="Count the findings of each rule instead of listing them.")
@click.option("--watch", is_flag=True, help="Check again whenever a file changes, until Ctrl-C.")
@click.option("--stdin-filename", type=click.Path(), help="The text on standard input stands for this file.")
@click.option(
    "--cache/--no-cache", default=True, help="Use what earlier runs made of the same files.", show_default=True
)
@today_option
@click.pass_obj
def command(
    config: str | None,
    paths: tuple[str, ...],
    form: str,
    output: str | None,
    select: frozenset[str] | None,
    ignore: frozenset[str] | None,
    since: str | None,
    stdin_filename: str | None,
    *,
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    strict: bool,
    hints: bool,
    statistics: bool,
    watch: bool,
    cache: bool,
    today: date,
) -> int:
    """Check every entry; PATHS narrow what is reported and mended, never what is read."""
    if statistics and form not in FOR_PEOPLE:
        raise click.UsageError("`--statistics` is for people and `--format` here for programs: leave one out.")
    if stdin_filename and (watch or ((fix or unsafe_fixes) and not diff)):
        raise click.UsageError("A text on standard input can be checked or shown with `--diff`, not mended or watched.")
    request = Request(
        paths=paths,
        form=form,
        output=output,
        select=select,
        ignore=ignore,
        strict=strict,
        hints=hints,
        mode="diff" if diff else "fix" if fix or unsafe_fixes else "",
        unsafe=unsafe_fixes,
        since=since,
        statistics=statistics,
        cached=cache,
        stdin=(stdin_filename, sys.stdin.buffer.read()) if stdin_filename else None,
        today=today,
    )
    named = Path(config) if config else None
    if watch:
        from agendakit.cli._watching import watch as watching  # noqa: PLC0415  # only where it is needed

        return watching(named, lambda workspace: run(request, workspace))
    # A run is short, and what it makes lives to its end: collecting garbage would double the time for nothing.
    gc.disable()
    return run(request, find(Path.cwd(), named))

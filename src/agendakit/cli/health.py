"""The curator's Monday on one screen."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import click

from agendakit.cli import CLEAN
from agendakit.cli._catalogue import checked_of, workspace_of
from agendakit.cli._options import today_option
from agendakit.cli._table import Column, cut, table, width, wrapped
from agendakit.cli._this_week import this_week
from agendakit.diagnostic import Level
from agendakit.health import Health, Line, health
from agendakit.inert import printable
from agendakit.model import DIFFICULTIES
from agendakit.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from agendakit.check import Checked

_SHOWN = 3


@click.command("health", short_help="Show what the catalogue needs from its curator.")
@click.option("--json", "as_json", is_flag=True, help="Everything, for programs.")
@click.option("--all", "everything", is_flag=True, help="Every item of each line, not the first three.")
@today_option
@click.pass_obj
def command(config: str | None, today: date, *, as_json: bool, everything: bool) -> int:
    """Show what the catalogue needs from its curator, each line with the command that leads on, and its coverage."""
    workspace = workspace_of(config)
    checked = checked_of(workspace, today)
    found = health(checked.catalogue, workspace.config, today)
    week = this_week(workspace, checked, today)
    found = replace(found, lines=(*found.lines, week)) if week else found
    if as_json:
        click.echo(
            json.dumps({"version": 1, "as_of": today.isoformat(), **asdict(found)}, ensure_ascii=False, indent=1)
        )
    else:
        click.echo("\n".join(_lines(found, checked, None if everything else _SHOWN)))
    return CLEAN


def _lines(found: Health, checked: Checked, shown: int | None) -> Iterator[str]:
    yield _checked(checked)
    nothing = [line for line in found.lines if not line.items]
    for line in found.lines:
        if line.items:
            yield ""
            yield from _line(line, shown)
    if nothing:
        yield ""
        yield wrapped("Nothing to do: " + "; ".join(line.title[0].lower() + line.title[1:] for line in nothing) + ".")
    yield ""
    yield from _coverage(found)


def _checked(checked: Checked) -> str:
    levels = Counter(diagnostic.level for diagnostic in checked.diagnostics)
    words = ", ".join(counted(levels[level], level.value) for level in Level)
    return f"Check: {words}.  → agendakit check --hints"


def _line(line: Line, shown: int | None) -> Iterator[str]:
    yield f"{line.title}: {len(line.items):,}"
    for item in line.items[:shown]:
        yield cut(printable(f"  {item.id}: {item.words}"), width())
    rest = len(line.items) - len(line.items[:shown])
    if rest:
        yield f"  … {rest:,} more (`agendakit health --all`)"
    yield f"  → {line.command}"


def _coverage(found: Health) -> Iterator[str]:
    heads = (
        Column(title="PROJECTS BY AGENDA", gives_way=True),
        *(Column(title=one, right=True) for one in DIFFICULTIES),
    )
    rows = [
        (coverage.agenda, *(str(coverage.counts[level] or "–") for level in DIFFICULTIES))
        for coverage in found.coverage
    ]
    if not rows:
        yield "No agenda is published yet.  → agendakit new agenda"
        return
    total = [sum(coverage.counts[level] for coverage in found.coverage) for level in DIFFICULTIES]
    yield table(heads, [*rows, ("all", *(str(number) for number in total))])
    gaps = [
        f"{one.agenda} has no {level}" for one in found.coverage for level in DIFFICULTIES[:2] if not one.counts[level]
    ]
    if gaps:
        yield wrapped("Gaps: " + "; ".join(gaps) + ".")

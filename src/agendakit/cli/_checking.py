"""One run of `check`: read, check, mend where that is asked for, report."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from agendakit import reports
from agendakit.cache import Cache
from agendakit.check import Checked, Sources, check
from agendakit.cli import CLEAN, FINDINGS
from agendakit.cli._narrowing import Narrowing, paths_in, place_in
from agendakit.cli._terminal import prefix_to, says_colour
from agendakit.diagnostic import Diagnostic, Level
from agendakit.extension import Outcome, Report, names_in, pick
from agendakit.outcome import summarise
from agendakit.workspace import Workspace, read, write

if TYPE_CHECKING:
    from datetime import date
    from pathlib import PurePosixPath

FORMATS = names_in(reports)
FOR_PEOPLE = ("full", "concise")
_WITHOUT_HINTS = (*FOR_PEOPLE, "github")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the caller asked for.

    Attributes:
        paths: As typed.
        output: File for the report.
        mode: What to do about fixes: nothing, `fix` files, or show a `diff`.
        since: Revision whose findings do not count.
        stdin: Name of the file that the text on standard input stands for, and that text.
    """

    paths: tuple[str, ...]
    form: str
    output: str | None
    select: frozenset[str] | None
    ignore: frozenset[str] | None
    strict: bool
    hints: bool
    mode: str
    unsafe: bool
    since: str | None
    statistics: bool
    cached: bool
    stdin: tuple[str, bytes] | None
    today: date


def run(request: Request, workspace: Workspace) -> int:
    """Check a workspace as asked and return the exit code."""
    overlay = _overlay(request, workspace)
    sources = read(workspace, overlay)
    cache = Cache(workspace, sources, request.today, kept=request.cached)

    def checking(some: Sources) -> Checked:
        return check(some, workspace.config, request.today, cache.known)

    paths = paths_in(workspace, request.paths)
    narrowing = Narrowing(
        select=request.select,
        ignore=request.ignore,
        paths=(tuple(overlay) or None) if paths is None else paths,
        base=checking(_sources_at(request.since, workspace)) if request.since else None,
    )
    if request.mode == "fix":
        from agendakit.cli._fixing import fix_files  # noqa: PLC0415  # as all below: most runs do without it

        checked = fix_files(workspace, sources, checking, narrowing.of, unsafe=request.unsafe)
    else:
        checked = checking(sources)
    cache.save()
    diagnostics = narrowing.of(checked)
    if request.mode == "diff":
        from agendakit.cli._fixing import show_fixes  # noqa: PLC0415

        show_fixes(sources, checking, narrowing.of, unsafe=request.unsafe)
    else:
        _report(request, workspace, checked, diagnostics)
    failing = {Level.ERROR, Level.WARNING} if request.strict else {Level.ERROR}
    return FINDINGS if any(diagnostic.level in failing for diagnostic in diagnostics) else CLEAN


def _sources_at(revision: str, workspace: Workspace) -> Sources:
    from agendakit.revision import read_revision  # noqa: PLC0415

    return read_revision(workspace, revision)


def _overlay(request: Request, workspace: Workspace) -> dict[PurePosixPath, bytes | str]:
    if request.stdin is None:
        return {}
    name, data = request.stdin
    place = place_in(workspace, Path(name))
    if place is None or not place.is_relative_to(workspace.config.root) or place.suffix != ".md":
        raise click.BadParameter(
            f"`{name}` is no Markdown file in the catalogue `{workspace.config.catalogue}`.",
            param_hint="--stdin-filename",
        )
    return {place: data}


def _report(request: Request, workspace: Workspace, checked: Checked, diagnostics: tuple[Diagnostic, ...]) -> None:
    outcome = Outcome(
        diagnostics=_shown(request, diagnostics),
        documents=checked.documents,
        summary=summarise(checked, diagnostics),
        prefix=prefix_to(workspace.folder),
        colour=request.output is None and request.form == "full" and says_colour(),
        half_checked=checked.rejects,
    )
    text = _text(request, outcome)
    if request.output is not None:
        write(Path(request.output), text.encode("utf-8"))
    else:
        sys.stdout.write(text)
        sys.stdout.flush()
    if request.form == "github":
        from agendakit.cli._step_summary import write_step_summary  # noqa: PLC0415

        write_step_summary(outcome)


def _text(request: Request, outcome: Outcome) -> str:
    if request.statistics:
        from agendakit.tally import tally  # noqa: PLC0415

        return tally(outcome.diagnostics)
    return pick(reports, Report, request.form).render(outcome)


def _shown(request: Request, diagnostics: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Programs get everything; people see hints when they ask, for there can be hundreds."""
    if request.hints or request.select is not None or request.form not in _WITHOUT_HINTS:
        return diagnostics
    return tuple(diagnostic for diagnostic in diagnostics if diagnostic.level is not Level.HINT)

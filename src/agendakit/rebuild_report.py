"""What the terminal says after each rebuild of a preview: errors whole, warnings as lines where they changed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from agendakit.diagnostic import Level
from agendakit.extension import Outcome
from agendakit.outcome import summarise
from agendakit.reports.concise import concise
from agendakit.reports.full import full
from agendakit.sameness import key_of
from agendakit.words import counted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import PurePosixPath

    from agendakit.check import Checked
    from agendakit.diagnostic import Diagnostic

MOST = 20
"""Warnings that are listed at once."""


def rebuild_report(before: Checked | None, after: Checked, shown: Collection[PurePosixPath] | None) -> str:
    """Text for the terminal, empty where there is nothing to say.

    Args:
        before: What the last rebuild found.
        after: What this one found.
        shown: Files that the preview is about; `None` for all. Errors elsewhere are told when they come up.
    """
    earlier = before.diagnostics if before else ()
    new = [] if before is None else _beyond(earlier, after.diagnostics, Level.ERROR)
    errors = [one for one in after.diagnostics if one.level is Level.ERROR and (_is_shown(one, shown) or one in new)]
    here = [one for one in after.diagnostics if _is_shown(one, shown)]
    about_errors = full.render(_outcome(errors, here, after)) if errors else ""
    return about_errors + "".join(_about_warnings([one for one in earlier if _is_shown(one, shown)], here, after))


def _about_warnings(earlier: list[Diagnostic], now: list[Diagnostic], after: Checked) -> Iterator[str]:
    new, mended = _beyond(earlier, now, Level.WARNING), _beyond(now, earlier, Level.WARNING)
    if not new and not mended:
        return
    yield concise.render(_outcome(new[:MOST], now, after))
    if len(new) > MOST:
        yield f"and {counted(len(new) - MOST, 'warning')} more: `agendakit check` shows all.\n"
    count = sum(one.level is Level.WARNING for one in now)
    done = f", {len(mended):,} mended" if mended else ""
    yield f"{counted(count, 'warning')}{done}.\n".capitalize()


def _beyond(known: Iterable[Diagnostic], diagnostics: Iterable[Diagnostic], level: Level) -> list[Diagnostic]:
    """Findings of a level that are not among the known ones, wherever their lines moved."""
    left = Counter(key_of(one) for one in known if one.level is level)
    found = []
    for one in diagnostics:
        if one.level is not level:
            continue
        key = key_of(one)
        if left[key]:
            left[key] -= 1
        else:
            found.append(one)
    return found


def _is_shown(diagnostic: Diagnostic, shown: Collection[PurePosixPath] | None) -> bool:
    return shown is None or diagnostic.place.path in shown


def _outcome(diagnostics: Iterable[Diagnostic], counted_in: Iterable[Diagnostic], checked: Checked) -> Outcome:
    summary = summarise(checked, counted_in)
    return Outcome(diagnostics=tuple(diagnostics), documents=checked.documents, summary=summary)

"""Fixes put into effect: sources with findings in, mended texts out.

A round takes the fixes that do not overlap, leaves out those that do harm, and checks the catalogue anew; the rounds
end when one has nothing left to take. So fixing twice is the same as fixing once.
"""

from __future__ import annotations

from bisect import bisect, insort
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from agendakit.diagnostic import Safety
from agendakit.document import parse
from agendakit.harm import does_harm
from agendakit.text import Edit, splice
from agendakit.untouched import same_but_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import PurePosixPath

    from agendakit.check import Checked, Sources
    from agendakit.diagnostic import Diagnostic
    from agendakit.document import Document

MAX_ROUNDS = 50
"""Only fixes that undo each other would need more."""

T = TypeVar("T")
Check = Callable[["Sources"], "Checked"]
Wanted = Callable[["Checked"], "Iterable[Diagnostic]"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """Outcome of fixing.

    Attributes:
        texts: New text by path, of the files that changed.
        mended: Findings whose fixes were applied, in the order of the rounds.
        refused: Findings whose fixes would do harm, or change more than they say; they are still there.
        checked: The catalogue as it is after the fixes.
    """

    texts: Mapping[PurePosixPath, str]
    mended: tuple[Diagnostic, ...]
    refused: tuple[Diagnostic, ...]
    checked: Checked


def fix(sources: Sources, check: Check, wanted: Wanted, *, unsafe: bool = False) -> Fixed:
    """Apply every fix that does no harm; costs a check of the catalogue for each round.

    Args:
        sources: What was read.
        check: Checks sources; called again after each round.
        wanted: Findings that are to be mended, of all that a check found.
        unsafe: Apply unsafe fixes too.
    """
    checked = check(sources)
    texts: dict[PurePosixPath, str] = {}
    mended: list[Diagnostic] = []
    for _ in range(MAX_ROUNDS):
        chosen = _exact(_fixable(checked, wanted, unsafe=unsafe), checked)
        trial = _Trial(sources, checked, check)
        taken = _passing(chosen, trial.passes)
        if not taken:
            break
        mended += taken
        texts.update(_texts(taken, checked))
        sources, checked = trial.sources, trial.checked
    return Fixed(texts=texts, mended=tuple(mended), refused=_fixable(checked, wanted, unsafe=unsafe), checked=checked)


class _Trial:
    """Whether fixes leave the catalogue no worse, with what the last that did made of it."""

    def __init__(self, sources: Sources, checked: Checked, check: Check) -> None:
        self.before = (sources, checked)
        self.sources, self.checked = sources, checked
        self.check = check

    def passes(self, fixed: Sequence[Diagnostic]) -> bool:
        sources, checked = self.before
        after = replace(sources, files={**sources.files, **_texts(fixed, checked)})
        found = self.check(after)
        if does_harm(checked, found, fixed):
            return False
        self.sources, self.checked = after, found
        return True


def _fixable(checked: Checked, wanted: Wanted, *, unsafe: bool) -> tuple[Diagnostic, ...]:
    """Findings with a fix to apply, in files that can be written back as they were read."""
    safeties = {Safety.SAFE, Safety.UNSAFE} if unsafe else {Safety.SAFE}
    return tuple(
        diagnostic
        for diagnostic in wanted(checked)
        if diagnostic.finding.fix is not None
        and diagnostic.finding.fix.safety in safeties
        and (document := checked.documents.get(diagnostic.place.path)) is not None
        and document.undecodable is None
        and not document.oversized
    )


def _exact(fixable: Iterable[Diagnostic], checked: Checked) -> list[Diagnostic]:
    """Fixes that can be applied at once and change nothing but what they say."""
    chosen = []
    for path, diagnostics in _by_path(fixable).items():
        document = checked.documents[path]
        chosen += _passing(_apart(diagnostics, document), lambda some, of=document: _says_all(of, some))  # type: ignore[misc]  # a lambda's default has no type
    return chosen


def _apart(diagnostics: Iterable[Diagnostic], document: Document) -> list[Diagnostic]:
    """Fixes none of whose edits overlaps with one before; the others wait for the next round."""
    spans: list[Edit] = []
    chosen = []
    for diagnostic in diagnostics:
        edits = _edits(diagnostic, document)
        if all(_is_free(edit, spans) for edit in edits) and len({edit.span for edit in edits}) == len(edits):
            chosen.append(diagnostic)
            for edit in edits:
                insort(spans, edit)
    return chosen


def _is_free(edit: Edit, taken: list[Edit]) -> bool:
    at = bisect(taken, edit)
    neighbours = taken[max(at - 1, 0) : at + 1]
    return not any(
        edit.span == other.span or (edit.span.start < other.span.end and other.span.start < edit.span.end)
        for other in neighbours
    )


def _says_all(document: Document, fixed: Sequence[Diagnostic]) -> bool:
    """Whether the fixes change something, and nothing but what their edits touch."""
    edits = [edit for diagnostic in fixed for edit in _edits(diagnostic, document)]
    text = splice(document.text, edits)
    return text != document.text and same_but_for(document, parse(document.path, text), edits)


def _texts(fixed: Iterable[Diagnostic], checked: Checked) -> dict[PurePosixPath, str]:
    """New text by path."""
    texts = {}
    for path, diagnostics in _by_path(fixed).items():
        document = checked.documents[path]
        edits = [edit for diagnostic in diagnostics for edit in _edits(diagnostic, document)]
        texts[path] = splice(document.text, edits)
    return texts


def _edits(diagnostic: Diagnostic, document: Document) -> tuple[Edit, ...]:
    """Edits of a finding's fix, with the line breaks of the file."""
    found = diagnostic.finding.fix
    assert found is not None, "only findings with a fix get here"
    starts = document.lines.starts
    if len(starts) < 2 or document.text[starts[1] - 2 : starts[1]] != "\r\n":
        return found.edits
    return tuple(Edit(edit.span, edit.text.replace("\r\n", "\n").replace("\n", "\r\n")) for edit in found.edits)


def _by_path(diagnostics: Iterable[Diagnostic]) -> dict[PurePosixPath, list[Diagnostic]]:
    grouped: dict[PurePosixPath, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        grouped.setdefault(diagnostic.place.path, []).append(diagnostic)
    return grouped


def _passing(items: Sequence[T], passes: Callable[[Sequence[T]], bool]) -> list[T]:
    """Items that pass together: all where they do, else those that a search by halves can add one to the other."""

    def extended(kept: list[T], more: Sequence[T]) -> list[T]:
        if not more or passes([*kept, *more]):
            return [*kept, *more]
        if len(more) == 1:
            return kept
        middle = len(more) // 2
        return extended(extended(kept, more[:middle]), more[middle:])

    return extended([], items)

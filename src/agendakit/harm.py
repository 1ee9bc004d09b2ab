"""Whether fixes left a catalogue worse than it was.

A fix may bring to light what could not be seen before: front matter that can be read again has findings of its own,
an entry that validates is seen by the rules about entries, and a field that is in order may ask for others. That is no
harm. Everything else that appears is, unless it weighs less than what was mended.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import PurePosixPath

    from agendakit.check import Checked
    from agendakit.diagnostic import Diagnostic

_UNREAD, _OF_NO_KIND, _NOT_VALID, _WHOLE = range(4)

_TAKEN_FOR_PAGE = ("broken-front-matter", "missing-kind", "hidden-character")
"""Rules that say of a plain page, or may, that it is meant as an entry: more of it comes to light when it is mended."""

_BY_OTHERS = ("missing-field",)
"""Rules that ask for a field on account of another, as soon as that one is in order."""

Key = tuple["PurePosixPath", str, str, int]


def does_harm(before: Checked, after: Checked, mended: Iterable[Diagnostic]) -> bool:
    """Whether what was to be mended is still there, something as grave is new, or a file is understood less."""
    mended = tuple(mended)
    limits = _lightest(mended)
    understood = {path: (_understood(before, path), _understood(after, path)) for path in limits}
    if any(now < then for then, now in understood.values()):
        return True
    risen = {path for path, (then, now) in understood.items() if now > then}
    had, has = Counter(_keys(before.diagnostics)), Counter(_keys(after.diagnostics))
    for key, count in Counter(_keys(mended)).items():
        # Of front matter that cannot be read, only the first mistake is known; the next may be of the same sort.
        if had[key] - has[key] < count and understood[key[0]][0] > _UNREAD:
            return True
    elsewhere = max(limits.values(), default=0)
    clearer = {path for path in limits if _wrong_fields(after, path) < _wrong_fields(before, path)}
    for path, rule, _, weight in has - had:
        revealed = path in risen or (bool(risen) and path not in limits) or (rule in _BY_OTHERS and path in clearer)
        if not revealed and weight <= limits.get(path, elsewhere):
            return True
    return False


def _wrong_fields(checked: Checked, path: PurePosixPath) -> int:
    """In how many fields of an entry something is wrong, by the schema."""
    rejects = (reject for reject in checked.catalogue.rejects if reject.document.path == path)
    return sum(len({error.route[:1] for error in reject.errors}) for reject in rejects)


def _lightest(mended: Iterable[Diagnostic]) -> dict[PurePosixPath, int]:
    """Weight of the lightest finding that was mended, by path."""
    weights: dict[PurePosixPath, int] = {}
    for diagnostic in mended:
        path = diagnostic.place.path
        weights[path] = max(weights.get(path, 0), diagnostic.level.weight)
    return weights


def _keys(diagnostics: Iterable[Diagnostic]) -> Iterable[Key]:
    """What tells findings apart when lines move: places and routes do not."""
    return ((one.place.path, one.rule, one.finding.message, one.level.weight) for one in diagnostics)


def _understood(checked: Checked, path: PurePosixPath) -> int:
    """How far a file could be understood."""
    front = checked.documents[path].front
    if front is not None and not front.readable:
        return _UNREAD
    if front is None or "kind" not in front.values:
        taken_for_page = any(one.rule in _TAKEN_FOR_PAGE and one.place.path == path for one in checked.diagnostics)
        return _UNREAD if taken_for_page else _WHOLE
    reject = next((one for one in checked.catalogue.rejects if one.document.path == path), None)
    if reject is None:
        return _WHOLE
    return _NOT_VALID if reject.kind else _OF_NO_KIND

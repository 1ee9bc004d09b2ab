"""What changed in a catalogue within a week, as git tells, and who lost a path by it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from agendakit.change import Change, compare
from agendakit.check import Checked, check
from agendakit.git_program import said_by_git
from agendakit.health import WEEK_DAYS, Item, Line
from agendakit.revision import read_revision
from agendakit.words import counted
from agendakit.workspace import Workspace, WorkspaceError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


def this_week(workspace: Workspace, checked: Checked, today: date) -> Line | None:
    """The line of `health`; `None` where git does not know the folder, or knows nothing that is a week old."""
    revision = _revision(workspace, today)
    if not revision:
        return None
    try:
        before = check(read_revision(workspace, revision), workspace.config, today)
    except WorkspaceError:
        return None
    items = tuple(_items(compare(before, checked, workspace.config.assumes)))
    return Line(
        name="this-week",
        title="Changed within a week",
        items=items,
        command=f"agendakit diff {revision[:10]}" if items else "",
    )


def _items(change: Change) -> Iterator[Item]:
    """Lost paths first, for they are what a curator may want to undo."""
    for loss in change.losses:
        reader = f"who knows {loss.knows}" if loss.knows else "without previous knowledge"
        for name in loss.entries:
            yield Item(id=name, words=f"is out of reach for a reader {reader}; missing: {', '.join(loss.missing)}")
    yield from (Item(id=one.id, words=f"is a new {one.kind}") for one in change.added)
    yield from (Item(id=one.id, words=f"was a {one.kind}, and is removed") for one in change.removed)
    yield from (Item(id=one.new, words=f"was called {one.old}") for one in change.renamed)
    for changed in change.changed:
        parts = [counted(len(changed.fields), "field")] if changed.fields else []
        yield Item(id=changed.id, words=f"changed in {' and '.join([*parts, *(['its text'] if changed.body else [])])}")


def _revision(workspace: Workspace, today: date) -> str:
    """The last commit that is a week old; empty where there is none."""
    before = (today - timedelta(days=WEEK_DAYS - 1)).isoformat()
    return said_by_git(workspace.folder, "rev-list", "-1", f"--before={before}T00:00:00", "HEAD")

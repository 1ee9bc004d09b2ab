"""Which of the findings a command is about: rules, paths and what is new."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from agendakit.check import all_rules
from agendakit.nearest import did_you_mean, nearest

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from agendakit.check import Checked
    from agendakit.diagnostic import Diagnostic
    from agendakit.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """What is asked for; `None` asks for all.

    Attributes:
        paths: Files, or folders with all below them.
        base: An earlier state whose findings do not count.
    """

    select: frozenset[str] | None = None
    ignore: frozenset[str] | None = None
    paths: tuple[PurePosixPath, ...] | None = None
    base: Checked | None = None

    def of(self, checked: Checked) -> tuple[Diagnostic, ...]:
        """Findings that are asked for, in their order."""
        diagnostics = checked.diagnostics if self.base is None else _new(self.base, checked)
        return tuple(diagnostic for diagnostic in diagnostics if self._includes(diagnostic))

    def _includes(self, diagnostic: Diagnostic) -> bool:
        return (
            (self.select is None or diagnostic.rule in self.select)
            and (self.ignore is None or diagnostic.rule not in self.ignore)
            and (self.paths is None or any(diagnostic.place.path.is_relative_to(path) for path in self.paths))
        )


def _new(base: Checked, checked: Checked) -> tuple[Diagnostic, ...]:
    from agendakit.since import new_since  # noqa: PLC0415  # only where a revision is named

    return new_since(base, checked)


def rule_names(_: click.Context, parameter: click.Parameter, value: str | None) -> frozenset[str] | None:
    """Names of rules, separated by commas."""
    if value is None:
        return None
    names = frozenset(name.strip() for name in value.split(",") if name.strip())
    known = [rule.name for rule in all_rules()]
    for name in sorted(names - set(known)):
        suggestion = did_you_mean(nearest(name, known))
        raise click.BadParameter(f"`{name}` is no rule. {suggestion}".rstrip(), param=parameter)
    return names


def completed_rules(_: click.Context, __: click.Parameter, incomplete: str) -> list[str | CompletionItem]:
    """Rules that the last of the names may become."""
    before, comma, last = incomplete.rpartition(",")
    return [f"{before}{comma}{rule.name}" for rule in all_rules() if rule.name.startswith(last)]


def paths_in(workspace: Workspace, names: tuple[str, ...]) -> tuple[PurePosixPath, ...] | None:
    """Paths relative to the workspace; a path that does not exist is a mistake of the caller's."""
    if not names:
        return None
    found = []
    for name in names:
        path = Path(name).absolute()
        if not path.exists():
            raise click.BadParameter(f"`{name}` does not exist.", param_hint="PATHS")
        inside = place_in(workspace, path)
        if inside is not None:
            found.append(inside)
    return tuple(found)


def place_in(workspace: Workspace, path: Path) -> PurePosixPath | None:
    """A path as sources name it, `None` where it lies elsewhere."""
    folder = workspace.folder.resolve()
    # The last step is not resolved: a link inside the catalogue is a file of its own.
    place = path.absolute().parent.resolve() / path.name
    return PurePosixPath(place.relative_to(folder).as_posix()) if place.is_relative_to(folder) else None

"""The bibliography on the disk, as the commands of `papers` work on it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from agendakit.cli._catalogue import checked_of, workspace_of
from agendakit.identifiers import Identifier, identify
from agendakit.papers_file import with_items
from agendakit.text import LineIndex
from agendakit.words import counted
from agendakit.workspace import Workspace, WorkspaceError, write

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from agendakit.bibliography import Bibliography
    from agendakit.catalogue import Catalogue

_NO_LETTER = re.compile(r"\W+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A workspace, its catalogue, and the text of its bibliography (empty where there is none yet)."""

    workspace: Workspace
    catalogue: Catalogue
    text: str

    @property
    def bibliography(self) -> Bibliography:
        """The papers that are listed."""
        return self.catalogue.bibliography

    def put(self, items: Sequence[Mapping[str, object]]) -> None:
        """Write some items into the file, and say which."""
        for item in items:
            click.echo(f"{item['id']}: {item['title']}")
        self.write(items)

    def write(self, items: Sequence[Mapping[str, object]]) -> None:
        """Write some items into the file."""
        if not items:
            return
        path = self.workspace.folder / self.workspace.config.bibliography
        text = with_items(self.bibliography, items)
        if text != self.text:
            write(path, text.encode("utf-8"))
        click.echo(f"{counted(len(items), 'paper')} written to {self.workspace.config.bibliography}.", err=True)

    def same_work(self, item: Mapping[str, object] | None, title: str, year: str) -> str | None:
        """Id of a listed paper that is the same work: by any of its names, else by title and year."""
        names = (str(item[name]) for name in ("id", "DOI", "URL") if item and item.get(name))
        for name in names:
            paper = self.bibliography.find(name)
            if paper is not None:
                return paper.id
        wanted = _letters(title)
        same = (one for one in self.bibliography.papers if _letters(one.item.title) == wanted)
        return next((one.id for one in same if wanted and (not year or one.item.year in ("", year))), None)

    def problems(self) -> Iterator[str]:
        """What is wrong with the file itself, a sentence each, with the place."""
        lines = LineIndex(self.text)
        path = self.workspace.config.bibliography
        for problem in self.bibliography.problems:
            position = lines.position(problem.span.start)
            yield f"{path}:{position.line}:{position.column}: it {problem.reason}."
        for paper in self.bibliography.papers:
            identifier = identify(paper.id)
            wanted = identifier.key if isinstance(identifier, Identifier) else ""
            position = lines.position(paper.span.start)
            if not wanted:
                yield f"{path}:{position.line}:{position.column}: `{paper.id}` is no name of a paper."
            elif wanted != paper.id and not wanted.startswith("http"):
                yield f"{path}:{position.line}:{position.column}: `{paper.id}` has to be written `{wanted}`."


def desk_of(config: str | None, today: date, *, broken_too: bool = False) -> Desk:
    """Read it all.

    Raises:
        WorkspaceError: the file is broken, so that writing it anew would lose something.
    """
    workspace = workspace_of(config)
    checked = checked_of(workspace, today)
    document = checked.documents.get(workspace.config.bibliography)
    desk = Desk(workspace=workspace, catalogue=checked.catalogue, text=document.text if document else "")
    problems = desk.bibliography.problems
    if document is not None and problems and not broken_too:
        raise WorkspaceError(
            f"`{workspace.config.bibliography}` {problems[0].reason}, so it cannot be written without losing something."
            " `agendakit papers check` says where; mend it first."
        )
    return desk


def _letters(title: str) -> str:
    return _NO_LETTER.sub(" ", title.casefold()).strip()

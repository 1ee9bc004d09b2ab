"""Which entries a preview is about: those that are named, and their neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from posixpath import normpath
from typing import TYPE_CHECKING

from agendakit.destinations import ToEntry, ToFile, destination
from agendakit.mentions import links_of
from agendakit.nearest import did_you_mean, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from agendakit.catalogue import Catalogue

CHANGED = "changed"
"""Stands for the files that differ from the last commit."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asked to see.

    Attributes:
        words: As written: an id, a folder, a file, or `changed`.
        place: The same as a path from the configuration's folder, if there was such a file or folder; else empty.
    """

    words: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a preview shows, by the paths of the files.

    Attributes:
        chosen: What was asked for.
        neighbours: Entries that those refer to, and entries that refer to those.
        unknown: A sentence for each wish that names nothing.
    """

    chosen: frozenset[PurePosixPath]
    neighbours: frozenset[PurePosixPath]
    unknown: tuple[str, ...]

    @property
    def shown(self) -> frozenset[PurePosixPath]:
        """All that has a page."""
        return self.chosen | self.neighbours


def choose(wishes: Sequence[Wish], catalogue: Catalogue, changed: Callable[[], frozenset[PurePosixPath]]) -> Choice:
    """Find what is meant; linear in the number of entries.

    Args:
        wishes: What was asked for.
        catalogue: Where to look for it.
        changed: Gives the files that differ from the last commit; asked only if somebody wants to know.
    """
    files = _files(catalogue)
    chosen: set[PurePosixPath] = set()
    unknown: list[str] = []
    for wish in wishes:
        if wish.words == CHANGED:
            chosen |= changed() & files.keys()
            continue
        found = _meant(wish, catalogue, files)
        chosen |= found
        if not found:
            unknown.append(_unknown(wish, catalogue, files))
    neighbours = _neighbours(frozenset(chosen), catalogue, files)
    return Choice(chosen=frozenset(chosen), neighbours=neighbours, unknown=tuple(unknown))


def _files(catalogue: Catalogue) -> dict[PurePosixPath, str]:
    """Id of each Markdown file of the catalogue, empty for a plain page."""
    entries = (*catalogue.sources, *catalogue.rejects, *catalogue.doubles)
    return {page.path: "" for page in catalogue.pages} | {one.document.path: one.id for one in entries}


def _meant(wish: Wish, catalogue: Catalogue, files: dict[PurePosixPath, str]) -> set[PurePosixPath]:
    name = catalogue.canonical(wish.words)
    if found := {path for path, known in files.items() if known and known == name}:
        return found
    written = wish.words.strip("/")
    for place in (wish.place, written, written and f"{catalogue.root}/{written}"):
        below = PurePosixPath(normpath(place)) if place else None
        if below and (found := {path for path in files if path.is_relative_to(below)}):
            return found
    return set()


def _unknown(wish: Wish, catalogue: Catalogue, files: dict[PurePosixPath, str]) -> str:
    folders = {parent for path in files for parent in path.parents if parent.is_relative_to(catalogue.root)}
    names = {name for name in files.values() if name} | {
        path.relative_to(catalogue.root).as_posix() for path in folders if path != catalogue.root
    }
    said = f"`{wish.words}` is neither the id of an entry nor a folder with entries."
    return f"{said} {did_you_mean(nearest(wish.words.strip('/'), sorted(names)))}".rstrip()


def _neighbours(
    chosen: frozenset[PurePosixPath], catalogue: Catalogue, files: dict[PurePosixPath, str]
) -> frozenset[PurePosixPath]:
    paths = {name: path for path, name in reversed(files.items()) if name}
    named: dict[PurePosixPath, set[str]] = {}
    for reference in catalogue.references:
        named.setdefault(reference.source.document.path, set()).add(reference.target)
    found: set[PurePosixPath] = set()
    for source in catalogue.sources:
        here = source.document.path
        names = {*named.get(here, ()), catalogue.agenda_of.get(source.id, "")}
        others: set[PurePosixPath] = set()
        for link in links_of(source.document):
            match destination(link.target, here):
                case ToEntry(id=name):
                    names.add(name)
                case ToFile(path=path) if path in files:
                    others.add(path)
                case _:
                    pass
        others |= {paths[known] for name in names if (known := catalogue.canonical(name)) in paths}
        if here in chosen:
            found |= others
        elif others & chosen:
            found.add(here)
    return frozenset(found - chosen)

"""An id changed everywhere: file, references, links in prose, alias, configuration.

Works on texts in memory. Only the spans that name the entry change; all else stays byte for byte.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from agendakit.addresses import RESERVED
from agendakit.edits import replaced
from agendakit.model import KINDS
from agendakit.model.reflect import field_at
from agendakit.model.scalars import LONGEST_SLUG
from agendakit.record import INDEX, entry_id, is_id
from agendakit.text import Edit, Span, splice

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from agendakit.catalogue import Catalogue
    from agendakit.diagnostic import Route
    from agendakit.document import Document
    from agendakit.outline import Link

ENTRY_SCHEME = "entry:"
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:[ \t]*(?:<(?=[^>\n]*>))?([^\s<>]+)", re.MULTILINE)
_ASSUMES = re.compile(r"^[ \t]*assumes[ \t]*=[ \t]*\[(?P<items>[^\]]*)\]", re.MULTILINE)


class RenameError(ValueError):
    """An entry cannot get this id; the message is for the author."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Renaming:
    """What a rename changes.

    Attributes:
        moves: File or folder by its old path, in the order to move them.
        edits: Edits by the path that a file has before the move; files without any are left out.
    """

    moves: Mapping[PurePosixPath, PurePosixPath]
    edits: Mapping[PurePosixPath, tuple[Edit, ...]] = field(default_factory=dict)


def plan(catalogue: Catalogue, documents: Mapping[PurePosixPath, Document], old: str, new: str) -> Renaming:
    """What has to change so that an entry gets another id; linear in the catalogue.

    Raises:
        RenameError: there is no such entry, or the new id is taken or none.
    """
    entry = _entry(catalogue, documents, old)
    _see_free(catalogue, old, new)
    moves = _moves(entry, new)
    edits = {}
    for path, document in documents.items():
        if path.suffix != ".md" or document.undecodable is not None:
            continue
        found = [*_references(document, old, new), *_links(document, moves, old, new)]
        if path == entry.path:
            found += _alias(document, old, new)
        if found:
            edits[path] = tuple(sorted(set(found)))
    return Renaming(moves=moves, edits=edits)


def in_configuration(text: str, old: str, new: str) -> str:
    """A configuration in which `assumes` names the new id."""
    assumes = _ASSUMES.search(text)
    if assumes is None:
        return text
    quoted = re.compile(rf"""(?<=(["'])){re.escape(old)}(?=\1)""")
    edits = (Edit(Span(*found.span()), new) for found in quoted.finditer(text, *assumes.span("items")))
    return splice(text, edits)


def moved(path: PurePosixPath, moves: Mapping[PurePosixPath, PurePosixPath]) -> PurePosixPath:
    """Where a file lies after the moves."""
    for before, after in moves.items():
        if path == before:
            return after
        if path.is_relative_to(before):
            return after / path.relative_to(before)
    return path


def _entry(catalogue: Catalogue, documents: Mapping[PurePosixPath, Document], old: str) -> Document:
    if old not in catalogue.kinds:
        raise RenameError(f"No entry has the id `{old}`.")
    found = [document for document in documents.values() if document.kind in KINDS and entry_id(document) == old]
    if len(found) != 1:
        raise RenameError(f"`{old}` is the id of more than one file; give one of them another name by hand first.")
    return found[0]


def _see_free(catalogue: Catalogue, old: str, new: str) -> None:
    if new == old:
        raise RenameError(f"`{new}` is the id already.")
    if not is_id(new):
        raise RenameError(
            f"`{new}` is no id: lower-case letters, digits and single hyphens, {LONGEST_SLUG} characters at most."
        )
    if new in RESERVED:
        raise RenameError(f"`{new}` is the name of a generated page; choose another.")
    if new in catalogue.kinds:
        raise RenameError(f"`{new}` is the id of another entry.")
    holder = catalogue.aliases.get(new, old)
    if holder != old:
        raise RenameError(f"`{new}` is an earlier id of `{holder}`; links to it still lead there.")


def _moves(entry: Document, new: str) -> dict[PurePosixPath, PurePosixPath]:
    path = entry.path
    if path.stem == INDEX:
        return {path.parent: path.parent.with_name(new)}
    return {path: path.with_name(f"{new}{path.suffix}")}


def _references(document: Document, old: str, new: str) -> Iterator[Edit]:
    """Values of the front matter that name the entry, in entries that do not validate too."""
    front = document.front
    if front is None or document.kind not in KINDS:
        return
    for route, value, span in front.scalars():
        if value == old and _names_entry(document.kind, route):
            yield from replaced(document, span, old, new)


def _names_entry(kind: str, route: Route) -> bool:
    info = field_at(kind, route)
    if info is None:
        return False
    if info.shorthand and isinstance(route[-1], int):
        info = next(child for child in info.children if child.name == info.shorthand)
    return bool(info.kinds & KINDS.keys())


def _links(document: Document, moves: Mapping[PurePosixPath, PurePosixPath], old: str, new: str) -> Iterator[Edit]:
    for link in document.outline.links:
        target = _new_target(document, link.target, moves, old, new)
        if target == link.target:
            continue
        span = _written(document, link)
        if span is not None:
            yield Edit(span, target)


def _new_target(
    document: Document, target: str, moves: Mapping[PurePosixPath, PurePosixPath], old: str, new: str
) -> str:
    name, mark, anchor = target.partition("#")
    if name == f"{ENTRY_SCHEME}{old}":
        return f"{ENTRY_SCHEME}{new}{mark}{anchor}"
    if not name or ":" in name or name.startswith("/"):
        return target
    plain = unquote(name)
    meant = PurePosixPath(posixpath.normpath(document.path.parent / plain))
    after = moved(meant, moves)
    here = moved(document.path, moves).parent
    if after == meant and here == document.path.parent:
        return target
    relative = posixpath.relpath(after, here) + ("/" if plain.endswith("/") else "")
    if posixpath.normpath(plain) == posixpath.normpath(relative):
        return target
    return f"{quote(relative) if '%' in name else relative}{mark}{anchor}"


def _written(document: Document, link: Link) -> Span | None:
    """Where the destination of a link stands in the text: in place, or in the definition that it refers to."""
    wanted = unquote(link.target)
    source = link.span.of(document.text)
    bare = source.strip("<>")
    if unquote(bare) == wanted:
        start = link.span.start + source.index(bare)
        return Span(start, start + len(bare))
    for definition in _DEFINITION.finditer(document.text, document.body_start):
        if unquote(definition.group(1)) == wanted:
            return Span(*definition.span(1))
    return None


def _alias(document: Document, old: str, new: str) -> Iterator[Edit]:
    """The old id among the aliases; the new one no longer, if it was an earlier one."""
    front = document.front
    assert front is not None, "an entry has front matter"
    line_end = "\r\n" if "\r\n" in document.text else "\n"
    aliases = front.value_at(("aliases",))
    if not isinstance(aliases, list) or not aliases:
        if front.has(("aliases",)):
            yield Edit(front.value_span(("aliases",)), f"[{old}]")
            return
        yield Edit(Span(front.source.end, front.source.end), f"aliases: [{old}]{line_end}")
        return
    if new in aliases:
        span = front.value_span(("aliases", aliases.index(new)))
        yield from replaced(document, span, new, old)
        return
    last = front.value_span(("aliases", len(aliases) - 1))
    if document.text[front.value_span(("aliases",)).start] == "[":
        yield Edit(Span(last.end, last.end), f", {old}")
        return
    line = document.lines.line_span(document.lines.position(last.start).line)
    before_dash = document.text[line.start : last.start].partition("-")[0]
    yield Edit(Span(line.end, line.end), f"{line_end}{before_dash}- {old}")

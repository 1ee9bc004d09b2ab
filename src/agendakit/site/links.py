"""Links from one page of the site to another, as relative addresses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from posixpath import normpath
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from agendakit.addresses import page_address

if TYPE_CHECKING:
    from pathlib import PurePosixPath

    from agendakit.catalogue import Catalogue, Source


_PLAIN = re.compile(r"[A-Za-z0-9_.~/-]*")
"""A path that needs no quoting, as nearly all are."""


def relative(page: str, target: str) -> str:
    """Link from the page at one address to another address; both are relative to the site's root.

    Pages are folders, so an address that ends in a slash (or is empty) stands for the page in it.
    """
    path, mark, rest = target.partition("?") if "?" in target else target.partition("#")
    if path == page and mark == "#":
        return f"#{rest}"
    way = _way(page, path)
    return (way if _PLAIN.fullmatch(way) else quote(way)) + mark + rest


def _way(page: str, path: str) -> str:
    """Where a path lies from the folder of a page; neither holds a step up."""
    here = page.split("/")[:-1]
    *folders, name = path.split("/")
    shared = 0
    for one, other in zip(here, folders, strict=False):
        if one != other:
            break
        shared += 1
    steps = [*[".."] * (len(here) - shared), *folders[shared:]]
    return "/".join((*steps, name)) if steps else name or "./"


@dataclass(frozen=True, slots=True)
class Linker:
    """Where the links on one page lead.

    Attributes:
        page: Address of the page.
    """

    catalogue: Catalogue
    page: str
    drafts: bool = False

    def to(self, target: str) -> str:
        """Link to an address on the site."""
        return relative(self.page, target)

    def source(self, name: str) -> Source | None:
        """Entry that a name leads to, if it has a page."""
        name = self.catalogue.canonical(name)
        found = self.catalogue.records.get(name)
        return found or (self.catalogue.drafts.get(name) if self.drafts else None)

    def entry(self, name: str) -> str | None:
        """Link to an entry's page, `None` where it has none."""
        source = self.source(name)
        return None if source is None else self.to(page_address(source, self.catalogue.root))

    def file(self, target: str, document: PurePosixPath) -> str | None:
        """Link to a file that a document names relative to itself; `None` where it leads out of the catalogue."""
        path, mark, anchor = target.partition("#")
        if not path:
            return target
        root = self.catalogue.root
        within = normpath((document.parent / unquote(path)).as_posix())
        if not within.startswith(f"{root.as_posix()}/") and within != root.as_posix():
            return None
        address = within.removeprefix(root.as_posix()).removeprefix("/")
        if address.endswith(".md"):
            stem = address.removesuffix(".md")
            address = stem.removesuffix("index") if stem.rpartition("/")[2] == "index" else f"{stem}/"
        return self.to(address) + mark + anchor

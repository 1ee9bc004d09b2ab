"""Links from one page of the site to another, as relative addresses."""

from __future__ import annotations

from dataclasses import dataclass
from posixpath import normpath, relpath
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from agendakit.addresses import page_address

if TYPE_CHECKING:
    from pathlib import PurePosixPath

    from agendakit.catalogue import Catalogue, Source


def relative(page: str, target: str) -> str:
    """Link from the page at one address to another address; both are relative to the site's root.

    Pages are folders, so an address that ends in a slash (or is empty) stands for the page in it.
    """
    path, mark, rest = target.partition("?") if "?" in target else target.partition("#")
    if path == page and mark == "#":
        return f"#{rest}"
    found = relpath(path or ".", page or ".")
    slash = "/" if not path or path.endswith("/") else ""
    return quote(f"{found}{slash}") + mark + rest


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

"""The site's files as any engine takes them, without a plugin.

Each generated page is the `index.md` of a folder. Engines differ in what they make of a relative link in raw HTML:
MkDocs leaves it as it is, Zensical takes it for relative to the source file. In an `index.md` both are the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from posixpath import relpath
from typing import TYPE_CHECKING
from urllib.parse import quote

from agendakit.destinations import ToFile, destination
from agendakit.site.pages import build
from agendakit.text import Edit, splice

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from agendakit.document import Document
    from agendakit.site.place import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineFiles:
    """Everything that belongs into an engine's folder of documents, by its path there.

    Attributes:
        texts: What is generated, and the author's plain pages.
        copied: The author's other files, by their paths in the catalogue.
        hidden: Files of the author whose names are those of generated ones, and which are left out.
    """

    texts: Mapping[str, str]
    copied: Mapping[str, PurePosixPath]
    hidden: tuple[str, ...]


def engine_files(site: Site) -> EngineFiles:
    """All files; linear in their number."""
    made = tuple(build(site))
    texts = {_folder_page(file.path): file.content for file in made}
    moved = {file.path: _folder_page(file.path) for file in made if file.path != _folder_page(file.path)}
    taken = {*texts, *moved}
    sources = {file.source for file in made if file.source}
    pages = {site.within(page.path): page for page in site.catalogue.pages if page.path not in sources}
    below = (path for path in site.catalogue.files if path.is_relative_to(site.catalogue.root))
    others = {site.within(path): path for path in below if path.suffix != ".md"}
    return EngineFiles(
        texts=texts | {name: _with_links(page, moved, site) for name, page in pages.items() if name not in taken},
        copied={name: path for name, path in others.items() if name not in taken},
        hidden=tuple(sorted(taken & {*pages, *others})),
    )


def _folder_page(path: str) -> str:
    """Path of a page as the `index.md` of a folder; other files stay where they are."""
    if not path.endswith(".md") or PurePosixPath(path).name == "index.md":
        return path
    return f"{path.removesuffix('.md')}/index.md"


def _with_links(page: Document, moved: Mapping[str, str], site: Site) -> str:
    """A plain page whose links follow the pages that moved into folders."""
    return splice(page.text, _edits(page, moved, site))


def _edits(page: Document, moved: Mapping[str, str], site: Site) -> Iterator[Edit]:
    for link in page.outline.links:
        target = destination(link.target, page.path)
        if not isinstance(target, ToFile) or not target.path.is_relative_to(site.catalogue.root):
            continue
        found = moved.get(site.within(target.path))
        if found is None or link.span.of(page.text).startswith("["):
            continue
        path = quote(relpath(found, site.within(page.path.parent)))
        yield Edit(link.span, f"{path}#{target.anchor}" if target.anchor else path)

"""Links within a built site that lead to no file of it, or to no anchor of a page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from posixpath import normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from agendakit.nearest import nearest
from agendakit.site.page_parts import page_parts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_TOP = ("", "top")


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenLink:
    """A link that leads nowhere.

    Attributes:
        page: The first page that has it, in the order of the paths.
        link: As it is written there.
        fault: What is wrong with it, to follow the link.
        others: How many other pages lead to the same nowhere.
    """

    page: str
    line: int
    link: str
    fault: str
    others: int


@dataclass(frozen=True, slots=True)
class _Wanted:
    page: str
    line: int
    link: str


class LinkCheck:
    """Reads page after page of a site, and then tells which links are broken.

    Args:
        files: Paths of all files of the site.
        url: Where the site is published, empty where that is not known; it tells the sub-path that the site lies in.
    """

    def __init__(self, files: Collection[str], url: str) -> None:
        self._files = files
        self._url = f"{url.rstrip('/')}/" if url else ""
        self._base = urlsplit(self._url).path or "/"
        self._anchors: dict[str, frozenset[str]] = {}
        self._wanted: dict[tuple[str, str], list[_Wanted]] = {}
        self._ways: dict[tuple[str, str], str | None] = {}

    def read(self, path: str, html: str) -> None:
        """Note where a page leads, and its anchors."""
        parts = page_parts(html)
        self._anchors[path] = parts.anchors
        folder = path.rpartition("/")[0]
        for link in parts.links:
            target = self._within(link.target)
            if target is None:
                continue
            way, _, anchor = target.partition("#")
            file = self._file(folder, way.partition("?")[0]) if way else path
            key = (file, unquote(anchor)) if file is not None else ("", link.target)
            self._wanted.setdefault(key, []).append(_Wanted(path, link.line, link.target))

    def broken(self) -> Iterator[BrokenLink]:
        """Broken links in the order in which they were met, each once for all pages that have it."""
        for (file, anchor), wanted in self._wanted.items():
            fault = self._fault(file, anchor)
            if fault:
                first = wanted[0]
                pages = {one.page for one in wanted}
                yield BrokenLink(page=first.page, line=first.line, link=first.link, fault=fault, others=len(pages) - 1)

    def _within(self, link: str) -> str | None:
        """A link without the site's own address, `None` where it leads to another host."""
        if self._url and link.startswith(self._url):
            return self._base + link.removeprefix(self._url)
        return None if _ELSEWHERE.match(link) else link

    def _file(self, folder: str, way: str) -> str | None:
        """File of the site that a path leads to from a folder, whether it is there or not; `None` out of the site."""
        key = ("", way) if way.startswith("/") else (folder, way)
        if key not in self._ways:
            self._ways[key] = self._found(*key)
        return self._ways[key]

    def _found(self, folder: str, way: str) -> str | None:
        if way.startswith("/"):
            if not f"{way}/".startswith(self._base):
                return None
            path = normpath(f"./{unquote(way[len(self._base) :])}")
        else:
            path = normpath(f"./{folder}/{unquote(way)}")
        if path == ".." or path.startswith("../"):
            return None
        path = path.removeprefix("./")
        if path != "." and path in self._files:
            return path
        return "index.html" if path == "." else f"{path}/index.html"

    def _fault(self, file: str, anchor: str) -> str:
        if not file:
            below = f", which lies below `{self._base}`" if self._base != "/" else ""
            return f"leads out of the site{below}"
        if file not in self._files:
            return "leads to no page or file of the site"
        anchors = self._anchors.get(file)
        if anchors is None or anchor in _TOP or anchor in anchors or anchor.startswith(":~:"):
            return ""
        near = nearest(anchor, anchors, 1)
        meant = f"; the nearest is `#{near[0]}`" if near else ""
        return f"leads to no place of `{file}`, which has no `#{anchor}`{meant}"

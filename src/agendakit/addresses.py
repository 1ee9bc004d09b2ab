"""Addresses on the site: where a page lies, relative to the site's root."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from agendakit.record import INDEX

if TYPE_CHECKING:
    from pathlib import PurePosixPath

    from agendakit.config import Config
    from agendakit.record import Draft, Record

RESERVED = frozenset(
    (
        *("agendas", "api", "assets", "catalogue", "concepts", "contribute", "data", "feed", "guide", "health", "id"),
        *("index", "javascripts", "know", "map", "papers", "people", "projects", "search", "sitemap", "stylesheets"),
        "404",
    )
)
"""Names of generated pages and folders, which no id may take."""


def page_address(source: Record | Draft, root: PurePosixPath) -> str:
    """Address of an entry's page, such as ``elk/probe-transfer/``; an agenda's is that of its folder."""
    return _page_address(source.document.path, root)


@lru_cache(maxsize=32_768)
def _page_address(file: PurePosixPath, root: PurePosixPath) -> str:
    path = file.as_posix().removeprefix(f"{root.as_posix()}/").removesuffix(".md")
    folder, slash, name = path.rpartition("/")
    return f"{folder}{slash}" if name == INDEX else f"{path}/"


def permanent_address(name: str) -> str:
    """Address that always leads to an entry, and is the one to cite."""
    return f"id/{name}/"


def web_address(address: str, config: Config, folder: str = "") -> str:
    """A whole address where the catalogue is published, else a relative one from a file in a folder of the site."""
    up = "../" * len([part for part in folder.split("/") if part])
    return config.page_url(quote(address)) or f"{up}{quote(address)}"

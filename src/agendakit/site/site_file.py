"""One file of the site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFile:
    """One file of the site.

    Attributes:
        path: Relative to the catalogue's folder; a Markdown file becomes a page.
        source: The entry's file, relative to the configuration's folder; `None` for what no author wrote.
        draft: Whether it is shown only while one writes.
        listed: Whether navigation may list it.
        verbatim: Whether it is published as it is, even if its name is that of a page's source.
    """

    path: str
    content: str
    source: PurePosixPath | None = None
    draft: bool = False
    listed: bool = False
    verbatim: bool = False

"""Where mkdocs.yml says something else than the catalogue's configuration."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.config import Config


@dataclass(frozen=True, slots=True, kw_only=True)
class Theirs:
    """What MkDocs was told.

    Attributes:
        directories: Whether a page is a folder (`use_directory_urls`).
    """

    docs_dir: str
    site_url: str | None
    repo_url: str | None
    directories: bool


def disagreements(theirs: Theirs, ours: Config, catalogue: str) -> Iterator[str]:
    """A sentence for each; `catalogue` is the absolute path of the catalogue's folder."""
    if Path(theirs.docs_dir) != Path(catalogue):
        yield f"`docs_dir` in mkdocs.yml is `{theirs.docs_dir}`, and the catalogue lies in `{catalogue}`."
    for name, theirs_url, key, our_url in (
        ("site_url", theirs.site_url, "url", ours.url),
        ("repo_url", theirs.repo_url, "repository", ours.repository),
    ):
        if theirs_url and our_url and theirs_url.rstrip("/") != our_url.rstrip("/"):
            yield f"`{name}` in mkdocs.yml is `{theirs_url}`, and `{key}` in the configuration is `{our_url}`."
    if not theirs.directories:
        yield "Links on the site need `use_directory_urls: true` in mkdocs.yml."

"""Links into the repository that holds the entries: to a file, to its editor, to a prefilled issue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode, urlsplit

if TYPE_CHECKING:
    from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True, kw_only=True)
class RepositoryLinks:
    """What a reader can do with one entry in the repository.

    Attributes:
        claim: A new issue that says one wants to work on it.
        tried: A new issue that says how the first step went.
    """

    source: str
    edit: str
    claim: str
    tried: str


def links_to(repository: str, path: PurePosixPath, name: str, title: str) -> RepositoryLinks | None:
    """Links for one file of a repository, `None` where the catalogue names none."""
    if not repository:
        return None
    base = repository.rstrip("/").removesuffix(".git")
    file = quote(path.as_posix())
    gitlab = "gitlab" in (urlsplit(base).hostname or "")
    middle = "/-" if gitlab else ""
    return RepositoryLinks(
        source=f"{base}{middle}/blob/HEAD/{file}",
        edit=f"{base}{middle}/edit/HEAD/{file}",
        claim=_issue(base, gitlab, f"Claim: {title}", _CLAIM.format(name=name)),
        tried=_issue(base, gitlab, f"Tried: {title}", _TRIED.format(name=name)),
    )


def _issue(base: str, gitlab: bool, title: str, body: str) -> str:  # noqa: FBT001  # which of two forms
    if gitlab:
        return f"{base}/-/issues/new?" + urlencode({"issue[title]": title, "issue[description]": body})
    return f"{base}/issues/new?" + urlencode({"title": title, "body": body})


_CLAIM = """I want to work on `{name}`.

- Who:
- From when, until when (at most six months):
- How to reach me, for those who would like to join:
"""
_TRIED = """I did the first step of `{name}`.

- When:
- How long it took, with downloads and sign-ups:
- What I saw at the end:
- What was unclear:
"""

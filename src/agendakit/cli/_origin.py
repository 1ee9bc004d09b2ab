"""Where this agendakit comes from, so that a catalogue can pin what it was begun with.

Source: PEP 610, which says what `direct_url.json` holds; an index leaves none.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from agendakit import __version__
from agendakit.git_program import said_by_git

if TYPE_CHECKING:
    from collections.abc import Mapping

KIT = "https://github.com/agendakit/agendakit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What a catalogue pins.

    Attributes:
        kit: Repository of the hooks.
        rev: Tag or commit of it.
        pin: What follows the name `agendakit` in a requirement of pip.
        doubt: Why the pins may lead nowhere, in a sentence; empty where they do not.
    """

    kit: str
    rev: str
    pin: str
    doubt: str = ""


def chosen(kit: str | None, rev: str | None) -> Origin:
    """What somebody names; what is not named follows from the installed kit."""
    if rev:
        return _commit(kit or KIT, rev)
    if kit:
        return _release(kit)
    return found(_direct_url())


def found(direct: Mapping[str, object]) -> Origin:
    """What was installed, by its `direct_url.json`: a release where there is none."""
    url = str(direct.get("url", ""))
    match direct:
        case {"vcs_info": {"vcs": "git", "commit_id": str(commit)}} if not url.startswith("file:"):
            return _commit(url, commit)
        case {"dir_info": _}:
            return _clone(Path(unquote(urlsplit(url).path)))
        case {"url": _}:
            return _release(KIT, doubt=True)
        case _:
            return _release(KIT)


def _clone(folder: Path) -> Origin:
    """A clone that was installed is pinned by its commit, where others can get at that."""
    repository, commit = said_by_git(folder, "config", "remote.origin.url"), said_by_git(folder, "rev-parse", "HEAD")
    if (
        repository.startswith("https://")
        and commit
        and said_by_git(folder, "branch", "--remotes", "--contains", commit)
    ):
        return _commit(repository, commit)
    return _release(KIT, doubt=True)


def _release(kit: str, *, doubt: bool = False) -> Origin:
    words = (
        f"The files name the release v{__version__} of {kit}, but this agendakit is no release: if there is none yet,"
        " empty the folder and begin again with --rev and a commit that is published, or change `rev` in"
        " `.pre-commit-config.yaml` and what the CI files install later."
    )
    return Origin(kit=kit, rev=f"v{__version__}", pin=f"=={__version__}", doubt=words if doubt else "")


def _commit(kit: str, rev: str) -> Origin:
    return Origin(kit=kit, rev=rev, pin=f" @ git+{kit}@{rev}")


def _direct_url() -> Mapping[str, object]:
    try:
        data = json.loads(distribution("agendakit").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        return {"url": ""}
    return data if isinstance(data, dict) else {"url": ""}

"""What the first page of a preview says of it: which entries it shows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit.diagnostic import Level
from agendakit.inert import printable
from agendakit.site.preview_left_out import command
from agendakit.site.preview_reject import written_title
from agendakit.site.promises import page_path
from agendakit.site.templating import render
from agendakit.words import counted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import PurePosixPath

    from agendakit.extension import Outcome
    from agendakit.site.place import Site
    from agendakit.site.preview_choice import Choice, Wish


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A page of the preview.

    Attributes:
        found: Counts of what `check` says of it, such as ``1 error``; empty where it says nothing.
    """

    title: str
    link: str
    found: str


def home_note(choice: Choice, wishes: Sequence[Wish], found: Mapping[PurePosixPath, Outcome], site: Site) -> str:
    """HTML for the top of the first page."""
    titles = {one.document.path: one.entry.title for one in site.catalogue.sources}
    titles |= {one.document.path: written_title(one) for one in site.catalogue.rejects}
    data = {
        "command": command([wish.words for wish in wishes]),
        "shown": [_shown(path, titles.get(path, ""), found, site) for path in sorted(choice.chosen)],
        "neighbours": counted(len(choice.neighbours), "neighbour"),
        "unknown": choice.unknown,
    }
    return render("preview_home.html", data) + "\n"


def _shown(path: PurePosixPath, title: str, found: Mapping[PurePosixPath, Outcome], site: Site) -> Shown:
    within = site.within(path)
    levels = Counter(one.level for one in found[path].diagnostics) if path in found else Counter()
    return Shown(
        title=title or printable(within),
        link=page_path(within).removesuffix("index.html") or "./",
        found=", ".join(counted(levels[level], level) for level in Level if levels[level]),
    )

"""Pages that stand for those which a preview leaves out, so that no link of it is dead."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit.addresses import RESERVED, permanent_address
from agendakit.site.preview_reject import written_title
from agendakit.site.promises import page_path
from agendakit.site.templating import render

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import PurePosixPath

    from agendakit.site.place import Site
    from agendakit.site.preview_choice import Wish

_PLAIN = re.compile(r"(?:\w[\w.-]*/)+")
"""An address that leads nowhere but down."""
_WORDS = re.compile(r"(<article\b[^>]*>).*(</article>)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A page that a preview leaves out.

    Attributes:
        title: Empty where it is not known.
        name: What `--only` calls it, empty where it cannot be named alone.
    """

    title: str
    name: str


def left_out_at(address: str, site: Site) -> LeftOut | None:
    """What the whole site has at an address, as far as can be told without making it; linear in its entries."""
    for one in (*site.catalogue.sources, *site.catalogue.rejects):
        if address in (_address(one.document.path, site), permanent_address(one.id)):
            return LeftOut(written_title(one), one.id)
    for page in site.catalogue.pages:
        if address == _address(page.path, site):
            headings = page.outline.headings
            return LeftOut(headings[0].title if headings else page.path.name, page.path.as_posix())
    generated = _PLAIN.fullmatch(address) and address.partition("/")[0] in RESERVED
    return LeftOut("", "") if generated else None


def left_out_page(address: str, left_out: LeftOut, wishes: Sequence[Wish], shell: str) -> str:
    """What stands at an address instead of its page: how to see it, in the frame of another page.

    Args:
        address: Of the page.
        left_out: What should stand there.
        wishes: What the preview was asked to show.
        shell: A page of the site whose links hold at any address.
    """
    names = [wish.words for wish in wishes]
    data = {
        "title": left_out.title,
        "wider": command([*names, left_out.name]) if left_out.name else "",
        "whole": command([]),
        "root": "../" * address.count("/") or "./",
    }
    words = render("left_out.html", data)
    framed, count = _WORDS.subn(lambda match: f"{match[1]}{words}{match[2]}", shell)
    return framed if count else f"<!doctype html>\n<title>Not in this preview</title>\n{words}\n"


def command(names: Sequence[str]) -> str:
    """The command line of a preview of some entries, or of all."""
    return " ".join(("agendakit serve", *(f"--only {shlex.quote(name)}" for name in names)))


def _address(path: PurePosixPath, site: Site) -> str:
    return page_path(site.within(path)).removesuffix("index.html")

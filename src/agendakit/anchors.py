"""Anchors that headings get on the site.

Source: Python-Markdown's extension `toc`, functions `slugify` and `unique`, with its defaults.
"""

from __future__ import annotations

import html
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agendakit.document import Document

_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_TAG = re.compile(r"<[^>]*>")
_EMPHASIS = re.compile(r"(\*{1,3}|(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)|`+)")
_OWN = re.compile(r"\s*\{:?\s*[^}]*?#([\w-]+)[^}]*\}\s*$")
_NAMED = re.compile(r"""\b(?:id|name)\s*=\s*["']?([^\s"'>]+)""")


def anchors_of(document: Document) -> frozenset[str]:
    """All anchors of a page: those of its headings, and those its author wrote in HTML or in braces."""
    found: set[str] = set()
    for heading in document.outline.headings:
        own = _OWN.search(heading.title)
        found.add(own.group(1) if own else _unique(slug(heading.title), found))
    for piece in document.outline.html:
        found.update(_NAMED.findall(piece.text))
    return frozenset(found)


def slug(title: str) -> str:
    """Anchor of a heading that stands once on its page; empty where nothing of the title is left in ASCII."""
    words = _EMPHASIS.sub("", _TAG.sub("", _LINK.sub(r"\1", title)))
    plain = unicodedata.normalize("NFKD", html.unescape(words)).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def _unique(name: str, taken: set[str]) -> str:
    while name in taken or not name:
        number = re.fullmatch(r"(.*)_(\d+)", name)
        name = f"{number.group(1)}_{int(number.group(2)) + 1}" if number else f"{name}_1"
    return name

"""Blocks of finished HTML kept from an engine's Markdown parser.

Python-Markdown and MkDocs each read all HTML of a page, although they pass it on unchanged. They are given the
headings with short marks between them, and of pages with the same headings only the first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Generic, TypeVar

Contents = TypeVar("Contents")
"""The table of contents as the engine has it."""

_BLOCK = re.compile(r'^<div class="ak">.*</div>$', re.MULTILINE)
_MARK = re.compile(r'<div class="ak">(\d+)</div>')
_WHITE_LINES = re.compile(r"\n\s+")
_ID = re.compile(r'[ ]id="([^"]+)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed(Generic[Contents]):
    """What an engine made of the headings and marks of a page."""

    html: str
    contents: Contents
    anchors: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """What was kept of one page: its headings with marks, and its blocks."""

    headings: str
    blocks: tuple[str, ...]


class HeldBack(Generic[Contents]):
    """Pages between the engine's reading and its writing; each is taken once and given back once."""

    def __init__(self) -> None:
        self._held: dict[str, _Held] = {}
        self._parsed: dict[str, Parsed[Contents]] = {}

    def take(self, path: str, markdown: str) -> str:
        """What the engine is to parse of a page: nothing, where it has parsed the same before."""
        headings, blocks = hold_back(markdown)
        self._held[path] = _Held(headings=headings, blocks=blocks)
        return "" if headings in self._parsed else headings

    def give(self, path: str, parsed: Parsed[Contents]) -> Parsed[Contents] | None:
        """The whole page for what the engine made of it; `None` for a page that was not taken."""
        held = self._held.pop(path, None)
        if held is None:
            return None
        known = self._parsed.setdefault(held.headings, parsed)
        return Parsed(
            html=put_back(known.html, held.blocks),
            contents=known.contents,
            anchors=known.anchors | anchors(held.blocks),
        )


def hold_back(markdown: str) -> tuple[str, tuple[str, ...]]:
    """A generated page with a mark in place of each block, and the blocks."""
    blocks: list[str] = []

    def mark(match: re.Match[str]) -> str:
        blocks.append(match[0])
        return f'<div class="ak">{len(blocks) - 1}</div>'

    return _BLOCK.sub(mark, markdown), tuple(blocks)


def put_back(html: str, blocks: tuple[str, ...]) -> str:
    """The page with its blocks where the marks stand."""
    return _MARK.sub(lambda match: blocks[int(match[1])], html)


def slimmed(html: str) -> str:
    """A finished page without the empty lines and the indents of templates, a tenth of it; preformatted text is kept.

    It has no line break of its own until now: `templating` writes each as a character reference.
    """
    return _WHITE_LINES.sub("\n", html).strip().replace("&#10;", "\n") + "\n"


def anchors(blocks: tuple[str, ...]) -> frozenset[str]:
    """Ids in the blocks, which an engine that checks links would miss."""
    return frozenset(name for block in blocks for name in _ID.findall(block))

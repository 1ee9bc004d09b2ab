"""Blocks of finished HTML kept from an engine's Markdown parser.

Python-Markdown and MkDocs each read all HTML of a page, although they pass it on unchanged. They are given the
headings with short marks between them, which takes a tenth of the time.
"""

from __future__ import annotations

import re

_BLOCK = re.compile(r'^<div class="ak">.*</div>$', re.MULTILINE)
_MARK = re.compile(r'<div class="ak">(\d+)</div>')
_EMPTY_LINES = re.compile(r"\n\s*\n")
_ID = re.compile(r'[ ]id="([^"]+)"')


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


def without_empty_lines(html: str) -> str:
    """A finished page without the lines that a theme's templates leave empty; nothing in it is preformatted over lines.

    They are a twentieth of a page.
    """
    return _EMPTY_LINES.sub("\n", html)


def anchors(blocks: tuple[str, ...]) -> frozenset[str]:
    """Ids in the blocks, which an engine that checks links would miss."""
    return frozenset(name for block in blocks for name in _ID.findall(block))

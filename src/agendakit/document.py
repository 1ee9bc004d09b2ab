"""One source file: front matter, outline of the body, allow-comments.

Parsing is total: whatever the text holds, a `Document` comes out, and what is odd about it is data.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from agendakit import allow, frontmatter, outline
from agendakit.text import LineIndex, Span

if TYPE_CHECKING:
    from pathlib import PurePosixPath

    from agendakit.allow import Allow
    from agendakit.frontmatter import FrontMatter
    from agendakit.outline import Outline

_ALLOW_MARK = "agendakit:"
LINK_MARK, CITATION_MARK = "](", "[@"
_SMALL = ("kind", "body_start", "head", "outline", "allows", "marks")
MAX_BYTES = 1024 * 1024
"""Largest file that is parsed; of a larger one only this fact is kept."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Document:
    """A Markdown file as read; two are equal where they are the same object.

    Attributes:
        path: Relative to the configuration's folder, with forward slashes.
        text: Everything, byte order mark included; empty where the file could not be read as text.
        undecodable: First character that stands for a byte which is no UTF-8, with that byte's value.
        oversized: Whether the file is larger than `MAX_BYTES`, and so was not read.
    """

    path: PurePosixPath
    text: str
    undecodable: tuple[int, int] | None = None
    oversized: bool = False

    @cached_property
    def front(self) -> FrontMatter | None:
        """Front matter, `None` where the file has none, or is no text."""
        return None if self.undecodable or self.oversized else frontmatter.parse(self.text)

    @cached_property
    def lines(self) -> LineIndex:
        """Line table of the text."""
        return LineIndex(self.text)

    @cached_property
    def outline(self) -> Outline:
        """Headings, links, images, comments and citations of the body."""
        return outline.read(self.text, self.body_start)

    @cached_property
    def allows(self) -> tuple[Allow, ...]:
        """Comments that silence a rule, in the order of the text."""
        if _ALLOW_MARK not in self.text:
            return ()
        return allow.read(self.lines, self.front, self.outline.comments)

    @cached_property
    def body_start(self) -> int:
        """Offset where the Markdown begins."""
        return self.front.body if self.front else 0

    @cached_property
    def kind(self) -> str:
        """What the front matter gives as ``kind``, empty where it gives none."""
        kind = self.front.values.get("kind") if self.front else None
        return kind if isinstance(kind, str) else ""

    @cached_property
    def marks(self) -> tuple[str, ...]:
        """Which of the marks of links and citations the front matter has; few have one, and many ask."""
        end = self.body_start
        return tuple(mark for mark in (LINK_MARK, CITATION_MARK) if self.text.find(mark, 0, end) >= 0)

    def slim(self) -> None:
        """Let go of what is large, seldom asked for again, and read again then; what is small stays known."""
        for name in _SMALL:
            getattr(self, name)
        for name in ("front", "lines"):
            vars(self).pop(name, None)

    @cached_property
    def head(self) -> Span:
        """Place for what concerns the entry as a whole: the value of `kind`, else the first line."""
        if self.front is not None and self.front.has(("kind",)) and self.front.value_span(("kind",)).start:
            return self.front.value_span(("kind",))
        return self.top

    @property
    def top(self) -> Span:
        """Place for what concerns the file as a whole: its first line."""
        return self.lines.line_span(1)


def parse(path: PurePosixPath, text: str) -> Document:
    """Read one file that is text."""
    return Document(path=path, text=text)


def parse_bytes(path: PurePosixPath, data: bytes) -> Document:
    """Read one file as it lies on the disk: UTF-8, at most `MAX_BYTES`."""
    if len(data) > MAX_BYTES:
        return Document(path=path, text="", oversized=True)
    try:
        return parse(path, data.decode("utf-8"))
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        return Document(path=path, text=text_of(data), undecodable=(len(before), data[error.start]))


def text_of(data: bytes) -> str:
    """Text of a file as its document has it."""
    return "" if len(data) > MAX_BYTES else data.decode("utf-8", "replace")


def content_of(data: bytes) -> bytes | str:
    """A file's content as the text that its document can share, where it is one; else as it is."""
    try:
        return data if len(data) > MAX_BYTES else data.decode("utf-8")
    except UnicodeDecodeError:
        return data

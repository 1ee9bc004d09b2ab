"""What stands in a Markdown body: headings, links, images, raw HTML, comments and citations, each with its span.

Blocks are parsed by markdown-it-py; inlines only where a line can hold something that is asked for.

Source: CommonMark 0.31; `[@ref]` citations as in Pandoc's manual.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from agendakit import markdown_tokens, plain_inlines
from agendakit.text import LineIndex, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

    from agendakit.plain_blocks import PlainToken
    from agendakit.plain_inlines import PlainInline

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_WORTH_READING = re.compile(r"[\[<!]")
_MAX_BRACKETS = 2_000
MAX_LINES = 10_000
"""Longest body whose outline is read; markdown-it-py needs about 0.1 ms a line at worst."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """Heading of the body.

    Attributes:
        level: 1 to 6.
        title: Its text as written, inline markup included.
        span: The title alone.
        content: From the end of the heading to the next heading of the same or a higher level, or the end.
        empty: Whether nothing but white space and comments stands in the content.
    """

    level: int
    title: str
    span: Span
    content: Span
    empty: bool


class Link(NamedTuple):
    """Link or image; a tuple, for there are dozens in every file.

    Attributes:
        target: Destination, decoded as Markdown does.
        span: The destination where it is written in place, else the whole link.
        text: Words of the link, or alternative text of the image.
        image: Whether it is an image.
    """

    target: str
    span: Span
    text: str
    image: bool = False


class Piece(NamedTuple):
    """Text with its place: a comment, a piece of raw HTML, or the reference of a citation; a tuple likewise."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """All that rules and pages ask of a body, each list in the order of the text.

    Attributes:
        html: Raw HTML that is no comment.
        too_dense: Where the text has so many lines, or brackets in one paragraph, that it was not read to its end.
    """

    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    citations: tuple[Piece, ...]
    comments: tuple[Piece, ...]
    html: tuple[Piece, ...]
    too_dense: Span | None = None


def read(text: str, start: int = 0) -> Outline:
    """Outline of the Markdown that begins at an offset."""
    return _Reader(text, start).read()


class _Reader:
    """One pass over the block tokens of one body."""

    def __init__(self, text: str, start: int) -> None:
        self.body = text[start:]
        self.base = start
        self.lines = LineIndex(self.body)
        self.links: list[Link] = []
        self.citations: list[Piece] = []
        self.comments: list[Piece] = []
        self.html: list[Piece] = []
        self.headings: list[tuple[int, str, Span, int]] = []
        self.too_dense: Span | None = None

    def read(self) -> Outline:
        environment: dict[str, object] = {}
        body = self.body
        if len(self.lines.starts) > MAX_LINES:
            end = self.lines.starts[MAX_LINES]
            body, self.too_dense = body[:end], self._at(end, min(end + 1, len(body)))
        tokens = markdown_tokens.blocks(body, environment)
        cursor, last_line = 0, -1
        for index, token in enumerate(tokens):
            if token.type == "html_block":
                self._html_block(token)
            if token.type != "inline" or not token.map:
                continue
            cursor = cursor if token.map[0] == last_line else 0
            last_line = token.map[0]
            offsets, cursor = self._offsets(token, cursor)
            before = tokens[index - 1]
            if before.type == "heading_open" and before.level == 0:
                self._heading(int(before.tag[1]), token, offsets)
            if _WORTH_READING.search(token.content):
                self._inline(token, offsets, environment)
        return Outline(
            headings=tuple(self._headings_with_content()),
            links=tuple(self.links),
            citations=tuple(self.citations),
            comments=tuple(self.comments),
            html=tuple(self.html),
            too_dense=self.too_dense,
        )

    def _offsets(self, token: Token | PlainToken, cursor: int) -> tuple[list[tuple[int, int]], int]:
        """Pairs (offset in the token's content, offset in the body), one for each of its lines.

        The content is the source with indents, quote marks and list marks taken off its lines; so each line of it
        is found again in its source line. Cells of a table share a line: the cursor makes the search go on behind
        the cell before.
        """
        assert token.map is not None
        at = self.lines.starts[token.map[0]]
        if not cursor and self.body.startswith(token.content, at):
            # Nothing was taken off.
            return [(0, at)], 0 if "\n" in token.content else len(token.content)
        pairs, within = [], 0
        for number, line in enumerate(token.content.split("\n")):
            source = self.lines.line_span(token.map[0] + 1 + number)
            behind = 0 if number else cursor
            found = self.body.find(line.strip(), source.start + behind, source.end)
            at = found if found >= 0 else source.start
            pairs.append((within + len(line) - len(line.lstrip()), at))
            within += len(line) + 1
            cursor = 0 if number else at + len(line.strip()) - source.start
        return pairs, cursor

    def _heading(self, level: int, token: Token | PlainToken, offsets: list[tuple[int, int]]) -> None:
        assert token.map is not None
        span = self._span(offsets, 0, len(token.content))
        after = self.lines.line_span(token.map[1]).end if token.map[1] <= len(self.lines.starts) else len(self.body)
        self.headings.append((level, token.content, span, after + self.base))

    def _headings_with_content(self) -> Iterator[Heading]:
        for index, (level, title, span, after) in enumerate(self.headings):
            followers = (other[2].start for other in self.headings[index + 1 :] if other[0] <= level)
            following = next(followers, None)
            end = len(self.body) + self.base
            if following is not None:
                end = self.lines.line_span(self.lines.position(following - self.base).line).start + self.base
            content = Span(min(after, end), end)
            words = _COMMENT.sub("", self.body[content.start - self.base : content.end - self.base])
            yield Heading(level=level, title=title, span=span, content=content, empty=not words.strip())

    def _html_block(self, token: Token | PlainToken) -> None:
        assert token.map is not None
        start = self.lines.line_span(token.map[0] + 1).start
        end = self.lines.line_span(token.map[1]).end
        self._html_piece(self.body[start:end], start)

    def _html_piece(self, source: str, start: int) -> None:
        position = 0
        for comment in _COMMENT.finditer(source):
            self._raw(source[position : comment.start()], start + position)
            self.comments.append(Piece(comment.group(), self._at(start + comment.start(), start + comment.end())))
            position = comment.end()
        self._raw(source[position:], start + position)

    def _raw(self, source: str, start: int) -> None:
        words = source.strip()
        if words:
            begin = start + source.index(words)
            self.html.append(Piece(words, self._at(begin, begin + len(words))))

    def _inline(
        self, token: Token | PlainToken, offsets: list[tuple[int, int]], environment: dict[str, object]
    ) -> None:
        if token.content.count("[") > _MAX_BRACKETS or token.content.count("<") > _MAX_BRACKETS:
            self.too_dense = self.too_dense or self._span(offsets, 0, 1)
            return
        plain = plain_inlines.read(token.content, definitions=bool(environment.get("references")))
        if plain is not None:
            self._plain(plain, offsets)
            return
        children = markdown_tokens.inlines(token.content, environment)
        for index, child in enumerate(children):
            if "start" not in child.meta:
                continue
            start, end = child.meta["start"], child.meta["end"]
            source = token.content[start:end]
            if child.type == "html_inline":
                self._html_piece(source, self._place(offsets, start) - self.base)
            elif child.type == "citation":
                self.citations.append(Piece(child.content, self._span(offsets, start, end)))
            else:
                self._link(child, children[index + 1 :], source, start, offsets)

    def _plain(self, pieces: list[PlainInline], offsets: list[tuple[int, int]]) -> None:
        for piece in pieces:
            span = self._span(offsets, piece.start, piece.end)
            if piece.target:
                self.links.append(Link(target=piece.target, span=span, text=piece.text))
            else:
                self.citations.append(Piece(piece.text, span))

    def _link(
        self, token: Token, following: list[Token], source: str, start: int, offsets: list[tuple[int, int]]
    ) -> None:
        image = token.type == "image"
        target = str(token.attrs.get("src" if image else "href", ""))
        words = token.content if image else _words_until_close(following)
        written = _destination(source)
        begin, end = (written.start(1), written.end(1)) if written else (0, len(source))
        span = self._span(offsets, start + begin, start + end)
        self.links.append(Link(target=target, span=span, text=words, image=image))

    def _place(self, offsets: list[tuple[int, int]], within: int) -> int:
        line = next((pair for pair in reversed(offsets) if pair[0] <= within), offsets[0])
        return self.base + line[1] + max(within - line[0], 0)

    def _span(self, offsets: list[tuple[int, int]], start: int, end: int) -> Span:
        begin = self._place(offsets, start)
        return Span(begin, max(begin, self._place(offsets, end)))

    def _at(self, start: int, end: int) -> Span:
        return Span(self.base + start, self.base + end)


_IN_PLACE = re.compile(r"\]\(\s*(<[^<>\n]*>|[^\s]*?)\s*(?:\s[\"'(].*)?\)\Z", re.DOTALL)


def _destination(source: str) -> re.Match[str] | None:
    """Where an inline link writes its destination; `None` for a reference link or an autolink."""
    bracket = source.rfind("](")
    return _IN_PLACE.match(source, bracket) if bracket >= 0 else None


def _words_until_close(tokens: list[Token]) -> str:
    words = []
    for token in tokens:
        if token.type == "link_close":
            break
        words.append(token.content)
    return "".join(words)

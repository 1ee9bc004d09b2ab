"""Markdown tokens by markdown-it-py, in which links, images and HTML know where in their text they stand.

markdown-it-py gives inline tokens no offsets, so the inline rules that matter are wrapped to note where they began and
ended: `meta` holds `start` and `end`, in characters of the content. Source: CommonMark 0.31.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from agendakit import dialect, plain_blocks

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    from agendakit.plain_blocks import PlainToken


def blocks(body: str, environment: dict[str, object]) -> Sequence[Token | PlainToken]:
    """Block tokens; link definitions go into the environment."""

    def parse(source: str) -> list[Token]:
        parser = _parser()
        tokens: list[Token] = []
        parser.block.parse(source, parser, environment, tokens)
        return tokens

    # markdown-it turns NUL into U+FFFD and CRLF into LF in its normalize step; both would move offsets or lines
    # if done here, so only the line breaks are made uniform, and a lone CR counts as a break as in CommonMark.
    return plain_blocks.tokens(body.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd"), parse)


def inlines(content: str, environment: dict[str, object]) -> list[Token]:
    """Inline tokens of the content of a block."""
    parser = _parser()
    tokens: list[Token] = []
    parser.inline.parse(content, parser, environment, tokens)
    return tokens


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415  # dear, and most bodies are plain

    parser = MarkdownIt("commonmark").enable("table")
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005  # unsafe links are a rule's to report
    for name in ("link", "image", "html_inline", "autolink"):
        parser.inline.ruler.at(name, _noting(_rule(parser, name)))
    return dialect.speak(parser)


def _rule(parser: MarkdownIt, name: str) -> Callable[[StateInline, bool], bool]:
    ruler = parser.inline.ruler
    return next(rule.fn for rule in ruler.__rules__ if rule.name == name)


def _noting(rule: Callable[[StateInline, bool], bool]) -> Callable[[StateInline, bool], bool]:
    """The same inline rule, which also notes in its first token where in the content it began and ended."""

    def noting(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  # the signature of a rule
        # A push first turns the text that is pending into a token of its own.
        start, count = state.pos, len(state.tokens) + bool(state.pending)
        matched = rule(state, silent)
        if matched and not silent and len(state.tokens) > count:
            state.tokens[count].meta = {"start": start, "end": state.pos}
        return matched

    return noting

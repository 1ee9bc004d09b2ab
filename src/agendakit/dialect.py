"""What an entry's body may hold beyond CommonMark: citations such as ``[@arXiv:2212.03827]``, mathematics in dollars.

Source: the notations of Pandoc's manual, sections "Citations" and "Math".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

CITATION = re.compile(r"\[@([^\[\]\s;]+)\]")
_MATH = re.compile(r"\$\$.+?\$\$|\$(?=\S)[^$\n]*?(?<=\S)\$(?!\d)", re.DOTALL)


def speak(parser: MarkdownIt) -> MarkdownIt:
    """Teach a parser the tokens ``citation`` (content: the reference) and ``math`` (content: with its dollars)."""
    parser.inline.ruler.before("link", "citation", citation)
    parser.inline.ruler.before("link", "math", math)
    return parser


def citation(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  # the signature of a rule
    """Rule of a parser: `[@ref]`."""
    match = CITATION.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.content = match.group(1)
        token.meta = {"start": match.start(), "end": match.end()}
    state.pos = match.end()
    return True


def math(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  # the signature of a rule
    """Rule of a parser: `$…$` or `$$…$$`."""
    match = _MATH.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        state.push("math", "", 0).content = match.group()
    state.pos = match.end()
    return True

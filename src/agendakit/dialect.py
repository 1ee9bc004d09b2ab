"""What an entry's body may hold beyond CommonMark: citations such as ``[@arXiv:2212.03827]``, mathematics in dollars.

A citation may name several works: ``[@arXiv:2212.03827; @arXiv:2312.01037]``.

Source: the notations of Pandoc's manual, sections "Citations" and "Math".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

CITATION = re.compile(r"\[@[^\[\]\s;]+(?:;[ \n]*@[^\[\]\s;]+)*\]")
CITED = re.compile(r"@([^\[\]\s;]+)")
"""One of the works that a citation names."""
_MATH = re.compile(r"\$\$.+?\$\$|\$(?=\S)[^$\n]*?(?<=\S)\$(?!\d)", re.DOTALL)


def speak(parser: MarkdownIt) -> MarkdownIt:
    """Teach a parser the tokens ``citation`` (content: one reference) and ``math`` (content: with its dollars)."""
    parser.inline.ruler.before("link", "citation", citation)
    parser.inline.ruler.before("link", "math", math)
    return parser


def citation(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  # the signature of a rule
    """Rule of a parser: `[@ref]` or `[@ref; @ref]`, a token for each; `start` and `end` in `meta` are its own."""
    match = CITATION.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        for number, work in enumerate(CITED.finditer(state.src, match.start(), match.end())):
            if number:
                state.push("text", "", 0).content = "; "
            token = state.push("citation", "", 0)
            token.content = work[1]
            token.meta = {"start": work.start(1), "end": work.end(1)}
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

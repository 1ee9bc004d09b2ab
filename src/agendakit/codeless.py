"""Markdown with its code and comments blanked out, for a search of the words alone."""

from __future__ import annotations

import re

_CODE = re.compile(
    r"^(?P<indent> {0,3})(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}(?P=fence)[`~]*[ \t]*$|\Z)"
    r"|(?P<ticks>`+)(?!`)[^\n]*?(?<!`)(?P=ticks)(?!`)|<!--.*?-->",
    re.MULTILINE | re.DOTALL,
)


def codeless(text: str) -> str:
    """The text with an `x` for each character of code, breaks and all, so that offsets stay true."""
    return _CODE.sub(lambda code: "x" * len(code[0]), text)

"""Text from entries and file names, made so that no terminal, runner, page or program obeys it.

Source: GitHub Docs, "Workflow commands for GitHub Actions": a runner obeys ``::`` at the start of a line and ``##[``
anywhere in one. GitHub Flavored Markdown, sections 2.4 (backslash escapes) and 6.9 (autolinks).
"""

from __future__ import annotations

import json
import re

_DECEIVING = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
_MARKUP = re.compile(r"[!\"#$&'()*+<=>@\[\\\]^_`{|}~]|:(?=//)|(?<=www)\.", re.IGNORECASE)
_CALLING = re.compile(r"(?<=[@#])(?=\w)")
_NO_WIDTH = "&#8203;"


def printable(text: str) -> str:
    """A text in which every control, line break and direction mark is spelled out, and no runner's command stands."""
    return _DECEIVING.sub(_spelled, text).replace("##[", "##<U+005B>")


def first_on_line(text: str) -> str:
    """The same for what begins a line, where a runner looks for ``::``."""
    shown = printable(text)
    return f"./{shown}" if shown.lstrip().startswith("::") else shown


def json_text(data: object) -> str:
    """Data as JSON in ASCII, with a line feed at the end."""
    return json.dumps(data, indent=2).replace("##[", "##\\u005b") + "\n"


def markdown(text: str) -> str:
    """A text as one line of Markdown that shows it and does nothing else; words in backticks become code.

    It names nobody, links nowhere and stays within the cell of a table.
    """
    pieces = printable(text).split("`")
    if len(pieces) % 2 == 0:
        pieces[-2:] = ["`".join(pieces[-2:])]
    shown = (f"<code>{_quiet(piece)}</code>" if number % 2 else _quiet(piece) for number, piece in enumerate(pieces))
    return "".join(shown)


def _quiet(text: str) -> str:
    """Every sign that Markdown or GitHub obeys within a line becomes a character reference."""
    marked = _CALLING.sub("\0", text)
    return _MARKUP.sub(lambda sign: f"&#{ord(sign.group())};", marked).replace("\0", _NO_WIDTH)


def _spelled(character: re.Match[str]) -> str:
    return f"<U+{ord(character.group()):04X}>"

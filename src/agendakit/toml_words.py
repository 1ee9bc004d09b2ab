"""What Python's TOML parser says, in plain words."""

from __future__ import annotations

import re

_PLACE = re.compile(r" ?\(at (?:line (\d+), column (\d+)|end of document)\)")
_OTHERWISE = "It cannot be read from here on; most often a quote, a bracket or an equals sign is missing."
_HEADER = "The header of a table is not closed: write `[name]`, and `[[name]]` for one of several."
_BRACE = "A `{` is opened and not closed, or a comma is missing: close it with `}` on the same line."
_BACKSLASH = "A backslash means something in double quotes: write it twice, or use single quotes."
_QUOTE = "A text in quotes is not closed on its line: close it with the same quote mark."

# What tomllib says, and what it means. Source: `tomllib._parser`, Python 3.11 to 3.14.
_WORDS = (
    (r"Illegal character .\\[nr]", _QUOTE),
    (r"Illegal character|Found invalid character", "A character that cannot be seen stands here: delete it."),
    (r"Unterminated string|Expected .['\"]", _QUOTE),
    (r"Invalid value", "The value is missing, or is a text without plain quotes: write `key = 'text'`."),
    (r"Invalid statement|Invalid initial character", "A line begins with a key: letters, digits, `-` and `_`."),
    (r"Expected '='", "Behind a key comes an equals sign: write `key = value`."),
    (r"Expected newline", "Something stands behind the value: begin a new line, or put the whole text in quotes."),
    (r"Expected '\]+' at the end", _HEADER),
    (r"Unclosed array", "A list is opened and not closed, or a comma is missing in it: close it with `]`."),
    (r"Unclosed inline table", _BRACE),
    (r"Cannot overwrite|Duplicate inline", "This key has a value already: keep one of the two."),
    (r"Cannot declare|Cannot redefine|Cannot mutate", "This table stands in the file already: keep one of the two."),
    (r"Unescaped '\\'|hex value|unicode scalar", _BACKSLASH),
    (r"Invalid date", "There is no such day or time."),
)  # fmt: skip


def stopped_at(error: str) -> tuple[int, int] | None:
    """Line and column, from 1, where the parser stopped; `None` for the end of the file."""
    found = _PLACE.search(error)
    return (int(found[1]), int(found[2])) if found and found[1] else None


def in_plain_words(error: str) -> str:
    """One sentence: what is wrong and what to do, or what most often is."""
    return next((words for pattern, words in _WORDS if re.search(pattern, error, re.IGNORECASE)), _OTHERWISE)

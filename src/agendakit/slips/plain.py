"""What word processors and Markdown put around a plain word or address."""

from __future__ import annotations

import re
import unicodedata

MARKDOWN_LINK = re.compile(r"!?\[[^\]]*\]\(<?((?:https?://|mailto:)[^\s)>]+)>?\)")
"""A link or an image; its address is the first group."""

_HYPHENS = re.compile("[\u00ad\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_PAIRS = frozenset(
    {
        '""',
        "''",
        "``",
        "\u201c\u201d",
        "\u2018\u2019",
        "\u201e\u201c",
        "\u201a\u2018",
        "\u201d\u201d",
        "\u00ab\u00bb",
        "\u00bb\u00ab",
    }
)


def plain(text: str) -> str:
    """A word or a number without typographic quotes around it, with plain hyphens, plain spaces and plain letters."""
    text = " ".join(unicodedata.normalize("NFKC", _HYPHENS.sub("-", text)).split())
    pair = text[:1] + text[-1:]
    return text[1:-1].strip() if pair in _PAIRS and len(text) > 1 else text

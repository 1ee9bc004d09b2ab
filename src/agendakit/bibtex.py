"""Works as BibTeX: texts in which TeX finds no command, entries by what CSL-JSON says of them.

Source: Patashnik, "BibTeXing", 1988; arXiv, "Hypertex and BibTeX" for `eprint`. A brace counts for BibTeX even behind a
backslash, so text holds none.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import count
from typing import TYPE_CHECKING

from agendakit.csl import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from agendakit.bibliography import Name, Paper

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")
_NOT_IN_ADDRESS = re.compile(r"[\s\\{}\"<>^`|\x00-\x1f\x7f]")
_TYPES = {
    "article-journal": ("article", "journal"),
    "paper-conference": ("inproceedings", "booktitle"),
    "chapter": ("incollection", "booktitle"),
    "book": ("book", "series"),
    "thesis": ("phdthesis", ""),
    "report": ("techreport", ""),
}
"""Type of an entry and field of what contains the work, by type in CSL."""

_PUBLISHER = {"phdthesis": "school", "techreport": "institution", "article": "", "misc": "howpublished"}
_COPIED = {"volume": "volume", "issue": "number", "edition": "edition", "ISBN": "isbn", "ISSN": "issn"}
_SMALL_WORDS = "a an and are at by can do does for from how in is of on or the to what when why with"
_SMALL = frozenset(_SMALL_WORDS.split())


def escaped(text: str) -> str:
    """A text on one line that TeX shows as it is."""
    flat = " ".join(_CONTROL.sub(" ", text).split())
    return "".join(_SPECIAL.get(sign, sign) for sign in flat)


def address(text: str) -> str:
    """An address or DOI as styles print it: what could end or nest the field is percent-encoded."""
    return _NOT_IN_ADDRESS.sub(lambda sign: "".join(f"%{byte:02X}" for byte in sign.group().encode()), text.strip())


def entry(kind: str, key: str, fields: Mapping[str, str]) -> str:
    """One entry of a file; fields are escaped already, empty ones are left out."""
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{kind}{{{key},\n{lines}}}\n"


def of_paper(paper: Paper, key: str) -> str:
    """A work of the bibliography under a key."""
    item, data = paper.item, paper.data
    kind, container = _TYPES.get(item.type, ("misc", ""))
    if kind == "article" and not item.container:
        kind = "misc"
    publisher = item.publisher or ("" if container else item.container)
    arxiv = paper.id.removeprefix("arXiv:") if paper.id.startswith("arXiv:") else ""
    fields = {
        "title": f"{{{escaped(item.title)}}}",
        "author": " and ".join(_name(name) for name in item.author),
        "year": escaped(item.year),
        container: escaped(item.container) if container else "",
        _PUBLISHER.get(kind, "publisher"): escaped(publisher),
        **{name: escaped(plain(data.get(field))) for field, name in _COPIED.items()},
        "pages": re.sub(r"\s*[-–]+\s*", "--", escaped(plain(data.get("page")))),
        "eprint": address(arxiv),
        "archiveprefix": "arXiv" if arxiv else "",
        "doi": address(item.doi),
        "url": address(item.url),
        "note": "Retracted" if item.custom.retracted else "",
    }
    return entry(kind, key, {name: value for name, value in fields.items() if name})


def keys(papers: Iterable[Paper]) -> dict[str, str]:
    """A citation key for each work by its id, such as ``alain2016understanding``; a second one gets a number."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for paper in papers:
        stem = _stem(paper)
        key = next(key for number in count(1) if (key := f"{stem}-{number}" if number > 1 else stem) not in taken)
        taken.add(key)
        found[paper.id] = key
    return found


def _stem(paper: Paper) -> str:
    author = _letters(paper.item.author[0].short) if paper.item.author else ""
    words = (_letters(word) for word in re.split(r"[\W_]+", paper.item.title))
    first = next((word for word in words if word and word not in _SMALL), "")
    return f"{author}{_letters(paper.item.year)}{first}" or "work"


def _letters(text: str) -> str:
    """Lower-case ASCII letters and digits of a text."""
    return re.sub(r"[^a-z0-9]", "", unicodedata.normalize("NFKD", text).lower())


def _name(name: Name) -> str:
    """A name that BibTeX splits as CSL does; one that is whole, such as an organisation's, stays whole."""
    if not name.family:
        return f"{{{escaped(name.full)}}}"
    parts = [_part(" ".join(part for part in (name.particle, name.family) if part)), _part(name.given)]
    return ", ".join(part for part in parts if part)


def _part(text: str) -> str:
    """Part of a name; what BibTeX would split at stays in braces."""
    shown = escaped(text)
    return f"{{{shown}}}" if re.search(r",|\band\b", shown, re.IGNORECASE) else shown

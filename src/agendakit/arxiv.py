"""CSL-JSON of what arXiv's programming interface answers: an Atom feed.

Source: arXiv API User's Manual, sections 3.3 and 5.2 (info.arxiv.org/help/api/user-manual.html).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from agendakit.csl import Item, UnusableAnswerError
from agendakit.identifiers import Identifier, identify

if TYPE_CHECKING:
    from collections.abc import Iterator

_ATOM = "{http://www.w3.org/2005/Atom}"
_ARXIV = "{http://arxiv.org/schemas/atom}"
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_PARTICLES = frozenset(
    {"al", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "la", "le", "ten", "ter", "van"}
    | {"von", "zu"}
)
_TOGETHER = re.compile(r"\b(?:collaboration|consortium|group|labs?|project|team)\b", re.IGNORECASE)
_WITHDRAWN = re.compile(
    r"(?:this|the) (?:paper|article|submission|manuscript) (?:has been|was|is) withdrawn", re.IGNORECASE
)


def items_of(feed: bytes) -> dict[str, Item]:
    """Items by id, of the entries that describe a paper; entries that report an error are left out.

    Raises:
        UnusableAnswerError: the answer is no Atom feed, which is how arXiv lists papers.
    """
    if b"<!DOCTYPE" in feed[:4096] or b"<!ENTITY" in feed:
        raise UnusableAnswerError("is no list of papers")
    try:
        root = ET.fromstring(feed)  # noqa: S314  # entities, which make XML explode, were refused above
    except (ET.ParseError, ValueError, LookupError):
        raise UnusableAnswerError("is no list of papers") from None
    if root.tag != f"{_ATOM}feed":
        raise UnusableAnswerError("is no list of papers")
    return {str(item["id"]): item for entry in root.iter(f"{_ATOM}entry") for item in _item(entry)}


def name_of(full: str) -> dict[str, str]:
    """A name in reading order as CSL's parts; a group of people, or a single word, as it stands."""
    words = full.split()
    if len(words) < 2 or words[0].lower() == "the" or _TOGETHER.search(full):
        return {"literal": full}
    suffix = words.pop() if len(words) > 2 and words[-1].lower() in _SUFFIXES else ""
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    particle = " ".join(words[start:-1])
    parts = {"family": words[-1].rstrip(","), "given": " ".join(words[:start]).rstrip(",")}
    parts |= {"non-dropping-particle": particle} if particle else {}
    return parts | ({"suffix": suffix} if suffix else {})


def _item(entry: ET.Element) -> Iterator[Item]:
    identifier = identify(_text(entry, "id").replace("http://", "https://", 1))
    title = _text(entry, "title")
    if not isinstance(identifier, Identifier) or not identifier.key.startswith("arXiv:") or not title:
        return
    number = identifier.key.removeprefix("arXiv:")
    names = (" ".join((name.text or "").split()) for name in entry.iter(f"{_ATOM}name"))
    item: Item = {
        "id": identifier.key,
        "type": "article",
        "title": title,
        "author": [name_of(name) for name in names if name],
    }
    day = re.match(r"(\d{4})-(\d{2})-(\d{2})", _text(entry, "published"))
    if day:
        item["issued"] = {"date-parts": [[int(part) for part in day.groups()]]}
    item |= {"publisher": "arXiv", "number": f"arXiv:{number}", "URL": identifier.url}
    doi = entry.find(f"{_ARXIV}doi")
    if doi is not None and (doi.text or "").strip():
        item["DOI"] = (doi.text or "").strip().lower()
    comment = entry.find(f"{_ARXIV}comment")
    told = f"{(comment.text or '') if comment is not None else ''}\n{_text(entry, 'summary')}"
    if _WITHDRAWN.search(told):
        item["custom"] = {"retracted": True}
    yield item


def _text(entry: ET.Element, name: str) -> str:
    found = entry.find(f"{_ATOM}{name}")
    return " ".join((found.text or "").split()) if found is not None else ""

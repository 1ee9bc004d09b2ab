"""CSL-JSON as the bibliography keeps it, made of what registries of DOIs answer.

Registries send more fields than CSL knows, lists where CSL has text, markup in titles and nulls in dates; what is
kept here is what citation styles use. Source: CSL-JSON schema 1.0.2; api.crossref.org, "Crossref metadata in CSL-JSON".
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Item = dict[str, object]

TYPES = {
    "journal-article": "article-journal",
    "proceedings-article": "paper-conference",
    "posted-content": "article",
    "book-chapter": "chapter",
    "book-section": "chapter",
    "book-part": "chapter",
    "reference-entry": "entry",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "proceedings": "book",
    "dissertation": "thesis",
    "report-component": "report",
    "peer-review": "review",
    "database": "dataset",
    "other": "document",
}
"""Types of Crossref that CSL calls otherwise."""

_TEXTS = (
    *("container-title", "publisher", "publisher-place", "collection-title", "event-title", "genre"),
    *("volume", "issue", "page", "number", "edition", "version"),
    *("ISBN", "ISSN", "language"),
)
_DATES = ("issued", "published", "published-print", "published-online", "created")
_TAG = re.compile(r"</?[A-Za-z][\w:.-]*(?:\s[^<>]*)?/?>")
_RETRACTIONS = frozenset({"retraction", "withdrawal", "removal"})
_RETRACTED_BY = frozenset({"is-retracted-by", "retracted-by", "is-withdrawn-by"})
_MARKED = re.compile(r"(?:retracted|withdrawn)(?: article| paper)?\s*:", re.IGNORECASE)


class UnusableAnswerError(ValueError):
    """An answer that names no work; the message says what it lacks, to follow "it"."""


def tidied(answer: object, key: str, url: str) -> Item:
    """Item of one work.

    Args:
        answer: Decoded JSON, as the registry sent it.
        key: Id that the item gets.
        url: Where the work can be read.

    Raises:
        UnusableAnswerError: it is no object, or has no title.
    """
    if not isinstance(answer, dict):
        raise UnusableAnswerError("is no description of a work")
    title = plain(answer.get("title"))
    if not title:
        raise UnusableAnswerError("has no title")
    item: Item = {"id": key, "type": _type(answer.get("type")), "title": title}
    item["author"] = list(_people(answer.get("author")))
    item |= {name: text for name in _TEXTS if (text := plain(answer.get(name)))}
    issued = next((date for name in _DATES if (date := _date(answer.get(name)))), None)
    if issued:
        item["issued"] = {"date-parts": [issued]}
    doi = plain(answer.get("DOI")) or (key.removeprefix("doi:") if key.startswith("doi:") else "")
    if doi:
        item["DOI"] = doi.lower()
    item["URL"] = url
    if is_retracted(answer):
        item["custom"] = {"retracted": True}
    return item


def is_retracted(answer: Mapping[str, object]) -> bool:
    """Whether the registry says that the work was taken back."""
    own = plain(answer.get("DOI")).lower()
    updates = [*_objects(answer.get("updated-by")), *_objects(answer.get("update-to"))]
    for update in _objects(answer.get("updated-by")):
        if plain(update.get("type")).lower() in _RETRACTIONS:
            return True
    for update in updates:
        if plain(update.get("type")).lower() in _RETRACTIONS and own and plain(update.get("DOI")).lower() == own:
            return True
    relation = answer.get("relation")
    if isinstance(relation, dict) and any(relation.get(name) for name in _RETRACTED_BY):
        return True
    return _MARKED.match(plain(answer.get("title"))) is not None


def plain(value: object) -> str:
    """One line of text without markup: of a list its first item, of anything but text and numbers nothing."""
    if isinstance(value, list | tuple):
        value = value[0] if value else ""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return " ".join(html.unescape(_TAG.sub("", str(value))).split())


def _type(value: object) -> str:
    name = plain(value).lower()
    return TYPES.get(name, name) or "document"


def _people(value: object) -> Iterator[dict[str, str]]:
    for person in _objects(value):
        names = {
            name: text
            for name in ("family", "given", "suffix", "non-dropping-particle", "dropping-particle")
            if (text := plain(person.get(name)))
        }
        whole = plain(person.get("literal")) or plain(person.get("name"))
        if "family" in names:
            yield names
        elif whole or "given" in names:
            yield {"literal": whole or names["given"]}


def _date(value: object) -> list[int]:
    """Year, month and day, as far as they are known."""
    parts = value.get("date-parts") if isinstance(value, dict) else None
    first = parts[0] if isinstance(parts, list) and parts else None
    numbers: list[int] = []
    for part in first if isinstance(first, list) else ():
        if not isinstance(part, int | str) or not str(part).isdecimal():
            break
        numbers.append(int(part))
    return numbers[:3]


def _objects(value: object) -> Iterator[dict[str, object]]:
    if isinstance(value, list):
        yield from (item for item in value if isinstance(item, dict))

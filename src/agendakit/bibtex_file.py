"""CSL-JSON of a BibTeX file, as Zotero and others write it.

Source: BibLaTeX manual, section 2.2 (fields); Zotero's translators "BibTeX" and "BibLaTeX" (which fields hold what).
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares.names import (
    InvalidNameError,
    parse_single_name_into_parts,
    split_multiple_persons_names,
)
from bibtexparser.model import DuplicateBlockKeyBlock, Entry
from pylatexenc.latex2text import LatexNodes2Text

from agendakit.csl import Item, plain
from agendakit.identifiers import Identifier, identify

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


_TYPES = {
    "article": "article-journal",
    "inproceedings": "paper-conference",
    "conference": "paper-conference",
    "incollection": "chapter",
    "inbook": "chapter",
    "book": "book",
    "proceedings": "book",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "thesis": "thesis",
    "techreport": "report",
    "report": "report",
    "dataset": "dataset",
    "software": "software",
    "online": "webpage",
    "electronic": "webpage",
    "unpublished": "manuscript",
}
_CONTAINERS = ("journaltitle", "journal", "booktitle", "maintitle", "howpublished")
_TEXTS = {"volume": "volume", "number": "issue", "pages": "page", "publisher": "publisher", "edition": "edition"}
_ARXIV = re.compile(r"arxiv:\s*([\w./-]+)", re.IGNORECASE)
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One work of the file.

    Attributes:
        key: Its citation key.
        line: Where it begins, from 1.
        item: With the id of its arXiv number, else of its DOI, else of its address; `None` where it has none of them.
        title: As far as there is one.
        year: As far as there is one.
    """

    key: str
    line: int
    item: Item | None
    title: str
    year: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BibFile:
    """Works in the order of the file, and the lines (from 1) at which something could not be read."""

    works: tuple[Work, ...]
    broken: tuple[int, ...]


def parse(text: str) -> BibFile:
    """Read a BibTeX or BibLaTeX file; what is broken is said, the rest is read."""
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    library = parse_string(text)
    works: list[Work] = [_work(entry, entry.start_line or 0) for entry in library.entries]
    broken: list[int] = []
    for block in library.failed_blocks:
        line = block.start_line or 0
        # A second entry with one key is an entry all the same; alone it can be read.
        again = parse_string(block.raw or "").entries if isinstance(block, DuplicateBlockKeyBlock) else []
        works += [_work(entry, line) for entry in again]
        broken += [] if again else [line + 1]
    return BibFile(works=tuple(sorted(works, key=lambda work: work.line)), broken=tuple(broken))


def _work(entry: Entry, line: int) -> Work:
    fields = {field.key.lower(): str(field.value) for field in entry.fields}
    texts = {name: _text(value) for name, value in fields.items()}
    title = ": ".join(part for part in (texts.get("title", ""), texts.get("subtitle", "")) if part)
    date = _date(texts)
    identifier = _identifier(fields)
    item: Item | None = None
    if identifier is not None and title:
        item = {
            "id": identifier.key,
            "type": _type(entry.entry_type.lower(), identifier),
            "title": title,
            "author": [*_people(fields.get("author", ""))],
            **({"issued": {"date-parts": [date]}} if date else {}),
            **_texts(texts, identifier),
            **_names(texts, identifier),
        }
    return Work(key=entry.key, line=line + 1, item=item, title=title, year=str(date[0]) if date else "")


def _identifier(fields: Mapping[str, str]) -> Identifier | None:
    """The work's name: an arXiv number from wherever it is put, else the DOI, else the address."""
    archive = (fields.get("archiveprefix") or fields.get("eprinttype") or "").lower()
    candidates = [f"arXiv:{fields['eprint']}"] if archive == "arxiv" and fields.get("eprint") else []
    for name in ("number", "note", "journal", "howpublished"):
        candidates += [f"arXiv:{found}" for found in _ARXIV.findall(fields.get(name, ""))]
    candidates += [value for name in ("doi", "url") if (value := fields.get(name, "").strip())]
    found = [identify(re.sub(r"\\([_%&#])", r"\1", candidate)) for candidate in candidates]
    known = [identifier for identifier in found if isinstance(identifier, Identifier)]
    preferred = ("arXiv:", "doi:", "http")
    return min(known, key=lambda one: next(n for n, p in enumerate(preferred) if one.key.startswith(p)), default=None)


def _type(name: str, identifier: Identifier) -> str:
    preprint = identifier.key.startswith("arXiv:")
    return "article" if preprint and name in ("misc", "online") else _TYPES.get(name, "document")


def _texts(texts: Mapping[str, str], identifier: Identifier) -> Item:
    found: Item = {csl: texts[name].replace("--", "-") for name, csl in _TEXTS.items() if texts.get(name)}
    if identifier.key.startswith("arXiv:"):
        found.pop("issue", None)
        found["number"] = identifier.key
    container = next((texts[name] for name in _CONTAINERS if texts.get(name)), "")
    if container and not _ARXIV.search(container):
        found["container-title"] = container
    institution = texts.get("institution") or texts.get("school") or texts.get("organization")
    if institution:
        found.setdefault("publisher", institution)
    return found


def _names(texts: Mapping[str, str], identifier: Identifier) -> Item:
    doi = identify(texts["doi"]) if texts.get("doi") else None
    found: Item = {}
    if isinstance(doi, Identifier) and doi.key.startswith("doi:"):
        found["DOI"] = doi.key.removeprefix("doi:")
    return {**found, "URL": identifier.url}


def _people(authors: str) -> Iterator[dict[str, str]]:
    for person in split_multiple_persons_names(" ".join(authors.split())):
        if person == "others":
            continue
        try:
            parts = parse_single_name_into_parts(person)
        except InvalidNameError:
            yield {"literal": _text(person)}
            continue
        names = {
            "family": _text(" ".join(parts.last)),
            "given": _text(" ".join(parts.first)),
            "non-dropping-particle": _text(" ".join(parts.von)),
            "suffix": _text(" ".join(parts.jr)),
        }
        if names["given"]:
            yield {name: text for name, text in names.items() if text}
        elif names["family"]:
            yield {"literal": " ".join(part for part in (names["non-dropping-particle"], names["family"]) if part)}


def _date(texts: Mapping[str, str]) -> list[int]:
    found = _DATE.match(texts.get("date") or texts.get("year") or "")
    if found is None:
        return []
    numbers = [int(part) for part in found.groups() if part]
    month = texts.get("month", "").lower()
    if len(numbers) == 1 and month:
        number = int(month) if month.isdecimal() else (*_MONTHS, month[:3]).index(month[:3]) + 1
        numbers += [number] if 1 <= number <= len(_MONTHS) else []
    return numbers


def _text(value: str) -> str:
    """A value in Unicode, without TeX's commands and braces; mathematics stays as it is written."""
    return plain(LatexNodes2Text(math_mode="verbatim").latex_to_text(value.replace("%", r"\%").replace(r"\\%", r"\%")))

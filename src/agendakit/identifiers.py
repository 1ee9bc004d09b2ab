"""Identifiers of papers and people: arXiv, DOI, URL, ORCID; what is well formed, and one key for one work.

Source: arXiv identifier scheme (info.arxiv.org/help/arxiv_identifier.html); DOI Handbook, section 2 (names are
case-insensitive); ISO 7064 MOD 11-2 for the check digit of an ORCID iD.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from datetime import date

_ARXIV_NUMBER = r"(?:[0-9]{4}\.[0-9]{4,5}|[a-z-]+(?:\.[A-Z]{2})?/[0-9]{7})"
_ARXIV = re.compile(
    rf"(?:arxiv:\s*|https?://(?:www\.|export\.)?arxiv\.org/(?:abs|pdf|html)/|(?:https?://(?:dx\.)?doi\.org/|doi:)?"
    rf"10\.48550/arxiv\.)({_ARXIV_NUMBER})(v[0-9]+)?(?:\.pdf)?/?",
    re.IGNORECASE,
)
_LOOKS_LIKE_ARXIV = re.compile(r"(?:arxiv[\s:.-]|https?://(?:www\.|export\.)?arxiv\.org/(?:abs|pdf)/)", re.IGNORECASE)
_BARE_ARXIV = re.compile(r"([0-9]{4}\.[0-9]{4,5})(?:v[0-9]+)?")
_DOI_PREFIX = re.compile(r"(?:doi:\s*|https?://(?:dx\.|www\.)?doi\.org/)(?=10\.|\S)", re.IGNORECASE)
_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+")
_ORCID = re.compile(r"(?:https?://orcid\.org/)?([0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X])")
_ARXIV_MONTH = re.compile(r"arXiv:([0-9][0-9])([0-9][0-9])\.")
_NEW_SCHEME_BEGAN = (7, 4)


@dataclass(frozen=True, slots=True)
class Identifier:
    """A well-formed name of a work.

    Attributes:
        key: Equal for all spellings of one name; also the `id` of its item in the bibliography.
        url: Where the work can be read.
    """

    key: str
    url: str


@dataclass(frozen=True, slots=True)
class Malformed:
    """A name that is none.

    Attributes:
        reason: What is wrong with it, to follow "it".
        suggestion: A spelling that is well formed, empty where there is none to offer.
    """

    reason: str
    suggestion: str = ""


@lru_cache(maxsize=16_384)
def identify(ref: str) -> Identifier | Malformed:
    """Read how an entry names a paper: ``arXiv:2212.03827``, a DOI, or a URL (arXiv and DOI addresses are both)."""
    ref = ref.strip()
    arxiv = _ARXIV.fullmatch(ref)
    if arxiv is not None:
        return _arxiv(arxiv.group(1))
    if _LOOKS_LIKE_ARXIV.match(ref):
        return Malformed("is not how arXiv numbers its papers, such as `arXiv:2212.03827`")
    bare = _BARE_ARXIV.fullmatch(ref)
    if bare is not None:
        return Malformed("is a bare number", f"arXiv:{bare.group(1)}")
    prefix = _DOI_PREFIX.match(ref)
    name = unquote(ref[prefix.end() :]) if prefix else ref
    if _DOI.fullmatch(name):
        return Identifier(f"doi:{name.lower()}", f"https://doi.org/{name}")
    if prefix or name.startswith("10."):
        return Malformed("is no DOI; one looks like `10.1145/3442188.3445922`")
    return _url(ref)


@lru_cache(maxsize=16_384)
def identify_on(today: date, ref: str) -> Identifier | Malformed:
    """The same, where an arXiv number of a month that is yet to come is none either."""
    identifier = identify(ref)
    month = _ARXIV_MONTH.match(identifier.key) if isinstance(identifier, Identifier) else None
    if month is not None and (2000 + int(month[1]), int(month[2])) > (today.year, today.month):
        return Malformed(f"names the month {month[2]} of 20{month[1]}, which is yet to come")
    return identifier


def same_url(url: str) -> str:
    """One spelling for addresses that differ in scheme, case of the host, a closing slash or a fragment."""
    parts = urlsplit(url)
    query = f"?{parts.query}" if parts.query else ""
    return f"https://{parts.netloc.lower()}{parts.path.rstrip('/')}{query}"


def orcid_problem(orcid: str) -> str | None:
    """What is wrong with an ORCID iD, `None` where nothing is."""
    match = _ORCID.fullmatch(orcid)
    if match is None:
        return "is not four groups of four digits"
    total = 0
    digits = match.group(1).replace("-", "")
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    return None if digits[-1] == ("X" if check == 10 else str(check)) else "does not agree with its check digit"


def _arxiv(number: str) -> Identifier | Malformed:
    if "/" in number:
        archive, _, rest = number.partition("/")
        number = f"{archive.split('.')[0].lower()}/{rest}"
        return Identifier(f"arXiv:{number}", f"https://arxiv.org/abs/{number}")
    year, month = int(number[:2]), int(number[2:4])
    if not 1 <= month <= 12 or (year, month) < _NEW_SCHEME_BEGAN:
        return Malformed(f"names the month {number[2:4]} of 20{number[:2]}, in which arXiv gave no such number")
    digits, wanted = len(number) - 5, 5 if year >= 15 else 4
    if digits != wanted:
        return Malformed(f"has {digits} digits after the point, where arXiv gave {wanted} in 20{year:02}")
    return Identifier(f"arXiv:{number}", f"https://arxiv.org/abs/{number}")


def _url(ref: str) -> Identifier | Malformed:
    try:
        parts = urlsplit(ref)
        hostname = parts.hostname
    except ValueError:
        return Malformed("is no address")
    if parts.scheme in ("http", "https") and hostname and "." in hostname and not re.search(r"\s", ref):
        return Identifier(same_url(ref), ref)
    return Malformed(
        "is neither an arXiv number (`arXiv:2212.03827`), nor a DOI (`10.…/…`), nor an address (`https://…`)"
    )

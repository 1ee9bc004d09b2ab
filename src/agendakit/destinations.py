"""Where a link of the body leads: to an entry, a file of the catalogue, or elsewhere.

Source: WHATWG URL, section 4.4, for what browsers drop from an address before they read its scheme.
"""

from __future__ import annotations

import html
import posixpath
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath
from urllib.parse import unquote

SCHEME_OF_ENTRIES = "entry"
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
_DROPPED = re.compile(
    r"[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|%[01][0-9a-f]|%20|%7f", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToEntry:
    """To an entry by its id."""

    id: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToFile:
    """To a file relative to the one that holds the link.

    Attributes:
        path: Without `..`, except where it leads above the top folder; the file itself where only an anchor is given.
        is_folder: Whether it is written as a folder, with a slash at its end.
    """

    path: PurePosixPath
    anchor: str
    is_folder: bool


@dataclass(frozen=True, slots=True)
class ToRoot:
    """To a path from the root of whatever server shows the page."""

    path: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """To an address with a scheme of its own; an empty scheme is that of the page (``//host``)."""

    scheme: str


Destination = ToEntry | ToFile | ToRoot | Elsewhere


def destination(target: str, holder: PurePosixPath) -> Destination:
    """Read the target of a link that stands in a file."""
    scheme = scheme_of(target)
    if scheme == SCHEME_OF_ENTRIES:
        return _to_entry(target)
    if scheme or target.startswith("//"):
        return Elsewhere(scheme)
    before, _, anchor = target.partition("#")
    path = unquote(before.partition("?")[0])
    if path.startswith("/"):
        return ToRoot(path)
    whole = posixpath.normpath(posixpath.join(holder.parent.as_posix(), path)) if path else holder.as_posix()
    return ToFile(path=PurePosixPath(whole), anchor=unquote(anchor), is_folder=path.endswith(("/", "/.", "/..")))


@lru_cache(maxsize=16_384)
def _to_entry(target: str) -> ToEntry:
    name, _, anchor = target.partition(":")[2].partition("#")
    return ToEntry(id=unquote(name), anchor=unquote(anchor))


@lru_cache(maxsize=16_384)
def scheme_of(target: str) -> str:
    """Scheme of an address in lower case, as a browser finds it in the end; empty for a relative one.

    Entities are decoded, controls and white space left out: ``JAVA&#10;SCRIPT:`` is ``javascript`` to a browser.
    """
    match = _SCHEME.match(_DROPPED.sub("", html.unescape(target)).lower())
    return match.group(1) if match else ""

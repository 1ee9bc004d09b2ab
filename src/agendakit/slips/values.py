"""Single values that the model refuses, and what their authors may have meant, by the form of the field."""

from __future__ import annotations

import re
import unicodedata
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from agendakit.diagnostic import Safety
from agendakit.model.scalars import LONGEST_SLUG
from agendakit.slips import days, lengths
from agendakit.slips.meant import Meant
from agendakit.slips.plain import MARKDOWN_LINK, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_IN_ANGLES = re.compile(r"<((?:https?://|mailto:)[^\s>]+)>")
_BARE = re.compile(r"(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_MAIL = re.compile(r"[^\s@/]+@[^\s@/]+\.[a-z]{2,}", re.IGNORECASE)
_ACCOUNT = re.compile(r"(?:https?://)?(?:www\.)?github\.com/([A-Za-z0-9-]{1,39})/?|@([A-Za-z0-9-]{1,39})")
_HOURS = re.compile(r"(\d+(?:[.,]\d{1,2})?) ?(?:h|hrs?|hours?)?", re.IGNORECASE)
_BREAKS = re.compile(r"[^a-z0-9]+")
_MOST_HOURS = 2_000


def meant(form: str, written: str) -> Meant | None:
    """What to write instead of a value, `None` where nothing is recognised; the text is not always valid."""
    recognise = _FORMS.get(form)
    return recognise(written) if recognise else None


def meant_word(words: Iterable[str], written: str) -> Meant | None:
    """The word of a vocabulary that stands between typographic signs, `None` where there are none."""
    text = plain(written).casefold().replace(" ", "-")
    return (
        Meant(text=text, help=f"Write `{text}`, with plain signs only.") if text in words and text != written else None
    )


def _slug(written: str) -> Meant | None:
    """An id in small letters and hyphens; safe where no letter is lost."""
    text = plain(written).lstrip("#@")
    letters = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    slug = _BREAKS.sub("-", letters).strip("-")
    if "," in text:
        return Meant(help="Write each by itself, with a plain comma and a space between two.")
    if not slug or len(slug) > LONGEST_SLUG:
        return None
    kept = all(character.isascii() and (character.isalnum() or character in " -_") for character in text)
    return Meant(text=slug, safety=Safety.SAFE if kept else Safety.UNSAFE)


def _address(written: str) -> Meant | None:
    text = plain(written)
    link = _IN_ANGLES.fullmatch(text) or MARKDOWN_LINK.fullmatch(text)
    if link:
        return Meant(text=link[1], safety=Safety.SAFE if text.startswith("<") else Safety.UNSAFE)
    if _MAIL.fullmatch(text):
        return Meant(text=f"mailto:{text}")
    if _BARE.fullmatch(text):
        return Meant(text=f"https://{text}", safety=Safety.UNSAFE)
    return Meant(text=text) if text != written and re.match(r"https?://\S+$", text) else None


def _account(written: str) -> Meant | None:
    found = _ACCOUNT.fullmatch(plain(written))
    return Meant(text=found[1] or found[2]) if found else None


def _hours(written: str) -> Meant | None:
    found = _HOURS.fullmatch(plain(written))
    text = found[1].replace(",", ".") if found else ""
    return Meant(text=text) if text and 0 < float(text) <= _MOST_HOURS else None


_FORMS: Mapping[str, Callable[[str], Meant | None]] = MappingProxyType(
    {
        "Effort": partial(lengths.length, short=False),
        "ShortTime": partial(lengths.length, short=True),
        "FullDate": days.day,
        "PartialDate": days.moment,
        "Slug": _slug,
        "Url": _address,
        "GithubName": _account,
        "Hours": _hours,
    }
)

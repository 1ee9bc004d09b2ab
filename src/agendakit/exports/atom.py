"""The newest entries as an Atom feed: for feed readers.

An entry counts as new when it is written and again when its author has looked whether it still holds.
Source: RFC 4287; XML 1.0, section 2.2 (which characters there are).
"""

from __future__ import annotations

import re
import uuid
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from agendakit.addresses import page_address, permanent_address, web_address
from agendakit.extension import export
from agendakit.model import summary_of

if TYPE_CHECKING:
    from datetime import date

    from agendakit.catalogue import Catalogue
    from agendakit.config import Config
    from agendakit.record import Record

_FILE = "feed.xml"
_MOST = 50
_NO_XML = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@export(_FILE)
def atom(catalogue: Catalogue, config: Config, today: date) -> str:
    """The 50 newest published entries, newest first; retired ones are left out."""
    records = [record for record in catalogue.records.values() if record.entry.stage == "published"]
    newest = sorted(records, key=lambda record: (_day(record), record.id), reverse=True)[:_MOST]
    feed = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom"})
    _add(feed, "id", web_address("", config) or _urn(config.name))
    _add(feed, "title", config.name)
    _add(feed, "updated", _moment(_day(newest[0]) if newest else today.isoformat()))
    _add(SubElement(feed, "author"), "name", config.name)
    if config.licence:
        _add(feed, "rights", config.licence)
    SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": web_address(_FILE, config)})
    SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": web_address("", config) or "./"})
    for record in newest:
        _entry(SubElement(feed, "entry"), record, catalogue, config)
    indent(feed)
    return f"<?xml version='1.0' encoding='utf-8'?>\n{tostring(feed, encoding='unicode')}\n"


def _entry(element: Element, record: Record, catalogue: Catalogue, config: Config) -> None:
    entry = record.entry
    _add(element, "id", config.page_url(permanent_address(record.id)) or _urn(f"{config.name} {record.id}"))
    _add(element, "title", entry.title)
    link = web_address(page_address(record, catalogue.root), config)
    SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": link})
    _add(element, "published", _moment(entry.created))
    _add(element, "updated", _moment(_day(record)))
    for person in entry.authors:
        _add(SubElement(element, "author"), "name", person.name)
    for tag in (record.kind, *entry.tags):
        SubElement(element, "category", {"term": tag})
    _add(element, "summary", getattr(entry, "question", None) or summary_of(entry) or entry.title)


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = _NO_XML.sub("\ufffd", text)


def _day(record: Record) -> str:
    """The day of the last look, never before it was begun."""
    return max(record.entry.as_of or "", record.entry.created)


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"


def _urn(name: str) -> str:
    """Name that stays the same, for a catalogue without an address."""
    return uuid.uuid5(uuid.NAMESPACE_URL, name).urn

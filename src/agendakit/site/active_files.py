"""Files beside the entries that a browser would run as programs of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from pathlib import PurePath

_PROGRAMS = frozenset((".html", ".htm", ".xhtml", ".xht", ".shtml", ".js", ".mjs", ".xml", ".xsl", ".xslt", ".swf"))
_RUNNING = frozenset(("script", "foreignobject", "iframe", "embed", "object", "handler", "set", "animate"))
_HARMLESS = ("#", "https://", "http://", "data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp")


def is_active(path: PurePath, data: bytes) -> bool:
    """Whether opening the file can run what its author wrote; a drawing as SVG may, if it holds more than a drawing."""
    suffix = path.suffix.lower()
    return suffix in _PROGRAMS or (suffix == ".svg" and not _is_drawing(data))


def _is_drawing(data: bytes) -> bool:
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data or b"<?xml-stylesheet" in data or b"\0" in data:
        return False
    try:
        root = ET.fromstring(data)  # noqa: S314  # without a document type there are no entities to expand
    except (ET.ParseError, ValueError, LookupError):
        return False
    return all(_is_still(element) for element in root.iter())


def _is_still(element: ET.Element) -> bool:
    if _local(element.tag) in _RUNNING:
        return False
    for name, value in element.attrib.items():
        local = _local(name)
        if local.startswith("on") or (local == "href" and not value.strip().lower().startswith(_HARMLESS)):
            return False
    return True


def _local(name: object) -> str:
    return str(name).rpartition("}")[2].lower()

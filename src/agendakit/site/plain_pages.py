"""Pages that are no entries, made safe: the HTML that MkDocs made of them, and their front matter.

What the Markdown extensions of Python-Markdown, pymdownx and Material make is kept: admonitions, footnotes, tabs,
tasks, highlighted code. Scripts, styles, handlers, frames and what asks another host are dropped.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING

import nh3

if TYPE_CHECKING:
    from collections.abc import Mapping

_TAGS = (nh3.ALLOWED_TAGS - {"map", "area"}) | {"section", "input", "label", "picture"}
_ATTRIBUTES = {
    "*": {"id", "class", "title", "lang", "dir", "role", "aria-label", "aria-hidden"},
    "a": {"href", "name"},
    "img": {"src", "alt", "width", "height", "loading"},
    "th": {"colspan", "rowspan", "scope"},
    "td": {"colspan", "rowspan"},
    "ol": {"start", "type", "reversed"},
    "li": {"value"},
    "details": {"open"},
    "input": {"type", "checked", "disabled", "name"},
    "label": {"for"},
    "div": {"data-tabs"},
    "time": {"datetime"},
}
_ALIGNED = re.compile(r'(<t[hd]) (?:style="text-align: ?|align=")(left|center|right);?"')
_LINK_OR_IMAGE = re.compile(r'<(/?a)\b|<img((?: [\w-]+="[^"]*")*)>')
_ATTRIBUTE = re.compile(r' ([\w-]+)="([^"]*)"')
_ELSEWHERE = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:|//)")
_TEXTS = ("title", "description")


def safe(html: str) -> str:
    """A page's content without anything that can run or that asks another host."""
    aligned = _ALIGNED.sub(r'\1 class="ak-\2"', html)
    cleaned = nh3.clean(
        aligned,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_kept,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
    )
    return _without_strangers(cleaned)


def safe_front(front: Mapping[str, object]) -> dict[str, object]:
    """What a page may tell its theme: words, escaped because themes write them as they are, and what to hide."""
    found: dict[str, object] = {name: escape(str(front[name])) for name in _TEXTS if front.get(name)}
    hidden = front.get("hide")
    if isinstance(hidden, list):
        found["hide"] = [one for one in hidden if one in ("navigation", "toc")]
    return found


def _kept(tag: str, name: str, value: str) -> str | None:
    """An input is a box of a task list or the switch of a tab, nothing that asks for words."""
    if tag == "input" and name == "type":
        return value if value in ("checkbox", "radio") else "hidden"
    return value


def _without_strangers(html: str) -> str:
    """Images of other hosts become links; within a link, their words."""
    inside = False

    def instead(match: re.Match[str]) -> str:
        nonlocal inside
        if match[1] is not None:
            inside = match[1] == "a"
            return match[0]
        attributes = {name: unescape(value) for name, value in _ATTRIBUTE.findall(match[2])}
        source = attributes.get("src", "")
        if not _ELSEWHERE.match(source):
            return match[0]
        words = escape(attributes.get("alt") or source)
        return words if inside else f'<a href="{escape(source)}" rel="noopener noreferrer">{words}</a>'

    return _LINK_OR_IMAGE.sub(instead, html)

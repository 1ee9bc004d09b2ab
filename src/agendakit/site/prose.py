"""An author's Markdown as sanitised HTML: sections of a body, and short texts of the front matter.

CommonMark with tables, strikethrough, footnotes, task lists and admonitions. Raw HTML is shown as text, comments are
dropped, links keep to http, https, mailto and what lies in the catalogue; nothing is loaded from another host. What
comes out has been cleaned once more.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import TYPE_CHECKING

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

from agendakit import dialect
from agendakit.anchors import slug
from agendakit.site import prose_blocks, prose_rules

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableMapping, Sequence

    from markdown_it.token import Token

    from agendakit.document import Document
    from agendakit.site.prose_rules import Surroundings

_FIELD_RULES = ["backticks", "link", "autolink", "entity", "escape", "newline"]
_PLAIN = re.compile(r"[^`\[<>&\\\x00-\x1f\x7f-\xa0\ud800-\udfff]*")
_MATHML = """math mrow mi mo mn ms mtext mspace msup msub msubsup mfrac msqrt mroot mover munder munderover mtable
    mtr mtd mstyle mpadded mphantom menclose semantics annotation"""
_TAGS = (nh3.ALLOWED_TAGS - {"map", "area"}) | {"section", *_MATHML.split()}
_CLASSED = ("span", "div", "pre", "code", "a", "p", "table", "ul", "li", "math", "th", "td")
_ATTRIBUTES = {
    "*": {"id", "title"},
    **{tag: {"class"} for tag in _CLASSED},
    "a": {"href", "class", "rel"},
    "span": {"class", "role", "aria-label"},
    "img": {"src", "alt", "width", "height", "loading"},
    "th": {"class", "scope"},
    "ol": {"start"},
    "math": {"display", "class"},
    "mo": {"stretchy", "fence", "form", "separator", "lspace", "rspace", "minsize", "maxsize"},
    "mi": {"mathvariant"},
    "mover": {"accent"},
    "mspace": {"width"},
    "mtable": {"columnalign", "rowspacing"},
    "mtd": {"columnalign"},
}


@dataclass(frozen=True, slots=True)
class Section:
    """What stands below a heading of the second level; the first has no title and holds what stands before any."""

    title: str
    html: Markup


def sections(document: Document, around: Surroundings) -> tuple[Section, ...]:
    """Sections of a document's body, in order."""
    body = document.text[document.body_start :]
    if document.outline.too_dense is not None:
        return (Section("", Markup(f"<pre>{escape(body)}</pre>")),)  # noqa: S704  # escaped
    parser = _parser()
    environment: MutableMapping[str, object] = {"around": around}
    tokens = parser.parse(body, environment)
    return tuple(
        Section(title, _clean(parser.renderer.render(part, parser.options, environment)))
        for title, part in _split(tokens)
    )


def inline(text: str, around: Surroundings) -> Markup:
    """A text of the front matter: code, links, citations; the rest as it is written."""
    if _PLAIN.fullmatch(text):
        return Markup(text)  # noqa: S704  # nothing in it means anything in Markdown or HTML
    parser = _field_parser()
    environment: MutableMapping[str, object] = {"around": around}
    return _clean(parser.renderInline(text, environment))


def _split(tokens: Sequence[Token]) -> Iterator[tuple[str, list[Token]]]:
    title = ""
    part: list[Token] = []
    position = 0
    while position < len(tokens):
        token = tokens[position]
        if token.type == "heading_open" and token.level == 0 and token.tag in ("h1", "h2"):
            if part or title:
                yield title, part
            title, part = prose_rules.plain_text(tokens[position + 1]), []
            position += 3
            continue
        if token.type == "footnote_block_open":
            if part or title:
                yield title, part
            title, part = "Footnotes", []
        if token.type == "heading_open":
            token.attrSet("id", slug(prose_rules.plain_text(tokens[position + 1])))
        part.append(token)
        position += 1
    if part or title:
        yield title, part


def _clean(html: str) -> Markup:
    return Markup(_cleaner().clean(html).rstrip("\n"))  # noqa: S704  # cleaned


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )


@cache
def _parser() -> MarkdownIt:
    parser = dialect.speak(MarkdownIt("commonmark").enable(["table", "strikethrough"]))
    return prose_rules.teach(prose_blocks.extend(parser))


@cache
def _field_parser() -> MarkdownIt:
    parser = MarkdownIt("zero").enable(_FIELD_RULES)
    parser.inline.ruler.before("link", "citation", dialect.citation)
    return prose_rules.teach(parser)

"""Templates to Markdown: headings stay Markdown, all else becomes HTML blocks of one line each.

One line, because Python-Markdown then hands a block through whatever stands in it: no fence, list or indented code
can begin inside. A template marks a heading with `<ak-heading>`, a tag that no author's text can contain unescaped.
"""

from __future__ import annotations

import json
import re
from functools import cache
from html import escape, unescape
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_FRONT = re.compile(
    r'---\ntitle: (?P<title>".*")\ndescription: (?P<description>".*")\nhide: \[(?P<hide>[a-z, ]*)\]\n---\n\n'
)
_HEADING = re.compile(r"<ak-heading>(.*?)</ak-heading>", re.DOTALL)
_PREFORMATTED = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_SPECIAL = re.compile(r"_|[^\w\s,;?'’‘“”„…–—/%]")


def page(
    template: str,
    data: Mapping[str, object],
    *,
    title: str,
    description: str,
    hide: Iterable[str] = ("navigation", "toc"),
) -> str:
    """A page as Markdown: front matter, headings, blocks; `linked_data` among its data makes what programs are told."""
    front = {"title": title, "description": description}
    lines = [f"{name}: {_yaml_text(words)}" for name, words in front.items()]
    lines.append(f"hide: [{', '.join(hide)}]")
    linked_data = data.get("linked_data")
    about = linked_data(title, description) if callable(linked_data) else ""
    return "---\n" + "\n".join(lines) + "\n---\n\n" + markdown(f"{render(template, data)}{about}")


def front_of(text: str) -> tuple[dict[str, object], str] | None:
    """Front matter and body of what `page` wrote, `None` for any other text."""
    match = _FRONT.match(text)
    if match is None:
        return None
    front: dict[str, object] = {"title": json.loads(match["title"]), "description": json.loads(match["description"])}
    return {**front, "hide": match["hide"].split(", ") if match["hide"] else []}, text[match.end() :]


def render(template: str, data: Mapping[str, object]) -> str:
    """A template filled in."""
    return _environment().get_template(template).render(data)


def markdown(html: str) -> str:
    """What a template gives, as Markdown."""
    return "\n\n".join(_blocks(html)) + "\n"


def _blocks(html: str) -> Iterator[str]:
    for number, piece in enumerate(_HEADING.split(html)):
        if number % 2:
            yield f"## {_heading(unescape(piece))}"
        elif piece.strip():
            yield f'<div class="ak">{_one_line(piece)}</div>'


def _one_line(html: str) -> str:
    parts = _PREFORMATTED.split(html) if "<pre" in html else [html]
    flat = (_joined(part) if number % 2 == 0 else part for number, part in enumerate(parts))
    return "".join(flat).strip().replace("\n", "&#10;").replace("\t", "&#9;").replace("\r", "")


def _joined(html: str) -> str:
    """Lines in a row, with one space between them; no pattern, which would try every space."""
    first, *rest = html.split("\n")
    if not rest:
        return html
    *middle, last = rest
    lines = (line.strip() for line in middle)
    return " ".join((first.rstrip(), *(line for line in lines if line), last.lstrip()))


def _heading(words: str) -> str:
    """A title in which nothing is Markdown or HTML any more."""
    flat = " ".join(words.split())
    return _SPECIAL.sub(lambda match: f"&#{ord(match.group())};", flat)


def _yaml_text(words: str) -> str:
    """A text in double quotes that MkDocs reads back; escaped, since themes write it into pages as it is."""
    flat = " ".join(_UNPRINTABLE.sub(" ", words).split())
    return json.dumps(escape(flat), ensure_ascii=False)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("agendakit.site", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # templates do not change while a site is made
    )

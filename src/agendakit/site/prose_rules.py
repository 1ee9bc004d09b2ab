"""How the tokens of an author's Markdown become HTML: links, images, citations, mathematics, code."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, cast

from latex2mathml.converter import convert
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

if TYPE_CHECKING:
    from collections.abc import MutableMapping, Sequence
    from pathlib import PurePosixPath

    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token
    from markdown_it.utils import OptionsDict

    from agendakit.site.citations import Citations
    from agendakit.site.links import Linker

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_PIXELS = re.compile(r"[1-9][0-9]{0,3}")
_LONGEST_FORMULA = 2_000
ELSEWHERE = "noopener noreferrer"
"""What a link to another host says of itself: the host learns nothing of the page."""

_CAPTIONS = {
    word: f'<p class="ak-caption">{words}</p>\n'
    for word, words in (("bad", "This is found:"), ("fixed", "After the fix:"), ("good", "This is fine:"))
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a text needs to know of the page it stands on.

    Attributes:
        path: File that relative links start from.
        citations: The works that texts may cite.
        cited: References in the order of their first citation; filled while texts are rendered.
    """

    linker: Linker
    path: PurePosixPath
    citations: Citations
    cited: dict[str, None] = field(default_factory=dict)


def teach(parser: MarkdownIt) -> MarkdownIt:
    """Give a parser the rules of this module."""
    for name, rule in (
        ("link_open", _link_open),
        ("image", _image),
        ("html_block", _html_block),
        ("html_inline", _html_inline),
        ("citation", _citation),
        ("math", _math),
        ("fence", _fence),
        ("table_open", _table_open),
        ("table_close", _table_close),
        ("th_open", _cell_open),
        ("td_open", _cell_open),
    ):
        parser.add_render_rule(name, rule)
    return parser


def plain_text(token: Token) -> str:
    """Words of an inline token without their markup."""
    return "".join(
        " " if child.type in ("softbreak", "hardbreak") else child.content for child in token.children or []
    ).strip()


def _link_open(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: MutableMapping[str, object]
) -> str:
    token = tokens[index]
    token.attrs["href"] = _target(str(token.attrs.get("href", "")), _around(env)) or ""
    if not token.attrs["href"]:
        del token.attrs["href"]
    elif _is_elsewhere(str(token.attrs["href"])):
        token.attrs["rel"] = ELSEWHERE
    return self.renderToken(tokens, index, options, env)


def _target(target: str, around: Surroundings) -> str | None:
    if target.startswith("entry:"):
        name, mark, anchor = target.removeprefix("entry:").partition("#")
        link = around.linker.entry(name)
        return None if link is None else link + mark + anchor
    if _is_elsewhere(target):
        return target
    return around.linker.file(target, around.path)


def _is_elsewhere(target: str) -> bool:
    return _SCHEME.match(target) is not None or target.startswith("//")


def _image(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: MutableMapping[str, object]
) -> str:
    """An image of the catalogue is shown; one of another host becomes a link, for pages ask no other host."""
    token = tokens[index]
    source, words = str(token.attrs.get("src", "")), self.renderInlineAsText(token.children, options, env)
    target = _target(source, _around(env))
    if target is None:
        return escape(words)
    if _is_elsewhere(source):
        return f'<a href="{escape(target)}" rel="{ELSEWHERE}">{escape(words or source)}</a>'
    sizes = "".join(
        f' {name}="{token.attrs[name]}"'
        for name in ("width", "height")
        if _PIXELS.fullmatch(str(token.attrs.get(name)))
    )
    return f'<img src="{escape(target)}" alt="{escape(words)}"{sizes} loading="lazy">'


def _html_block(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: MutableMapping[str, object]
) -> str:
    words = _html_inline(self, tokens, index, options, env).strip()
    return f"<p>{words}</p>\n" if words else ""


def _html_inline(
    _self: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: MutableMapping[str, object]
) -> str:
    return escape(re.sub(r"<!--.*?(?:-->|\Z)", "", tokens[index].content, flags=re.DOTALL))


def _citation(
    _self: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, env: MutableMapping[str, object]
) -> str:
    around = _around(env)
    ref = tokens[index].content
    citation = around.citations.of(ref)
    around.cited.setdefault(ref)
    label, title = escape(citation.label), escape(citation.title)
    return f'<a class="ak-cite" href="#{citation.anchor}" title="{title}">{label}</a>'


def _math(
    _self: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: MutableMapping[str, object]
) -> str:
    return _mathml(tokens[index].content)


@lru_cache(maxsize=4_096)
def _mathml(source: str) -> str:
    """A formula with its dollars; the same few symbols stand on many pages."""
    dollars = "$$" if source.startswith("$$") else "$"
    formula = source.removeprefix(dollars).removesuffix(dollars).strip()
    if len(formula) > _LONGEST_FORMULA:
        return f"<code>{escape(source)}</code>"
    try:
        return str(convert(formula, display="block" if dollars == "$$" else "inline"))
    except Exception:  # noqa: BLE001  # whatever the converter does not know is shown as it is written
        return f"<code>{escape(source)}</code>"


def _fence(
    _self: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: MutableMapping[str, object]
) -> str:
    token = tokens[index]
    language, _, rest = token.info.strip().partition(" ")
    caption = _CAPTIONS.get(rest.partition(" ")[0], "")
    try:
        lexer = get_lexer_by_name(language, stripnl=False) if language else None
    except ClassNotFound:
        lexer = None
    if lexer is None:
        return f'{caption}<div class="highlight"><pre><code>{escape(token.content)}</code></pre></div>\n'
    code = highlight(token.content, lexer, HtmlFormatter(nowrap=True))
    return f'{caption}<div class="highlight"><pre><code>{code}</code></pre></div>\n'


def _table_open(
    _self: RendererHTML, _tokens: Sequence[Token], _index: int, _options: OptionsDict, _env: MutableMapping[str, object]
) -> str:
    return '<div class="ak-table"><table>\n'


def _table_close(
    _self: RendererHTML, _tokens: Sequence[Token], _index: int, _options: OptionsDict, _env: MutableMapping[str, object]
) -> str:
    return "</table></div>\n"


def _cell_open(
    _self: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: MutableMapping[str, object]
) -> str:
    """Alignment as a class, since pages carry no styles of their own."""
    token = tokens[index]
    side = str(token.attrs.get("style", "")).removeprefix("text-align:")
    return f'<{token.tag} class="ak-{side}">' if side in ("center", "right") else f"<{token.tag}>"


def _around(env: MutableMapping[str, object]) -> Surroundings:
    return cast("Surroundings", env["around"])

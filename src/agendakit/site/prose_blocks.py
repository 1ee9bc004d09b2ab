"""What prose may hold beyond CommonMark: footnotes, task lists, admonitions, sizes of images."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.footnote import footnote_plugin

if TYPE_CHECKING:
    from collections.abc import MutableMapping, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.rules_core import StateCore
    from markdown_it.utils import OptionsDict

_TASK = re.compile(r"\[([ xX])\][ \t]+")
_MANNERS = ("note", "info", "tip", "success", "question", "warning", "danger", "example", "quote")


def extend(parser: MarkdownIt) -> MarkdownIt:
    """Teach a parser the notations: `[^1]`, `- [x]`, `!!! note`, `![…](…){width=300}`."""
    parser.use(footnote_plugin).use(admon_plugin).use(attrs_plugin, after=("image",), allowed=("width", "height"))
    parser.core.ruler.after("inline", "tasks", _tasks)
    for name, rule in (
        ("task", _task),
        ("admonition_open", _admonition_open),
        ("footnote_ref", _footnote_ref),
        ("footnote_anchor", _footnote_anchor),
        ("footnote_open", _footnote_open),
        ("footnote_block_open", lambda *_: '<div class="footnote"><ol>\n'),
        ("footnote_block_close", lambda *_: "</ol></div>\n"),
    ):
        parser.add_render_rule(name, rule)
    return parser


def _as_method(rule: object) -> object:
    return rule


def _tasks(state: StateCore) -> None:
    """Items of a list that begin with a box."""
    for number in range(2, len(state.tokens)):
        item, paragraph, inline = state.tokens[number - 2 : number + 1]
        if inline.type != "inline" or paragraph.type != "paragraph_open" or item.type != "list_item_open":
            continue
        first = inline.children[0] if inline.children else None
        box = _TASK.match(first.content) if first and first.type == "text" else None
        if first is None or box is None or inline.children is None:
            continue
        first.content = first.content[box.end() :]
        inline.children.insert(0, Token("task", "", 0, meta={"done": box[1] != " "}))
        item.attrJoin("class", "ak-task")


def _task(
    _self: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: MutableMapping[str, object]
) -> str:
    done = tokens[index].meta["done"]
    return f'<span class="ak-box" role="img" aria-label="{"done" if done else "to do"}">{"☑" if done else "☐"}</span> '


def _admonition_open(
    _self: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: MutableMapping[str, object]
) -> str:
    word = str(tokens[index].meta.get("tag", "")).lower()
    return f'<div class="admonition {word if word in _MANNERS else "note"}">\n'


def _footnote_ref(
    _self: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: MutableMapping[str, object]
) -> str:
    number, use = tokens[index].meta["id"] + 1, tokens[index].meta["subId"]
    return f'<sup id="{_use(number, use)}"><a class="footnote-ref" href="#fn-{number}">{number}</a></sup>'


def _footnote_open(
    _self: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: MutableMapping[str, object]
) -> str:
    return f'<li id="fn-{tokens[index].meta["id"] + 1}">'


def _footnote_anchor(
    _self: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: MutableMapping[str, object]
) -> str:
    number, use = tokens[index].meta["id"] + 1, tokens[index].meta["subId"]
    return f' <a class="footnote-backref" href="#{_use(number, use)}" title="back to the text">↩</a>'


def _use(number: int, use: int) -> str:
    return f"fnref-{number}" + (f"-{use + 1}" if use else "")

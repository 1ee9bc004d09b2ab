"""The table of contents that the engine made, put where a page wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_MARK = "<!-- agendakit: contents -->"


def with_contents(html: str, links: Iterable[tuple[str, str]]) -> str:
    """A page's HTML with links (address and title, both HTML already) in place of the mark, if it has one."""
    if _MARK not in html:
        return html
    items = "".join(f'<li><a href="{address}">{title}</a></li>' for address, title in links)
    contents = f'<h2 class="ak-label">On this page</h2><ul>{items}</ul>'
    contents = f'<nav class="ak-contents" aria-label="On this page">{contents}</nav>' if items else ""
    return html.replace(_MARK, contents, 1)

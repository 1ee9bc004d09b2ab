"""A graph of entries as SVG: boxes with links, edges as curves.

Colours are classes (`map-agenda`, `map-project`, `map-concept`, `map-edges`) and `currentColor`, so that the page's
stylesheet decides; a drawing that stands alone carries a small one of its own. Every text is escaped.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from agendakit.layout import Layout, Route, Size, lay_out

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from agendakit.layout import Box

_FONT = 13
_LINE = 17.0
_PADDING = 9.0
_WIDEST_LINE = 168.0
_MOST_LINES = 3
_NARROW, _WIDE = frozenset("fijlrtI.,:;'|!()[]- "), frozenset("mwMWQO@%—")
_STYLE = (
    "svg{color:#1c1e22;background:#fbfaf6;font:13px/1.3 system-ui,sans-serif}"
    ".map-node text{fill:currentColor;dominant-baseline:central}"
    ".map-node rect{fill:#fff;stroke:#5d6068}.map-project rect{fill:#e3eeed;stroke:#0b5f66}"
    ".map-edges{stroke:#5d6068}.map-node:focus rect,.map-node:hover rect{stroke-width:2.5}"
    "@media(prefers-color-scheme:dark){svg{color:#e7e5df;background:#15171b}.map-node rect{fill:#1d1f24;stroke:#a3a6ad}"
    ".map-project rect{fill:#1d2b2c;stroke:#7cc7c3}.map-edges{stroke:#a3a6ad}}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What a box says.

    Attributes:
        kind: Kind of the entry; part of the class of its box.
        href: Where the box leads, empty for nowhere.
    """

    title: str
    kind: str
    href: str = ""


def draw(graph: Mapping[str, tuple[str, ...]], items: Mapping[str, Item], label: str, *, alone: bool = False) -> str:
    """SVG of a graph that maps each node to what it needs, with an item for each node.

    Args:
        graph: As `layout.lay_out` takes it.
        items: What each box says.
        label: Name of the drawing, for those who cannot see it.
        alone: The drawing is a file of its own and brings its colours along.
    """
    lines = {node: _lines(items[node].title) for node in graph}
    layout = lay_out(graph, {node: _size(lines[node]) for node in graph})
    return "\n".join((*_head(layout, label, alone=alone), *_body(layout, items, lines, alone=alone), "</svg>")) + "\n"


def _head(layout: Layout, label: str, *, alone: bool) -> Iterator[str]:
    width, height = round(layout.width), round(layout.height)
    namespace = ' xmlns="http://www.w3.org/2000/svg"' if alone else ""
    yield (
        f'<svg{namespace} class="map" role="group" aria-label="{escape(label)}" width="{width}" height="{height}"'
        f' viewBox="0 0 {width} {height}" font-size="{_FONT}">'
    )
    if alone:
        yield f"<style>{_STYLE}</style>"


def _body(
    layout: Layout, items: Mapping[str, Item], lines: Mapping[str, Sequence[str]], *, alone: bool
) -> Iterator[str]:
    """A drawing that stands alone also says for programs what each box and edge is."""
    yield '<g class="map-edges" fill="none" stroke="currentColor" aria-hidden="true">'
    for route in layout.routes:
        data = f' data-needed="{escape(route.needed)}" data-needing="{escape(route.needing)}"' if alone else ""
        yield f'<path{data} d="{_curve(route)}"/>'
    yield "</g>"
    for node in sorted(layout.boxes, key=lambda node: (layout.boxes[node].x, layout.boxes[node].y)):
        data = f' data-id="{escape(node)}"' if alone else ""
        yield _box(data, layout.boxes[node], items[node], lines[node])


def _box(data: str, box: Box, item: Item, lines: Sequence[str]) -> str:
    """A box with its title, which is told whole where it stands in several lines."""
    left, middle = round(box.x + _PADDING), box.y + box.height / 2 - (len(lines) - 1) * _LINE / 2
    spans = "".join(
        f'<tspan x="{left}" y="{round(middle + number * _LINE)}">{escape(line)}</tspan>'
        for number, line in enumerate(lines)
    )
    told = f"<title>{escape(item.title)}</title>" if lines != (item.title,) else ""
    text = f"<text>{spans}</text>" if told else f'<text x="{left}" y="{round(middle)}">{escape(item.title)}</text>'
    place = f'x="{round(box.x)}" y="{round(box.y)}" width="{round(box.width)}" height="{round(box.height)}"'
    inside = f'{told}<rect {place} rx="4"/>{text}'
    names = f'class="map-node map-{escape(item.kind)}"{data}'
    return f'<a {names} href="{escape(item.href)}">{inside}</a>' if item.href else f"<g {names}>{inside}</g>"


def _curve(route: Route) -> str:
    """Level within a layer, an S between two layers; its handles keep it between them."""
    (x, y), *rest = ((round(across), round(down)) for across, down in route.points)
    parts = [f"M{x} {y}"]
    for (left, above), (right, below) in zip(rest[::2], rest[1::2], strict=True):
        half, down = round((right - left) / 2), below - above
        if down and left != x:
            parts.append(f"H{left}")
        parts.append(f"c{half} 0 {half} {down} {right - left} {down}" if down else f"H{right}")
        x = right
    return "".join(parts)


@lru_cache(maxsize=16_384)
def _lines(title: str) -> tuple[str, ...]:
    """A title in lines of about the same width, the last one cut where it takes too many."""
    lines = [""]
    for word in title.split():
        longer = f"{lines[-1]} {word}".strip()
        if _width(longer) <= _WIDEST_LINE or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    kept = lines[:_MOST_LINES]
    if len(lines) > _MOST_LINES:
        kept[-1] += " …"
    return tuple(_cut(line) for line in kept)


def _cut(line: str) -> str:
    while _width(line) > _WIDEST_LINE + _FONT:
        line = line.rstrip("…")[:-1] + "…"
    return line


def _size(lines: Sequence[str]) -> Size:
    return Size(max(map(_width, lines)) + 2 * _PADDING, len(lines) * _LINE + _PADDING)


@lru_cache(maxsize=16_384)
def _width(text: str) -> float:
    """Generous width of a text in a sans-serif type of this size."""
    return sum(_FONT * _share(character) for character in text)


def _share(character: str) -> float:
    if character in _NARROW:
        return 0.36
    if character in _WIDE or character > "\u2e80":
        return 1.0
    return 0.72 if character.isupper() else 0.58

"""Layered drawing of a directed graph: where each box stands and which way each edge goes.

Reading goes from left to right: what is needed stands left of what needs it. Edges that pass a layer have a slot of
their own there, shared by those from one box, and bend only between layers, so none runs through a box. Deterministic;
lengths are in pixels.

Source: Sugiyama, Tagawa and Toda, "Methods for visual understanding of hierarchical system structures", 1981.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from agendakit import graph as graphs
from agendakit.ordering import Chain, Slot, ordered
from agendakit.spacing import middles

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from agendakit.graph import Graph

GAP_ACROSS = 56.0
GAP_DOWN = 14.0
MARGIN = 8.0
_THREAD = 4.0
"""Height of the slot of edges that pass a layer."""
_IN_A_ROW = 5
"""Boxes without any edge that stand side by side."""


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height of a box."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Box:
    """Where a box stands: its upper left corner and its size."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """The way of an edge.

    Attributes:
        needed: Where it begins, at the left.
        needing: Where it ends, at the right.
        points: From the edge of one box to that of the other; it runs level within a layer and bends between layers,
            so points come in pairs: where it leaves a layer, where it enters the next.
    """

    needed: str
    needing: str
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A finished drawing; the margin is part of its size."""

    width: float
    height: float
    boxes: Mapping[str, Box]
    routes: tuple[Route, ...]


def lay_out(graph: Mapping[str, tuple[str, ...]], sizes: Mapping[str, Size]) -> Layout:
    """Draw a graph that maps each node to what it needs; every node has a size.

    Edges that a longer way implies are left out, and so are those within a cycle, which no layering can draw.
    About quadratic in the number of edges between two layers.
    """
    reduced = _reduced(graph)
    opens = graphs.reversed_graph(reduced)
    layer = _layers(reduced, opens)
    chains = [_chain(needed, node, layer) for node, needs in reduced.items() for needed in needs]
    columns = ordered({node: level for node, level in layer.items() if reduced[node] or opens[node]}, chains)
    heights = {slot: sizes[slot].height if isinstance(slot, str) else _THREAD for column in columns for slot in column}
    middle = {slot: height + MARGIN for slot, height in middles(columns, chains, heights, GAP_DOWN).items()}
    stretches = _stretches(columns, sizes)
    boxes = {
        slot: _box(stretches[level][0], middle[slot], sizes[slot])
        for level, column in enumerate(columns)
        for slot in column
        if isinstance(slot, str)
    }
    routes = tuple(_route(chain, layer, boxes, middle, stretches) for chain in chains)
    lowest = max((y + GAP_DOWN for route in routes for _, y in route.points), default=MARGIN)
    boxes |= _grid([node for node in sorted(reduced) if node not in boxes], sizes, max(_bottom(boxes), lowest))
    return Layout(
        width=max((box.x + box.width for box in boxes.values()), default=0.0) + MARGIN,
        height=max(_bottom(boxes), lowest) - GAP_DOWN + MARGIN,
        boxes=boxes,
        routes=routes,
    )


def _reduced(graph: Mapping[str, tuple[str, ...]]) -> Graph:
    cyclic = {node: group for group in graphs.components(graph) if len(group) > 1 for node in group}
    implied = graphs.implied(graph)
    kept = (
        (node, needed)
        for node, needs in graph.items()
        for needed in needs
        if (node, needed) not in implied and needed != node and needed not in cyclic.get(node, ())
    )
    return graphs.build(kept, graph)


def _layers(graph: Graph, opens: Graph) -> dict[str, int]:
    """Longest way from the left; a node that more need than it needs stands as far right as these allow."""
    layer = graphs.layers(graph)
    for node in reversed(graphs.order(graph)):
        if len(opens[node]) > len(graph[node]):
            layer[node] = min(layer[needing] for needing in opens[node]) - 1
    return layer


def _chain(needed: str, needing: str, layer: Mapping[str, int]) -> Chain:
    passages = ((needed, level) for level in range(layer[needed] + 1, layer[needing]))
    return (needed, *passages, needing)


def _stretches(columns: Sequence[Sequence[Slot]], sizes: Mapping[str, Size]) -> list[tuple[float, float]]:
    """Where each layer begins and ends."""
    stretches: list[tuple[float, float]] = []
    left = MARGIN
    for column in columns:
        width = max((sizes[slot].width for slot in column if isinstance(slot, str)), default=0.0)
        stretches.append((left, left + width))
        left += width + GAP_ACROSS
    return stretches


def _box(left: float, middle: float, size: Size) -> Box:
    return Box(left, middle - size.height / 2, size.width, size.height)


def _route(
    chain: Chain,
    layer: Mapping[str, int],
    boxes: Mapping[str, Box],
    middle: Mapping[Slot, float],
    stretches: Sequence[tuple[float, float]],
) -> Route:
    needed, needing = str(chain[0]), str(chain[-1])
    points = [(boxes[needed].x + boxes[needed].width, middle[needed])]
    for level, (before, after) in enumerate(pairwise(chain), layer[needed]):
        points += [(stretches[level][1], middle[before]), (stretches[level + 1][0], middle[after])]
    return Route(needed=needed, needing=needing, points=tuple(points))


def _grid(nodes: Sequence[str], sizes: Mapping[str, Size], top: float) -> dict[str, Box]:
    """Rows of the boxes that have no edge, below the rest."""
    boxes: dict[str, Box] = {}
    for start in range(0, len(nodes), _IN_A_ROW):
        left = MARGIN
        row = nodes[start : start + _IN_A_ROW]
        for node in row:
            boxes[node] = Box(left, top, sizes[node].width, sizes[node].height)
            left += sizes[node].width + GAP_DOWN
        top += max(sizes[node].height for node in row) + GAP_DOWN
    return boxes


def _bottom(boxes: Mapping[str, Box]) -> float:
    """Where the next box could stand below all others."""
    return max((box.y + box.height + GAP_DOWN for box in boxes.values()), default=MARGIN)

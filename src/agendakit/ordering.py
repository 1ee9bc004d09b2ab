"""The order of boxes and passing edges within each layer of a drawing, so that few edges cross.

Source: Sugiyama, Tagawa and Toda, 1981, section on barycentres; crossings are counted as inversions, as in Barth,
Mutzel and Jünger, "Simple and efficient bilayer cross counting", 2004.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Slot = str | tuple[str, int]
"""A box, or where edges from one box pass through a layer: they run together until they part."""

Chain = tuple[Slot, ...]
"""Slots of an edge from what is needed to what needs it, one a layer."""

Columns = list[list[Slot]]

_ROUNDS = 24


def ordered(layer: Mapping[str, int], chains: Sequence[Chain]) -> Columns:
    """Slots of each layer in an order with few crossings; each round costs about as much as sorting the edges."""
    columns = _columns(layer, chains)
    left: dict[Slot, list[Slot]] = {slot: [] for column in columns for slot in column}
    right: dict[Slot, list[Slot]] = {slot: [] for column in columns for slot in column}
    for before, after in links(chains):
        left[after].append(before)
        right[before].append(after)
    best, fewest = columns, crossings(columns, right)
    for _ in range(_ROUNDS // 2):
        earlier = columns
        for rightwards in (True, False):
            columns = _swept(columns, left) if rightwards else _swept(columns[::-1], right)[::-1]
            count = crossings(columns, right)
            if count < fewest:
                best, fewest = columns, count
        if fewest == 0 or columns == earlier:  # no further round would find better
            break
    return best


def links(chains: Sequence[Chain]) -> dict[tuple[Slot, Slot], None]:
    """Each pair of neighbouring slots that an edge joins, once, in the order of the chains."""
    return dict.fromkeys(pair for chain in chains for pair in pairwise(chain))


def crossings(columns: Columns, right: Mapping[Slot, Sequence[Slot]]) -> int:
    """Number of pairs of edges that cross between neighbouring layers."""
    total = 0
    for column, following in pairwise(columns):
        place = {slot: index for index, slot in enumerate(following)}
        ends: list[int] = []
        for slot in column:
            targets = sorted(place[target] for target in right[slot])
            total += sum(len(ends) - bisect_right(ends, target) for target in targets)
            for target in targets:
                insort(ends, target)
    return total


def _columns(layer: Mapping[str, int], chains: Sequence[Chain]) -> Columns:
    columns: Columns = [[] for _ in range(max(layer.values(), default=-1) + 1)]
    for node in sorted(layer):
        columns[layer[node]].append(node)
    for slot in dict.fromkeys(slot for chain in chains for slot in chain):
        if not isinstance(slot, str):
            columns[slot[1]].append(slot)
    return columns


def _swept(columns: Columns, neighbours: Mapping[Slot, Sequence[Slot]]) -> Columns:
    """Each layer sorted by the mean place of its neighbours in the layer before."""
    result = columns[:1]
    for column in columns[1:]:
        place = {slot: float(index) for index, slot in enumerate(result[-1])}
        scale = len(place) / max(len(column), 1)
        wanted = {
            slot: sum(place[other] for other in neighbours[slot]) / len(neighbours[slot])
            if neighbours[slot]
            else index * scale
            for index, slot in enumerate(column)
        }
        result.append(sorted(column, key=wanted.__getitem__))
    return result

"""Heights at which the slots of a layered drawing stand: near their neighbours, in order, not touching.

Source: isotonic regression by pooling adjacent violators; Ayer et al., "An empirical distribution function for
sampling with incomplete information", 1955.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.ordering import links

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from agendakit.ordering import Chain, Columns, Slot

_ROUNDS = 16
_STIFFNESS = 4.0
"""How much more a passing edge is kept straight than a box is kept near its neighbours."""


def middles(columns: Columns, chains: Sequence[Chain], heights: Mapping[Slot, float], gap: float) -> dict[Slot, float]:
    """Middle of each slot; the highest slot begins at 0, and slots of a layer have at least the gap between them."""
    neighbours: dict[Slot, list[Slot]] = {slot: [] for slot in heights}
    for before, after in links(chains):
        neighbours[before].append(after)
        neighbours[after].append(before)
    stacks = [_stacked([heights[slot] for slot in column], gap) for column in columns]
    middle: dict[Slot, float] = {}
    for column, stack in zip(columns, stacks, strict=True):
        middle |= zip(column, stack, strict=True)
    weighed = [[1.0 if isinstance(slot, str) else _STIFFNESS for slot in column] for column in columns]
    layers = list(zip(columns, stacks, weighed, strict=True))
    for number in range(_ROUNDS):
        for column, stack, weights in layers if number % 2 else reversed(layers):
            wanted = [_mean([middle[other] for other in neighbours[slot]], middle[slot]) for slot in column]
            middle |= zip(column, apart(wanted, weights, stack), strict=True)
    top = min((middle[slot] - heights[slot] / 2 for slot in middle), default=0.0)
    return {slot: height - top for slot, height in middle.items()}


def apart(wanted: Sequence[float], weights: Sequence[float], stack: Sequence[float]) -> list[float]:
    """Heights nearest to the wanted ones (weighted least squares) that keep at least the distances of the stack."""
    blocks: list[tuple[float, float, int]] = []
    for height, weight, place in zip(wanted, weights, stack, strict=True):
        value, total, count = height - place, weight, 1
        while blocks and blocks[-1][0] > value:
            before, weight_before, count_before = blocks.pop()
            value = (value * total + before * weight_before) / (total + weight_before)
            total, count = total + weight_before, count + count_before
        blocks.append((value, total, count))
    values = [value for value, _, count in blocks for _ in range(count)]
    return [value + place for value, place in zip(values, stack, strict=True)]


def _stacked(heights: Sequence[float], gap: float) -> list[float]:
    """Middles of slots that stand as close as they may."""
    stack, end = [], 0.0
    for height in heights:
        stack.append(end + height / 2)
        end += height + gap
    return stack


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise

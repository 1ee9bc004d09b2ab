"""Heights at which the slots of a layered drawing stand: near their neighbours, in order, not touching.

Source: isotonic regression by pooling adjacent violators; Ayer et al., "An empirical distribution function for
sampling with incomplete information", 1955.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit.ordering import links

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from agendakit.ordering import Chain, Columns, Slot

_ROUNDS = 16
_STIFFNESS = 4.0
"""How much more a passing edge is kept straight than a box is kept near its neighbours."""


def middles(columns: Columns, chains: Sequence[Chain], heights: Mapping[Slot, float], gap: float) -> dict[Slot, float]:
    """Middle of each slot; the highest slot begins at 0, and slots of a layer have at least the gap between them."""
    slots = [slot for column in columns for slot in column]
    number = {slot: place for place, slot in enumerate(slots)}
    neighbours: list[list[int]] = [[] for _ in slots]
    for before, after in links(chains):
        neighbours[number[before]].append(number[after])
        neighbours[number[after]].append(number[before])
    layers = list(_layers(columns, heights, gap))
    middle = [height for layer in layers for height in layer.stack]
    for turn in range(_ROUNDS):
        for layer in layers if turn % 2 else reversed(layers):
            wanted = [
                sum([middle[other] for other in neighbours[place]]) / len(neighbours[place])
                if neighbours[place]
                else middle[place]
                for place in range(layer.start, layer.end)
            ]
            middle[layer.start : layer.end] = apart(wanted, layer.weights, layer.stack)
    top = min((middle[place] - heights[slot] / 2 for slot, place in number.items()), default=0.0)
    return {slot: middle[place] - top for slot, place in number.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layer:
    """Slots of one column, by their numbers from `start` up to `end`; their stack has them as close as they may be."""

    start: int
    end: int
    stack: list[float]
    weights: list[float]


def _layers(columns: Columns, heights: Mapping[Slot, float], gap: float) -> Iterator[_Layer]:
    start = 0
    for column in columns:
        yield _Layer(
            start=start,
            end=start + len(column),
            stack=_stacked([heights[slot] for slot in column], gap),
            weights=[1.0 if isinstance(slot, str) else _STIFFNESS for slot in column],
        )
        start += len(column)


def apart(wanted: Sequence[float], weights: Sequence[float], stack: Sequence[float]) -> list[float]:
    """Heights nearest to the wanted ones (weighted least squares) that keep at least the distances of the stack."""
    if len(wanted) == 1:
        return list(wanted)
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

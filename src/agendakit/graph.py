"""Order, ancestors, cycles, layers of a directed graph over string ids; it knows no entries.

A graph maps each node to the nodes it needs. Names that are needed but map to nothing are nodes without needs. Every
result is deterministic: ties are broken by id. Nothing recurses, so depth is no limit.
"""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

Graph = dict[str, tuple[str, ...]]


def build(edges: Iterable[tuple[str, str]], nodes: Iterable[str] = ()) -> Graph:
    """Graph of edges (node, what it needs), without doubles, needs in the order of their ids."""
    needs: dict[str, set[str]] = {node: set() for node in nodes}
    for node, needed in edges:
        needs.setdefault(node, set()).add(needed)
        needs.setdefault(needed, set())
    return {node: tuple(sorted(needs[node])) for node in sorted(needs)}


def ancestors(graph: Mapping[str, tuple[str, ...]], node: str, stop: Collection[str] = ()) -> frozenset[str]:
    """All that a node needs at any distance, itself only if it lies on a cycle; nothing is sought behind `stop`."""
    found: set[str] = set()
    waiting = list(graph.get(node, ()))
    while waiting:
        needed = waiting.pop()
        if needed in found:
            continue
        found.add(needed)
        if needed not in stop:
            waiting += graph.get(needed, ())
    return frozenset(found)


def reversed_graph(graph: Mapping[str, tuple[str, ...]]) -> Graph:
    """The same edges the other way: what each node opens."""
    return build(((needed, node) for node, needs in graph.items() for needed in needs), graph)


def order(graph: Mapping[str, tuple[str, ...]], wanted: Collection[str] | None = None) -> tuple[str, ...]:
    """Topological order, needs first, of all nodes or of the wanted ones; nodes on a cycle come last, by id.

    Source: Kahn, "Topological sorting of large networks", 1962, with a heap for the ties.
    """
    nodes = set(graph) if wanted is None else set(wanted)
    if len(nodes) < 2:
        return tuple(nodes)
    missing = {node: sum(needed in nodes for needed in graph.get(node, ())) for node in nodes}
    opens: dict[str, list[str]] = {node: [] for node in nodes}
    for node in nodes:
        for needed in graph.get(node, ()):
            if needed in nodes:
                opens[needed].append(node)
    ready = [node for node, count in missing.items() if count == 0]
    heapq.heapify(ready)
    result = []
    while ready:
        node = heapq.heappop(ready)
        result.append(node)
        for opened in opens[node]:
            missing[opened] -= 1
            if missing[opened] == 0:
                heapq.heappush(ready, opened)
    return (*result, *sorted(nodes - set(result)))


def layers(graph: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    """Length of the longest way down from each node, 0 for one that needs nothing; edges of cycles do not count."""
    depth: dict[str, int] = {}
    for group in components(graph):
        within = frozenset(group)
        below = (needed for node in group for needed in graph.get(node, ()) if needed not in within)
        level = max((depth[needed] + 1 for needed in below), default=0)
        depth.update(dict.fromkeys(group, level))
    return depth


def components(graph: Mapping[str, tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Strongly connected components, needs first, each sorted.

    Source: Tarjan, "Depth-first search and linear graph algorithms", 1972, with a stack of its own.
    """
    search = _Components(graph)
    for root in sorted(graph):
        search.visit(root)
    return tuple(search.found)


class _Components:
    """State of one search for components."""

    def __init__(self, graph: Mapping[str, tuple[str, ...]]) -> None:
        self.graph = graph
        self.index: dict[str, int] = {}
        self.low: dict[str, int] = {}
        self.stack: dict[str, None] = {}
        self.found: list[tuple[str, ...]] = []

    def visit(self, root: str) -> None:
        if root in self.index:
            return
        work = [self._enter(root)]
        while work:
            node, needs = work[-1]
            needed = next((needed for needed in needs if self._is_new(node, needed)), None)
            if needed is not None:
                work.append(self._enter(needed))
                continue
            work.pop()
            self._leave(node)
            if work:
                parent = work[-1][0]
                self.low[parent] = min(self.low[parent], self.low[node])

    def _enter(self, node: str) -> tuple[str, Iterator[str]]:
        self.index[node] = self.low[node] = len(self.index)
        self.stack[node] = None
        return node, iter(self.graph.get(node, ()))

    def _is_new(self, node: str, needed: str) -> bool:
        if needed not in self.index:
            return True
        if needed in self.stack:
            self.low[node] = min(self.low[node], self.index[needed])
        return False

    def _leave(self, node: str) -> None:
        if self.low[node] != self.index[node]:
            return
        group: list[str] = []
        while not group or group[-1] != node:
            member, _ = self.stack.popitem()
            group.append(member)
        self.found.append(tuple(sorted(group)))


def cycles(graph: Mapping[str, tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """One shortest cycle for each component that has any, from its smallest id on; a self-loop has length 1."""
    found = []
    for group in components(graph):
        first = group[0]
        if len(group) > 1:
            found.append(_shortest_cycle(graph, first, set(group)))
        elif first in graph.get(first, ()):
            found.append((first,))
    return tuple(sorted(found))


def implied(graph: Mapping[str, tuple[str, ...]]) -> dict[tuple[str, str], str]:
    """Edges that the transitive reduction leaves out, each with a need of the same node that already implies it.

    Nodes on a cycle have no unique reduction and are left alone. Source: Aho, Garey and Ullman, "The transitive
    reduction of a directed graph", 1972.
    """
    above, bits, cyclic = _all_above(graph)
    found: dict[tuple[str, str], str] = {}
    for node, needs in graph.items():
        if node in cyclic:
            continue
        for needed in needs:
            via = next((other for other in needs if other != needed and above[other] & bits[needed]), None)
            if via is not None:
                found[node, needed] = via
    return found


def _all_above(graph: Mapping[str, tuple[str, ...]]) -> tuple[dict[str, int], dict[str, int], frozenset[str]]:
    """What each node needs at any distance as a set of bits, the bit of each node, and the nodes on longer cycles."""
    above: dict[str, int] = {}
    bits: dict[str, int] = {}
    cyclic: set[str] = set()
    for group in components(graph):
        for node in group:
            bits[node] = 1 << len(bits)
        reached = 0
        for node in group:
            for needed in graph.get(node, ()):
                reached |= bits[needed] | above.get(needed, 0)
        above.update(dict.fromkeys(group, reached))
        if len(group) > 1:
            cyclic.update(group)
    return above, bits, frozenset(cyclic)


def _shortest_cycle(graph: Mapping[str, tuple[str, ...]], start: str, group: Collection[str]) -> tuple[str, ...]:
    came: dict[str, str] = {}
    waiting = [start]
    for node in waiting:
        for needed in graph.get(node, ()):
            if needed == start:
                return tuple(reversed(_way_back(came, node, start)))
            if needed in group and needed not in came:
                came[needed] = node
                waiting.append(needed)
    raise AssertionError("a component of two nodes has a cycle through each")


def _way_back(came: Mapping[str, str], node: str, start: str) -> list[str]:
    way = [node]
    while way[-1] != start:
        way.append(came[way[-1]])
    return way

"""Routes into plain values: mappings and lists, nested.

Nodes are numbered in the order of the text, a collection before what is in it; the whole is number 0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agendakit.diagnostic import Route


def value_at(value: object, route: Route) -> object:
    """Value at a route, `None` where there is none."""
    for step in route:
        value = _child(value, step)
    return value


def nodes(value: object) -> list[tuple[Route, object]]:
    """Every node with its route, in the order of their numbers."""
    found: list[tuple[Route, object]] = []
    _add(value, (), found)
    return found


def texts(value: object) -> Iterator[str]:
    """Every text below a value, in the order of their numbers."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for child in value.values() if isinstance(value, dict) else value:
            if isinstance(child, str):
                yield child
            else:
                yield from texts(child)


def number_of(value: object, route: Route) -> tuple[int, int]:
    """Number of the node that a route leads to, and how many steps of the route exist."""
    number = 0
    for done, step in enumerate(route):
        following = number + 1
        for name, child in _children(value):
            if name == step and isinstance(name, str) == isinstance(step, str):
                number, value = following, child
                break
            following += _size(child)
        else:
            return number, done
    return number, len(route)


def _add(value: object, route: Route, found: list[tuple[Route, object]]) -> None:
    found.append((route, value))
    # Most values are text, so the commonest way is the shortest: this runs for every value of every file.
    if isinstance(value, dict):
        for step, child in value.items():
            if isinstance(child, str):
                found.append(((*route, step), child))
            else:
                _add(child, (*route, step), found)
    elif isinstance(value, list):
        for index, child in enumerate(value):
            _add(child, (*route, index), found)


def _child(value: object, step: str | int) -> object:
    if isinstance(value, dict):
        return value.get(step)
    if isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
        return value[step]
    return None


def _children(value: object) -> Sequence[tuple[str | int, object]]:
    if isinstance(value, dict):
        return list(value.items())
    return list(enumerate(value)) if isinstance(value, list) else ()


def _size(value: object) -> int:
    if isinstance(value, dict):
        return 1 + sum(_size(child) for child in value.values())
    return 1 + sum(_size(child) for child in value) if isinstance(value, list) else 1

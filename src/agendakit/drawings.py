"""The prerequisite graph of a catalogue as SVG, as text for Graphviz or Mermaid, as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from agendakit import graph as graphs
from agendakit.addresses import permanent_address
from agendakit.model import Agenda
from agendakit.svg import Item, draw

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from agendakit.catalogue import Catalogue
    from agendakit.config import Config
    from agendakit.graph import Graph

_SHAPES = {"concept": "ellipse", "project": "box"}


def part(catalogue: Catalogue, goals: Collection[str] | None = None, kinds: Collection[str] = ()) -> Graph:
    """The graph of all entries that are not retired, or of some goals and what they need; agendas have no place in it.

    Args:
        catalogue: Where the entries stand.
        goals: Ids; `None` for all.
        kinds: Kinds to keep; none for all.
    """
    wanted = set(catalogue.graph) if goals is None else set(goals).union(*_needed(catalogue, goals))
    kept = {
        name
        for name in wanted
        if not isinstance(catalogue.records[name].entry, Agenda)
        and (goals is not None or catalogue.records[name].entry.stage != "retired")
        and (not kinds or catalogue.records[name].kind in kinds)
    }
    edges = ((name, needed) for name in kept for needed in catalogue.graph[name] if needed in kept)
    return graphs.build(edges, kept)


def svg(graph: Graph, catalogue: Catalogue, config: Config) -> str:
    """A drawing that stands alone; its boxes lead to the published site, where there is one."""
    items = {
        name: Item(
            title=catalogue.records[name].entry.title,
            kind=catalogue.records[name].kind,
            href=config.page_url(permanent_address(name)),
        )
        for name in graph
    }
    return draw(graph, items, f"What needs what: {config.name}", alone=True)


def dot(graph: Graph, catalogue: Catalogue, config: Config) -> str:
    """Graphviz; arrows lead from what is needed to what needs it."""
    lines = [f"digraph {_quoted(config.name)} {{", "  rankdir=LR;"]
    for name in graph:
        record = catalogue.records[name]
        lines.append(f"  {_quoted(name)} [label={_quoted(record.entry.title)}, shape={_SHAPES[record.kind]}];")
    lines += [f"  {_quoted(needed)} -> {_quoted(name)};" for name, needed in _drawn(graph)]
    return "\n".join([*lines, "}"]) + "\n"


def mermaid(graph: Graph, catalogue: Catalogue, _: Config) -> str:
    """Mermaid's flowchart; nodes are numbered, since an id may be a word that Mermaid keeps for itself."""
    number = {name: f"n{index}" for index, name in enumerate(graph)}
    lines = ["flowchart LR"]
    for name in graph:
        record = catalogue.records[name]
        opening, closing = ("[", "]") if record.kind == "project" else ("([", "])")
        lines.append(f'  {number[name]}{opening}"{_entities(record.entry.title)}"{closing}')
    lines += [f"  {number[needed]} --> {number[name]}" for name, needed in _drawn(graph)]
    return "\n".join(lines) + "\n"


def data(graph: Graph, catalogue: Catalogue, _: Config) -> str:
    """JSON with every edge; `implied` marks those that the drawings leave out."""
    implied = graphs.implied(graph)
    layer = graphs.layers(graph)
    nodes = [
        {"id": name, "kind": catalogue.records[name].kind, "title": catalogue.records[name].entry.title, "layer": level}
        for name, level in sorted(layer.items())
    ]
    edges = [
        {"needed": needed, "needing": name, "implied": (name, needed) in implied}
        for name, needs in graph.items()
        for needed in needs
    ]
    return json.dumps({"version": 1, "nodes": nodes, "edges": edges}, ensure_ascii=False, indent=1) + "\n"


def _needed(catalogue: Catalogue, goals: Collection[str]) -> list[frozenset[str]]:
    return [graphs.ancestors(catalogue.graph, goal) for goal in goals]


def _drawn(graph: Mapping[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    implied = graphs.implied(graph)
    return [(name, needed) for name, needs in graph.items() for needed in needs if (name, needed) not in implied]


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _entities(text: str) -> str:
    """Text in which nothing means anything to Mermaid or to the HTML that it becomes."""
    return "".join(
        character if character.isalnum() or character in " ,.-" else f"#{ord(character)};" for character in text
    )

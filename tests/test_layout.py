"""Drawings of graphs."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from agendakit import graph as graphs
from agendakit.layout import GAP_DOWN, Size, lay_out

NAMES = "abcdefghijklmn"
EDGES = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=40)


@st.composite
def drawings(draw):
    graph = graphs.build(draw(EDGES), NAMES[: draw(st.integers(0, len(NAMES)))])
    sizes = {
        node: Size(draw(st.sampled_from((40.0, 90.0, 200.0))), draw(st.sampled_from((20.0, 50.0)))) for node in graph
    }
    return graph, lay_out(graph, sizes)


@settings(max_examples=150, deadline=None)
@given(drawings())
def test_no_two_boxes_touch(drawing):
    _, layout = drawing
    boxes = sorted(layout.boxes.values(), key=lambda box: (box.x, box.y))
    for index, one in enumerate(boxes):
        for other in boxes[index + 1 :]:
            beside = other.x >= one.x + one.width
            apart = other.y >= one.y + one.height + GAP_DOWN - 0.01 or one.y >= other.y + other.height + GAP_DOWN - 0.01
            assert beside or apart, (one, other)


@settings(max_examples=150, deadline=None)
@given(drawings())
def test_no_edge_runs_through_a_box(drawing):
    _, layout = drawing
    for route in layout.routes:
        stretches = [*zip(route.points[::2], route.points[1::2], strict=False), (route.points[-1],) * 2]
        for (left, above), (right, below) in stretches:
            assert above == below, "an edge is level within a layer"
            for node, box in layout.boxes.items():
                if node in (route.needed, route.needing):
                    continue
                across = left < box.x + box.width and right > box.x
                assert not (across and box.y < above < box.y + box.height), (route, node)
        for (left, _), (right, _) in zip(route.points[1::2], route.points[2::2], strict=True):
            assert left < right
            inside = [box for box in layout.boxes.values() if box.x < right and box.x + box.width > left]
            alone = [box for box in inside if box.y > max(y for _, y in route.points)]
            assert len(inside) == len(alone), "an edge bends where no box stands but those below the drawing"


@settings(max_examples=150, deadline=None)
@given(drawings())
def test_every_edge_and_box_lies_within_the_drawing(drawing):
    _, layout = drawing
    for route in layout.routes:
        assert all(0 < x < layout.width and 0 < y < layout.height for x, y in route.points), route
    for box in layout.boxes.values():
        assert 0 < box.x < box.x + box.width < layout.width, box
        assert 0 < box.y < box.y + box.height < layout.height, box


@settings(max_examples=150, deadline=None)
@given(drawings())
def test_what_is_needed_stands_left_of_what_needs_it(drawing):
    graph, layout = drawing
    drawn = {(route.needed, route.needing) for route in layout.routes}
    for needed, needing in drawn:
        assert needed in graph[needing]
        assert layout.boxes[needed].x < layout.boxes[needing].x


@settings(max_examples=150, deadline=None)
@given(drawings())
def test_the_edges_are_those_that_no_longer_way_implies(drawing):
    graph, layout = drawing
    group = {node: members for members in graphs.components(graph) for node in members}
    implied = graphs.implied(graph)
    wanted = {
        (needed, node)
        for node, needs in graph.items()
        for needed in needs
        if (node, needed) not in implied and group[node] != group[needed]
    }
    assert {(route.needed, route.needing) for route in layout.routes} == wanted
    assert set(layout.boxes) == set(graph)


@settings(max_examples=50, deadline=None)
@given(drawings())
def test_everything_lies_within_the_drawing(drawing):
    _, layout = drawing
    for box in layout.boxes.values():
        assert 0 <= box.x <= box.x + box.width <= layout.width
        assert 0 <= box.y <= box.y + box.height <= layout.height
    for route in layout.routes:
        assert all(0 <= y <= layout.height for _, y in route.points)


def test_edges_of_one_box_run_together_until_they_part():
    chain = {f"n{number}": (f"n{number - 1}",) if number else () for number in range(6)}
    graph = graphs.build(
        [(node, need) for node, needs in chain.items() for need in needs]
        + [("x", "a"), ("y", "a"), ("x", "n4"), ("y", "n4")]
    )
    layout = lay_out(graph, {node: Size(50.0, 20.0) for node in graph})
    first, second = (route for route in layout.routes if route.needed == "a")
    assert first.points[:-1] == second.points[:-1]

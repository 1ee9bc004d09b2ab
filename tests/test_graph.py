from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from agendakit import graph

NODES = st.sampled_from("abcdefgh")
GRAPHS = st.lists(st.tuples(NODES, NODES), max_size=20).map(graph.build)
ACYCLIC = st.lists(st.tuples(NODES, NODES).filter(lambda edge: edge[0] > edge[1]), max_size=20).map(graph.build)


@given(ACYCLIC)
def test_the_order_puts_needs_first(known):
    order = graph.order(known)
    assert sorted(order) == sorted(known)
    assert all(order.index(needed) < order.index(node) for node, needs in known.items() for needed in needs)


@given(GRAPHS)
def test_a_node_needs_itself_only_on_a_cycle(known):
    on_cycles = {node for group in graph.components(known) if len(group) > 1 for node in group}
    on_cycles |= {node for node, needs in known.items() if node in needs}
    assert {node for node in known if node in graph.ancestors(known, node)} == on_cycles


@given(GRAPHS)
def test_each_cycle_can_be_walked(known):
    for cycle in graph.cycles(known):
        following = (*cycle[1:], cycle[0])
        assert all(needed in known[node] for node, needed in zip(cycle, following, strict=True))


@given(GRAPHS)
def test_a_graph_without_cycles_has_none_to_show(known):
    assert bool(graph.cycles(known)) == any(node in graph.ancestors(known, node) for node in known)


@given(ACYCLIC)
def test_a_layer_is_one_above_the_highest_need(known):
    layers = graph.layers(known)
    assert all(layers[node] == max((layers[n] + 1 for n in needs), default=0) for node, needs in known.items())


@given(ACYCLIC)
def test_leaving_out_implied_edges_changes_no_ancestor(known):
    left_out = graph.implied(known)
    reduced = {node: tuple(n for n in needs if (node, n) not in left_out) for node, needs in known.items()}
    assert all(graph.ancestors(reduced, node) == graph.ancestors(known, node) for node in known)


@given(ACYCLIC)
def test_no_edge_of_the_reduction_is_implied_by_another(known):
    left_out = graph.implied(known)
    reduced = {node: tuple(n for n in needs if (node, n) not in left_out) for node, needs in known.items()}
    assert not graph.implied(reduced)


def test_a_chain_of_ten_thousand_is_no_deeper_than_the_stack():
    known = graph.build((f"n{i:05}", f"n{i + 1:05}") for i in range(10_000))
    assert len(graph.ancestors(known, "n00000")) == 10_000
    assert graph.layers(known)["n00000"] == 10_000
    assert graph.cycles(known) == ()


def test_a_circle_of_ten_thousand_is_found_whole():
    known = graph.build((f"n{i:05}", f"n{(i + 1) % 10_000:05}") for i in range(10_000))
    assert [len(group) for group in graph.components(known)] == [10_000]
    assert len(graph.cycles(known)[0]) == 10_000

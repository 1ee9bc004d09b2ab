"""The reading order in the browser is that of Python."""

from __future__ import annotations

import random

import pytest

from agendakit import graph as graphs

ORDER = """async ({address, ids, needs, goal, known}) => {
  const { missingFor, pathTo, withImplied } = await import(`${address}assets/agendakit/readiness.js`);
  const given = withImplied(needs, known);
  const stepsTo = missingFor(needs, given);
  ids.forEach((_, number) => stepsTo(number)); // a goal must not remember the one before
  const named = (numbers) => numbers.map((number) => ids[number]);
  return [named(pathTo(needs, ids, goal, given)), named(stepsTo(goal))];
}"""


def random_graph(seed, *, cyclic):
    """Needs by id; without cycles each id needs only ids drawn before it."""
    draw = random.Random(seed)  # noqa: S311  # graphs to test with
    ids = [f"{draw.choice('abcxyz')}-{number}" for number in range(draw.randint(2, 40))]
    draw.shuffle(ids)
    edges = []
    for place, name in enumerate(ids):
        pool = ids if cyclic else ids[:place]
        edges += [(name, draw.choice(pool)) for _ in range(draw.randint(0, 3)) if pool]
    return graphs.build(edges, ids), draw


def python_path(graph, goal, known):
    given = set(known).union(*(graphs.ancestors(graph, name) for name in known))
    return list(graphs.order(graph, graphs.ancestors(graph, goal) - {goal} - given))


@pytest.mark.parametrize("width", ["desk"], indirect=True)
@pytest.mark.parametrize("cyclic", [False, True])
def test_both_give_the_same_path(page, address, cyclic):
    page.goto(address)
    for seed in range(60):
        graph, draw = random_graph(seed, cyclic=cyclic)
        ids = list(graph)
        draw.shuffle(ids)
        goal, known = draw.choice(ids), draw.sample(ids, draw.randint(0, min(4, len(ids))))
        numbers = {name: number for number, name in enumerate(ids)}
        path, steps = page.evaluate(
            ORDER,
            {
                "address": address,
                "ids": ids,
                "needs": [[numbers[name] for name in graph[one]] for one in ids],
                "goal": numbers[goal],
                "known": [numbers[name] for name in known],
            },
        )
        assert path == python_path(graph, goal, known), (seed, goal, known)
        assert sorted(steps) == sorted(path), (seed, goal, known)

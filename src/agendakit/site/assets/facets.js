// Which entries pass the filters, and how many each value of a facet would leave.

// `matching` says which entries the words leave (null: all). Counts of a facet leave out its own choice, unless all
// of its values are asked for: then each choice narrows the next.
export function filter(facets, state, matching, total, hidden) {
  const choices = facets.map((facet) => choiceOf(facet, state));
  const passing = [];
  const counts = facets.map((facet) => new Array(facet.values.length).fill(0));
  for (let number = 0; number < total; number += 1) {
    if ((matching !== null && !matching.has(number)) || hidden.has(number)) continue;
    let failed = 0;
    let failing = -1;
    for (let at = 0; at < facets.length && failed < 2; at += 1) {
      if (choices[at] && !passes(facets[at].column[number], choices[at])) {
        failed += 1;
        failing = choices[at].all ? -2 : at;
      }
    }
    if (failed === 0) passing.push(number);
    if (failed > 1 || failing === -2) continue;
    for (let at = 0; at < facets.length; at += 1) {
      if (failed === 1 && failing !== at) continue;
      const values = facets[at].column[number];
      for (let place = 0; place < values.length; place += 1) counts[at][values[place]] += 1;
    }
  }
  return { passing, counts };
}

function choiceOf(facet, state) {
  const names = state.chosen.get(facet.name);
  if (!names?.size) return null;
  const positions = facet.values.flatMap(([name], at) => (names.has(name) ? [at] : []));
  return { positions: new Set(positions), all: state.all.has(facet.name), wanted: names.size };
}

function passes(values, choice) {
  const hits = values.reduce((sum, value) => sum + choice.positions.has(value), 0);
  return choice.all ? hits === choice.wanted : hits > 0;
}

// Which entries pass the filters, and how many each value of a facet would leave.

// Columns as they are walked for each keystroke: positions in a row, and where those of each entry begin.
export function prepared(facet, total) {
  const starts = new Uint32Array(total + 1);
  const held = [];
  for (let number = 0; number < total; number += 1) {
    const positions = facet.column[number];
    if (Array.isArray(positions)) held.push(...positions);
    else if (positions >= 0) held.push(positions);
    starts[number + 1] = held.length;
  }
  return { ...facet, starts, held: Uint16Array.from(held) };
}

// `scores` says which entries the words leave (null: all), `hidden` which are out of sight; both by number. Counts of
// a facet leave out its own choice, unless all of its values are asked for: then each choice narrows the next.
export function filter(facets, state, scores, hidden) {
  const counts = facets.map((facet) => new Uint32Array(facet.values.length));
  const choices = facets.flatMap((facet, at) => (state.chosen.has(facet.name) ? [choiceOf(facet, at, state)] : []));
  const passing = [];
  for (let number = 0; number < hidden.length; number += 1) {
    if (hidden[number] || (scores !== null && !scores[number])) continue;
    const failing = failureOf(number, choices);
    if (failing === MANY) continue;
    if (failing !== NONE) {
      count(facets[failing], number, counts[failing]);
      continue;
    }
    passing.push(number);
    for (let at = 0; at < facets.length; at += 1) count(facets[at], number, counts[at]);
  }
  return { passing, counts };
}

const NONE = -1;
const MANY = -2;

function choiceOf(facet, at, state) {
  const names = state.chosen.get(facet.name);
  const wanted = Uint8Array.from(facet.values, ([name]) => names.has(name));
  return { facet, at, wanted, all: state.all.has(facet.name) && facet.many, size: names.size };
}

// The one facet that an entry fails, if its counts should still have the entry.
function failureOf(number, choices) {
  let failing = NONE;
  for (const choice of choices) {
    if (passes(number, choice)) continue;
    if (failing !== NONE || choice.all) return MANY;
    failing = choice.at;
  }
  return failing;
}

function passes(number, { facet, wanted, all, size }) {
  let hits = 0;
  for (let at = facet.starts[number]; at < facet.starts[number + 1]; at += 1) hits += wanted[facet.held[at]];
  return all ? hits === size : hits > 0;
}

function count(facet, number, counts) {
  for (let at = facet.starts[number]; at < facet.starts[number + 1]; at += 1) counts[facet.held[at]] += 1;
}

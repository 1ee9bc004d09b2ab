// What one must learn before an entry, in which order: the same as agendakit.readiness, which a test holds it to.
// Entries are numbers; `needs` holds for each the numbers of what it needs before, `ids` its id, which breaks ties.

export function ancestors(needs, start) {
  const found = new Set();
  const waiting = [...needs[start]];
  while (waiting.length) {
    const needed = waiting.pop();
    if (found.has(needed)) continue;
    found.add(needed);
    waiting.push(...needs[needed]);
  }
  return found;
}

// What someone knows who knows these: they themselves and all that they need.
export function withImplied(needs, known) {
  const all = new Set(known);
  for (const one of known) for (const other of ancestors(needs, one)) all.add(other);
  return all;
}

// Topological order of the wanted, needs first, ties by id; those on a cycle come last, by id.
export function order(needs, ids, wanted) {
  const missing = new Map();
  const opens = new Map([...wanted].map((node) => [node, []]));
  for (const node of wanted) {
    const inside = needs[node].filter((needed) => wanted.has(needed));
    missing.set(node, inside.length);
    for (const needed of inside) opens.get(needed).push(node);
  }
  const byId = (one, other) => (ids[one] < ids[other] ? -1 : 1);
  const ready = [...wanted].filter((node) => missing.get(node) === 0).sort(byId);
  const result = [];
  while (ready.length) {
    const node = ready.shift();
    result.push(node);
    for (const opened of opens.get(node)) {
      missing.set(opened, missing.get(opened) - 1);
      if (missing.get(opened) === 0) ready.splice(placeFor(ready, opened, byId), 0, opened);
    }
  }
  const done = new Set(result);
  return [...result, ...[...wanted].filter((node) => !done.has(node)).sort(byId)];
}

// Steps on the way to a goal that are not known; `given` is what is known with all that it implies.
export function pathTo(needs, ids, goal, given) {
  const before = ancestors(needs, goal);
  before.delete(goal);
  for (const known of given) before.delete(known);
  return order(needs, ids, before);
}

// The same steps without their order, for thousands of goals in a row: gives a function from a goal to its steps.
export function missingFor(needs, given) {
  const seen = new Float64Array(needs.length);
  for (const known of given) seen[known] = Infinity;
  let turn = 0;
  return (goal) => {
    turn += 1;
    const missing = [];
    const waiting = [...needs[goal]];
    while (waiting.length) {
      const needed = waiting.pop();
      if (needed === goal || seen[needed] >= turn) continue;
      seen[needed] = turn;
      missing.push(needed);
      waiting.push(...needs[needed]);
    }
    return missing;
  };
}

function placeFor(sorted, node, compare) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(sorted[middle], node) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

// What a visitor has chosen, and how each of their acts changes it. Nothing here is changed in place, so that an
// earlier choice can be compared with a later one.

// One value of a facet ticked or no longer ticked.
export function ticked(state, facet, value, isTicked) {
  const values = new Set(state.chosen.get(facet));
  if (isTicked) values.add(value);
  else values.delete(value);
  const chosen = new Map(state.chosen);
  if (values.size) chosen.set(facet, values);
  else chosen.delete(facet);
  return { chosen };
}

// All values of a facet asked for, or any of them.
export function joined(state, facet, asksForAll) {
  const all = new Set(state.all);
  if (asksForAll) all.add(facet);
  else all.delete(facet);
  return { all };
}

// Without one of the choices that `choicesOf` lists; `*` is all of them.
export function without(state, key) {
  if (key === "*") return { chosen: new Map(), unknown: new Map(), all: new Set(), words: "" };
  if (key === "q") return { words: "" };
  const isUnknown = key.startsWith("?");
  const facet = isUnknown ? key.slice(1) : key;
  const kept = new Map(isUnknown ? state.unknown : state.chosen);
  kept.delete(facet);
  return isUnknown ? { unknown: kept } : { chosen: kept };
}

// Everything that was chosen, in words: the facets in their order, what no facet has, the words last.
export function choicesOf(state, facets) {
  const found = [];
  for (const facet of facets) {
    const chosen = state.chosen.get(facet.name);
    if (!chosen) continue;
    const labels = facet.values.filter(([name]) => chosen.has(name)).map(([, label]) => label);
    const words = labels.join(state.all.has(facet.name) ? " and " : " or ");
    found.push({ key: facet.name, label: facet.label, words });
  }
  for (const [name, values] of state.unknown) {
    const label = facets.find((facet) => facet.name === name)?.label ?? name;
    found.push({ key: `?${name}`, label, words: [...values].join(", "), isUnknown: true });
  }
  if (state.words.trim()) found.push({ key: "q", label: "Search", words: `“${state.words.trim()}”` });
  return found;
}

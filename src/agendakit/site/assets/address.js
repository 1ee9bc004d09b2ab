// The state of the catalogue page as an address: parameters are field names, values are separated by commas.

export const SORTS = ["difficulty", "effort", "ready", "newest", "title"];
const STAGES = { name: "stage", label: "Stage", values: [["retired", "also what is retired"]] };

// `chosen` holds what there is to choose, `unknown` what no facet has, such as a tag that was given up; both hold
// names by facet.
export function readState(search, facets) {
  const parameters = new URLSearchParams(search);
  const known = [...facets, STAGES];
  const [chosen, unknown] = [new Map(), new Map()];
  for (const facet of known) {
    for (const name of listOf(parameters.get(facet.name))) {
      const where = facet.values.some(([held]) => held === name) ? chosen : unknown;
      where.set(facet.name, new Set([...(where.get(facet.name) ?? []), name]));
    }
  }
  const ours = new Set(["q", "sort", "all", ...known.map((facet) => facet.name)]);
  return {
    words: parameters.get("q") ?? "",
    sort: SORTS.includes(parameters.get("sort")) ? parameters.get("sort") : "",
    all: new Set(listOf(parameters.get("all"))),
    chosen,
    unknown,
    others: [...parameters].filter(([name]) => !ours.has(name)),
  };
}

export function writeState(state) {
  const parts = [];
  for (const name of new Set([...state.chosen.keys(), ...state.unknown.keys()])) {
    const values = [...(state.chosen.get(name) ?? []), ...(state.unknown.get(name) ?? [])];
    if (values.length) parts.push(`${name}=${values.map(encodeURIComponent).join(",")}`);
  }
  if (state.all.size) parts.push(`all=${[...state.all].map(encodeURIComponent).join(",")}`);
  if (state.words.trim()) parts.push(`q=${encodeURIComponent(state.words.trim())}`);
  if (state.sort) parts.push(`sort=${encodeURIComponent(state.sort)}`);
  for (const [name, value] of state.others) parts.push(`${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  return parts.length ? `?${parts.join("&")}` : "";
}

function listOf(text) {
  return (text ?? "").split(",").filter(Boolean);
}

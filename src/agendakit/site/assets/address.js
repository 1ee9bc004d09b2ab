// The state of the catalogue page as an address: parameters are field names, values are separated by commas.

export function readState(search, facetNames) {
  const parameters = new URLSearchParams(search);
  const chosen = new Map();
  for (const name of facetNames) {
    const values = (parameters.get(name) ?? "").split(",").filter(Boolean);
    if (values.length) chosen.set(name, new Set(values));
  }
  return {
    words: parameters.get("q") ?? "",
    sort: parameters.get("sort") ?? "",
    all: new Set((parameters.get("all") ?? "").split(",").filter(Boolean)),
    chosen,
    others: [...parameters].filter(([name]) => !["q", "sort", "all", ...facetNames].includes(name)),
  };
}

export function writeState(state) {
  const parts = [];
  for (const [name, values] of state.chosen) {
    if (values.size) parts.push(`${name}=${[...values].map(encodeURIComponent).join(",")}`);
  }
  if (state.all.size) parts.push(`all=${[...state.all].map(encodeURIComponent).join(",")}`);
  if (state.words.trim()) parts.push(`q=${encodeURIComponent(state.words.trim())}`);
  if (state.sort) parts.push(`sort=${encodeURIComponent(state.sort)}`);
  for (const [name, value] of state.others) parts.push(`${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  return parts.length ? `?${parts.join("&")}` : "";
}

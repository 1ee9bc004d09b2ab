// What the visitor knows: ids in the address (`?knows=a,b`), else those kept in this browser.

const KEY = "agendakit.knows";

export function readKnown() {
  const named = new URLSearchParams(location.search).get("knows");
  if (named !== null) return { ids: named.split(",").filter(Boolean), shared: true };
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return { ids: Array.isArray(kept) ? kept.filter((id) => typeof id === "string") : [], shared: false };
  } catch {
    return { ids: [], shared: false };
  }
}

export function keepKnown(ids) {
  try {
    localStorage.setItem(KEY, JSON.stringify(ids));
    return true;
  } catch {
    return false;
  }
}

let loading = null;

// The index of the catalogue, fetched once a page; its address is that of this script.
export function loadIndex() {
  loading ??= fetch(new URL("index.json", import.meta.url)).then((answer) => answer.json());
  return loading;
}

let loadingWords = null;

// The words of all entries, for the search.
export function loadWords() {
  loadingWords ??= fetch(new URL("words.json", import.meta.url)).then((answer) => answer.json());
  return loadingWords;
}

export function numbersOf(index, ids) {
  const numbers = new Map(index.ids.map((id, number) => [id, number]));
  return ids.flatMap((id) => (numbers.has(id) ? [numbers.get(id)] : []));
}

export function hoursInWords(hours) {
  const rounded = Math.round(hours * 10) / 10;
  return rounded === 1 ? "1 hour" : `${rounded.toLocaleString("en")} hours`;
}

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

// What the catalogue is filtered and sorted by; the addresses of all data are beside that of this script.
export const loadIndex = once("index.json");

// Ids, titles and what needs what: only for visitors who said what they know.
export const loadGraph = once("graph.json");

// The words of all entries, for the search.
export const loadWords = once("words.json");

export function load(path) {
  return fetch(new URL(path, import.meta.url)).then((answer) => {
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
  });
}

// A file is fetched once a page, and again only where that failed.
function once(path) {
  let loading = null;
  return () => {
    loading ??= load(path).catch((error) => {
      loading = null;
      throw error;
    });
    return loading;
  };
}

export function numbersOf(graph, ids) {
  const numbers = new Map(graph.ids.map((id, number) => [id, number]));
  return ids.flatMap((id) => (numbers.has(id) ? [numbers.get(id)] : []));
}

export function hoursInWords(hours) {
  const rounded = Math.round(hours * 10) / 10;
  return rounded === 1 ? "1 hour" : `${rounded.toLocaleString("en")} hours`;
}

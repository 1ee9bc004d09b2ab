// How many entries are shown and in which order, in words.

import { grouped } from "./numbers.js";

const NOUNS = {
  entry: ["entry", "entries"],
  project: ["project", "projects"],
  agenda: ["agenda", "agendas"],
  concept: ["concept", "concepts"],
};

export class Tally {
  constructor(page, index) {
    this.count = page.querySelector("[data-count]");
    this.whole = page.querySelector("[data-of]");
    this.close = page.querySelector("[data-close]");
    this.more = page.querySelector("[data-more]");
    this.sort = page.querySelector("[name=sort]");
    this.total = index.total - index.retired.length;
    this.kinds = index.facets.find((facet) => facet.name === "kind");
  }

  show(passing, state) {
    const words = counted(passing.length, this.kindOf(passing));
    this.count.textContent = words;
    this.close.textContent = passing.length ? `Show ${words}` : "Nothing matches";
    this.whole.textContent = passing.length === this.total ? "" : `of ${counted(this.total, "entry")}`;
    const searches = Boolean(state.words.trim());
    this.sort.options[0].textContent = searches ? "relevance" : "difficulty";
    this.sort.options[1].hidden = !searches; // where nothing is searched, it is the first option
    this.sort.value = !searches && state.sort === "difficulty" ? "" : state.sort;
  }

  showMore(left, next) {
    this.more.hidden = left <= 0;
    this.more.textContent = `Show ${grouped(Math.min(left, next))} more`;
  }

  kindOf(passing) {
    const held = new Set(passing.map((number) => this.kinds.column[number]));
    return held.size === 1 ? (this.kinds.values[[...held][0]]?.[0] ?? "entry") : "entry";
  }
}

function counted(number, noun) {
  const [one, many] = NOUNS[noun] ?? NOUNS.entry;
  return `${grouped(number)} ${number === 1 ? one : many}`;
}

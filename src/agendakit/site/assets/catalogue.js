// The catalogue page: list, filters and words follow one state, which is also the address.

import { readState, writeState } from "./address.js";
import { filter } from "./facets.js";
import { Cards } from "./cards.js";
import { hoursInWords, loadIndex, loadWords, numbersOf, readKnown } from "./known.js";
import { pathTo, withImplied } from "./readiness.js";
import { Search, wordsOf } from "./search.js";

const SORTS = {
  effort: (index) => (one, other) => index.hours[one] - index.hours[other],
  ready: (index) => (one, other) => index.ready[one] - index.ready[other],
  newest: (index) => (one, other) => (index.created[one] < index.created[other] ? 1 : index.created[one] > index.created[other] ? -1 : one - other),
  title: (index) => (one, other) => TITLES.compare(index.titles[one], index.titles[other]),
};
const TITLES = new Intl.Collator();

export async function start() {
  const page = document.querySelector(".ak-catalogue");
  new Catalogue(page, await loadIndex()).run();
}

class Catalogue {
  constructor(page, index) {
    this.page = page;
    this.index = index;
    this.reasons = new Map();
    this.addReadiness();
    this.names = [...index.facets.map((facet) => facet.name), "stage"];
    this.search = null;
    this.cards = new Cards(page, index.page, (card, number) => this.explain(card, number));
    this.limit = index.page;
    this.form = page.querySelector(".ak-facets");
    this.words = page.querySelector("#ak-words");
    this.sort = page.querySelector("[name=sort]");
    this.retired = new Set(index.retired);
  }

  run() {
    this.form.addEventListener("change", (event) => this.choose(event));
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("click", (event) => this.press(event));
    this.sort.addEventListener("change", () => this.change({ sort: this.sort.value }));
    this.words.addEventListener("input", () => this.change({ words: this.words.value }, true));
    this.page.querySelector("[data-chips]").addEventListener("click", (event) => this.drop(event));
    this.page.querySelector("[data-none]").addEventListener("click", (event) => this.drop(event));
    this.page.querySelector("[data-more]").addEventListener("click", () => this.showMore());
    this.words.addEventListener("focus", () => this.loadWords(), { once: true });
    window.addEventListener("popstate", () => this.follow());
    const early = this.early();
    this.follow();
    if (early) this.change(early);
  }

  // What a visitor chose before this script had its data, on top of the address.
  early() {
    const state = readState(location.search, this.names);
    const boxes = [...this.form.querySelectorAll("input:checked")];
    const added = boxes.filter((box) => !state.chosen.get(box.name)?.has(box.value));
    for (const box of added) state.chosen.set(box.name, new Set([...(state.chosen.get(box.name) ?? []), box.value]));
    const words = this.words.value;
    if (words && words !== state.words) return { chosen: state.chosen, words };
    return added.length ? { chosen: state.chosen } : null;
  }

  // Readiness is a facet like the others, made of what this visitor knows.
  addReadiness() {
    const { index } = this;
    const ticked = numbersOf(index, readKnown().ids);
    if (!ticked.length) return;
    const given = withImplied(index.needs, [...ticked, ...index.assumes]);
    const kinds = index.facets.find((facet) => facet.name === "kind");
    const project = kinds.values.findIndex(([name]) => name === "project");
    const column = index.ids.map((_, number) => {
      if (kinds.column[number][0] !== project) return [];
      const path = pathTo(index.needs, index.ids, number, given);
      this.reasons.set(number, path);
      return path.length === 0 ? [0] : path.length === 1 ? [1] : [];
    });
    const values = [["now", "ready now"], ["one-step", "one step away"]];
    index.facets.push({ name: "ready", label: "From what I know", many: false, values, column });
    const box = this.page.querySelector('[data-facet="ready"]');
    box.querySelector("ul").hidden = false;
    box.querySelector("a").textContent = "Change what you know";
  }

  // Why a card is worth a look: what is left to learn.
  explain(card, number) {
    const path = this.reasons.get(number);
    if (!path) return;
    const hours = hoursInWords(path.reduce((sum, step) => sum + this.index.hours[step], 0));
    const note = document.createElement("p");
    note.className = "ak-card__why";
    note.textContent = "Ready now";
    if (path.length === 1) note.textContent = `One step away: ${this.index.titles[path[0]]}, ${hours}`;
    if (path.length > 1) note.textContent = `${path.length} steps away; ${hours} to go`;
    card.querySelector(".ak-card__words").append(note);
  }

  // The words are fetched when somebody is about to search.
  async loadWords() {
    this.search ??= new Search(await loadWords());
  }

  follow() {
    this.state = readState(location.search, this.names);
    this.words.value = this.state.words;
    this.sort.value = this.state.sort;
    this.show();
  }

  // A new step in the history for each choice; typing stays one step.
  change(changes, typing = false) {
    Object.assign(this.state, changes);
    const address = location.pathname + writeState(this.state);
    if (typing && this.typing) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    this.typing = typing;
    this.show();
  }

  choose(event) {
    const { name, value, checked, type } = event.target;
    if (type !== "checkbox") return;
    const chosen = new Map(this.state.chosen);
    const values = new Set(chosen.get(name));
    if (checked) values.add(value);
    else values.delete(value);
    chosen.set(name, values);
    this.change({ chosen });
  }

  press(event) {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.classList.contains("ak-all")) {
      button.closest(".ak-facet").classList.add("ak-facet--all");
      button.remove();
      return;
    }
    if (!button.closest("[data-anyall]")) return;
    event.preventDefault();
    const { facet } = button.closest(".ak-facet").dataset;
    const all = new Set(this.state.all);
    if (button.value === "all") all.add(facet);
    else all.delete(facet);
    this.change({ all });
  }

  drop(event) {
    const button = event.target.closest("button");
    if (!button) return;
    const { facet } = button.dataset;
    if (facet === "*") this.change({ chosen: new Map(), words: "" });
    else if (facet === "q") this.change({ words: "" });
    else {
      const chosen = new Map(this.state.chosen);
      chosen.delete(facet);
      this.change({ chosen });
    }
    this.words.value = this.state.words;
  }

  async show() {
    if (this.state.words.trim() && !this.search) {
      await this.loadWords();
      this.show();
      return;
    }
    this.limit = this.index.page;
    const matching = this.state.words.trim() ? this.search.find(this.state.words) : null;
    const hidden = this.state.chosen.get("stage")?.has("retired") ? new Set() : this.retired;
    const { passing, counts } = filter(this.index.facets, this.state, matching, this.index.ids.length, hidden);
    this.list(passing, matching);
    this.count(passing);
    this.showFacets(counts);
    this.showChips();
    this.showNone(passing.length, matching);
  }

  list(passing, matching) {
    const compare = SORTS[this.state.sort]?.(this.index);
    this.inOrder = compare ? [...passing].sort(compare) : matching ? byScore(passing, matching) : passing;
    this.compared = Boolean(compare ?? matching);
    this.fill();
  }

  showMore() {
    const next = this.inOrder[this.limit];
    this.limit += this.index.page;
    this.fill().then(() => this.cards.get(next)?.querySelector("a").focus());
  }

  async fill() {
    const shown = this.inOrder.slice(0, this.limit);
    const more = this.page.querySelector("[data-more]");
    more.hidden = shown.length === this.inOrder.length;
    more.textContent = `Show ${Math.min(this.index.page, this.inOrder.length - shown.length)} more`;
    const isNewest = await this.cards.show(shown, this.compared);
    if (isNewest) mark(this.page.querySelector(".ak-shelves"), wordsOf(this.state.words));
  }

  count(passing) {
    const kinds = this.index.facets.find((facet) => facet.name === "kind");
    const held = new Set(passing.map((number) => kinds.column[number][0]));
    const kind = held.size === 1 ? kinds.values[[...held][0]][0] : "entrie";
    const singular = kind === "entrie" ? "entry" : kind;
    const words = `${passing.length} ${passing.length === 1 ? singular : `${kind}s`}`;
    this.page.querySelector("[data-count]").textContent = words;
    this.form.querySelector("[data-close]").textContent = `Show ${words}`;
    const total = this.index.ids.length - this.retired.size;
    this.page.querySelector("[data-of]").textContent = passing.length === total ? "" : `of ${total} entries`;
  }

  showFacets(counts) {
    const retired = this.form.querySelector("input[name=stage]");
    if (retired) retired.checked = Boolean(this.state.chosen.get("stage")?.has("retired"));
    this.index.facets.forEach((facet, at) => {
      const box = this.form.querySelector(`[data-facet="${facet.name}"]`);
      if (!box) return;
      const chosen = this.state.chosen.get(facet.name) ?? new Set();
      const rows = this.rowsOf(facet, box);
      facet.values.forEach(([name], value) => {
        const { input, row, count } = rows[value];
        const [left, isChosen] = [counts[at][value], chosen.has(name)];
        if (rows[value].left === left && input.checked === isChosen) return;
        rows[value].left = left;
        input.checked = isChosen;
        count.textContent = left;
        row.classList.toggle("ak-zero", left === 0 && !isChosen);
      });
      if (chosen.size) box.open = true;
      const choice = box.querySelector("[data-anyall]");
      if (!choice) return;
      choice.hidden = chosen.size < 2;
      for (const button of choice.querySelectorAll("button")) {
        button.setAttribute("aria-pressed", String((button.value === "all") === this.state.all.has(facet.name)));
      }
    });
  }

  // The rows of a facet in the order of its values; looked up once, since there may be hundreds.
  rowsOf(facet, box) {
    this.rows ??= new Map();
    if (this.rows.has(facet.name)) return this.rows.get(facet.name);
    const inputs = new Map([...box.querySelectorAll("input")].map((input) => [input.value, input]));
    const rows = facet.values.map(([name]) => {
      const input = inputs.get(name);
      const row = input.closest("li");
      return { input, row, count: row.querySelector(".ak-count"), left: null };
    });
    this.rows.set(facet.name, rows);
    return rows;
  }

  showChips() {
    const chips = this.page.querySelector("[data-chips]");
    chips.replaceChildren(...this.choices().map(([facet, words]) => chip(facet, words)));
    chips.hidden = !chips.children.length;
  }

  choices() {
    const found = [];
    for (const facet of this.index.facets) {
      const chosen = this.state.chosen.get(facet.name);
      if (!chosen?.size) continue;
      const labels = facet.values.filter(([name]) => chosen.has(name)).map(([, label]) => label);
      const joint = this.state.all.has(facet.name) ? " and " : " or ";
      found.push([facet.name, labels.length ? labels.join(joint) : [...chosen].join(joint)]);
    }
    if (this.state.words.trim()) found.push(["q", `“${this.state.words.trim()}”`]);
    return found;
  }

  // Names the one filter whose removal helps most.
  showNone(count, matching) {
    const none = this.page.querySelector("[data-none]");
    none.hidden = count > 0;
    if (count) return;
    const total = this.index.ids.length;
    const tries = this.choices().map(([facet, words]) => {
      const chosen = new Map(this.state.chosen);
      chosen.delete(facet);
      const left = filter(this.index.facets, { ...this.state, chosen }, facet === "q" ? null : matching, total, this.retired);
      return [left.passing.length, facet, words];
    });
    tries.sort((one, other) => other[0] - one[0]);
    const sentence = document.createElement("p");
    sentence.textContent = "Nothing matches all of this.";
    const remedies = tries
      .filter(([left]) => left > 0)
      .map(([left, facet, words]) => remedy(facet, `without ${words}: ${left}`));
    none.replaceChildren(sentence, ...remedies, remedy("*", "start over"));
  }
}

// The best first, within a score in the order they had; scores are small numbers, so that nothing is compared.
function byScore(passing, matching) {
  const buckets = [];
  for (const number of passing) (buckets[matching.get(number)] ??= []).push(number);
  return buckets.reverse().flat();
}

function chip(facet, words) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.facet = facet;
  button.textContent = `${words} ×`;
  button.setAttribute("aria-label", `Remove the filter ${words}`);
  item.append(button);
  return item;
}

function remedy(facet, words) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "ak-button";
  button.dataset.facet = facet;
  button.textContent = words;
  return button;
}

// Words that were searched for are marked in the titles and questions that are shown.
function mark(list, words) {
  for (const found of list.querySelectorAll("mark")) found.replaceWith(...found.childNodes);
  if (!words.length) return;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.map(RegExp.escape ?? escapeWord).join("|")})`, "giu");
  for (const place of list.querySelectorAll(".ak-card:not([hidden]) :is(.ak-card__title a, .ak-card__line)")) {
    place.normalize();
    const text = place.textContent;
    const pieces = [];
    let last = 0;
    for (const hit of text.matchAll(pattern)) {
      const marked = document.createElement("mark");
      marked.textContent = hit[0];
      pieces.push(text.slice(last, hit.index), marked);
      last = hit.index + hit[0].length;
    }
    if (pieces.length) place.replaceChildren(...pieces, text.slice(last));
  }
}

function escapeWord(word) {
  return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

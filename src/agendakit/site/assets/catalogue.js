// The catalogue page: list, filters and words follow one state, which is also the address.

import { readState } from "./address.js";
import { amiss, hiddenByTags, wordsAsked } from "./asked.js";
import { Cards } from "./cards.js";
import { showChips, showRemedies } from "./chips.js";
import { choicesOf, joined, ticked, without } from "./choice.js";
import { filter, prepared } from "./facets.js";
import { record, shownBefore, showsMore } from "./history.js";
import { load, loadGraph, loadIndex, loadWords } from "./known.js";
import { Panel } from "./panel.js";
import { readiness } from "./ready.js";
import { Search } from "./search.js";
import { byScore, inOrder } from "./sorts.js";
import { Tally } from "./tally.js";

const PAUSE = 120;
const LONG = 400;
const SCREEN = 8;

export async function start() {
  const page = document.querySelector(".ak-catalogue");
  const shelves = page.querySelector(".ak-shelves");
  if (location.search) shelves.setAttribute("aria-busy", "true");
  if (new URLSearchParams(location.search).has("q")) loadWords().catch(() => {}); // asked for again where it is needed
  try {
    const index = await loadIndex();
    new Catalogue(page, index, await readiness(index)).run();
  } catch {
    shelves.removeAttribute("aria-busy");
    const failed = page.querySelector("[data-failed]");
    failed.hidden = false;
    failed.querySelector("button").addEventListener("click", () => location.reload());
  }
}

class Catalogue {
  constructor(page, index, ready) {
    this.page = page;
    this.index = ready ? { ...index, ready: ready.toGo } : index;
    this.facets = index.facets.map((facet) => {
      const isReady = ready && facet.name === "ready";
      return prepared(isReady ? { ...facet, column: ready.column() } : facet, index.total);
    });
    this.cards = new Cards(page, index.chunk, (number) => ready?.note(number));
    this.shelves = page.querySelector(".ak-shelves");
    this.form = page.querySelector(".ak-facets");
    this.panel = new Panel(this.form, this.facets);
    this.tally = new Tally(page, index);
    this.words = page.querySelector("#ak-words");
    this.retired = Uint8Array.from({ length: index.total });
    for (const number of index.retired) this.retired[number] = 1;
    this.orders = new Map();
    this.turn = 0;
    if (ready) page.querySelector('[data-facet="ready"] a').textContent = "Change what you know";
  }

  run() {
    const listen = (where, event, act) => this.page.querySelector(where).addEventListener(event, act);
    this.form.addEventListener("change", ({ target }) => {
      if (target.type === "checkbox") this.change(ticked(this.state, target.name, target.value, target.checked));
    });
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("click", (event) => this.join(event.target.closest("[data-anyall] button")));
    listen("[name=sort]", "change", ({ target }) => this.change({ sort: target.value }));
    listen("#ak-words", "input", () => this.change({ words: this.words.value }, { typing: true }));
    listen("#ak-words", "focus", () => loadWords().catch(() => {}));
    listen("[data-chips]", "click", (event) => this.drop(event.target.closest("button")));
    listen("[data-none]", "click", (event) => this.drop(event.target.closest("button")));
    listen("[data-failed]", "click", (event) => event.target.closest("button") && this.show({}));
    listen("[data-more]", "click", () => this.showMore());
    window.addEventListener("popstate", () => this.follow());
    const early = this.early();
    this.follow();
    if (!early) return;
    this.change(early, { typing: Object.keys(early).join() === "words" });
    this.words.value = this.state.words;
  }

  // What a visitor chose before this script had its data, on top of the address.
  early() {
    const state = readState(location.search, this.facets);
    const boxes = [...this.form.querySelectorAll("input:checked")];
    const added = boxes.filter((box) => !state.chosen.get(box.name)?.has(box.value));
    const changes = added.reduce((all, box) => ticked({ ...state, ...all }, box.name, box.value, true), {});
    const words = this.words.value;
    if (words && words !== state.words) return { ...changes, words };
    return added.length ? changes : null;
  }

  follow() {
    this.state = readState(location.search, this.facets);
    this.limit = shownBefore() ?? this.index.first;
    this.words.value = this.state.words;
    return this.show({ opens: true });
  }

  change(changes, { typing = false } = {}) {
    Object.assign(this.state, changes);
    this.limit = this.index.first;
    record(this.state, typing);
    return this.show({ typing });
  }

  join(button) {
    if (button) this.change(joined(this.state, button.closest(".ak-facet").dataset.facet, button.value === "all"));
  }

  // Focus goes to the next chip, or to the list where there is none, since the button is gone.
  async drop(button) {
    if (!button) return;
    const place = [...this.page.querySelectorAll("[data-chips] button")].indexOf(button);
    const { drop, words } = button.dataset;
    const shown = this.change(words === undefined ? without(this.state, drop) : { words });
    this.words.value = this.state.words;
    await shown;
    const chips = this.page.querySelectorAll("[data-chips] button");
    const next = place < 0 ? this.cards.get(this.inOrder[0])?.querySelector("a") : (chips[place] ?? chips[place - 1]);
    (next ?? this.words).focus();
  }

  async show({ opens = false, typing = false }) {
    this.turn += 1;
    const { turn, state } = this;
    try {
      const query = await this.queryOf(state.words);
      const order = await this.orderOf(state.sort);
      if (turn !== this.turn) return;
      this.list(query, order, opens);
      await this.fill({ typing });
    } catch {
      if (turn === this.turn) this.settle(true);
    }
  }

  async queryOf(text) {
    const words = wordsAsked(text);
    if (!words) return [];
    this.search ??= new Search(await this.wait(loadWords()), this.index.total, (shard) => load(`words/${shard}.json`));
    const query = this.search.query(words);
    await this.wait(this.search.missing(query));
    return query;
  }

  async orderOf(sort) {
    if (!sort || sort === "difficulty") return null;
    if (!this.orders.has(sort)) {
      const { titles } = sort === "title" ? await this.wait(loadGraph()) : {};
      this.orders.set(sort, inOrder(sort, this.index.total, { ...this.index, titles }));
    }
    return this.orders.get(sort);
  }

  list(query, order, opens) {
    const { state, facets } = this;
    const scores = query.length ? this.search.scores(query) : null;
    const showsRetired = state.chosen.get("stage")?.has("retired");
    const hidden = showsRetired ? new Uint8Array(this.index.total) : this.retired;
    const { passing, counts } = filter(facets, state, scores, hiddenByTags(state.words, facets, hidden));
    const choices = choicesOf(state, facets);
    this.query = query;
    this.together = Boolean(order ?? (scores && !state.sort));
    this.inOrder = order ? sorted(passing, order) : this.together ? byScore(passing, scores) : passing;
    this.panel.show(state, counts, opens);
    this.tally.show(passing, state);
    showChips(this.page.querySelector("[data-chips]"), choices);
    const none = this.page.querySelector("[data-none]");
    none.hidden = passing.length > 0;
    if (passing.length) return;
    const left = choices.map(({ key }) => {
      const rest = { ...state, ...without(state, key) };
      const hiddenThen = hiddenByTags(rest.words, facets, hidden);
      return filter(facets, rest, key === "q" ? null : scores, hiddenThen).passing.length;
    });
    showRemedies(none, choices, left, amiss(state.words, query, this.search?.terms ?? [], facets));
  }

  // What is here is shown at once; else first what one sees without scrolling, when somebody who types has paused.
  async fill({ typing = false } = {}) {
    const { turn, query } = this;
    const shown = this.inOrder.slice(0, this.limit);
    this.tally.showMore(this.inOrder.length - shown.length, this.limit);
    if (typing && this.cards.lacking(shown, query).length) await this.wait(pause());
    for (const part of [shown.slice(0, SCREEN), shown]) {
      if (turn !== this.turn) return;
      const lacking = this.cards.lacking(part, query);
      if (!lacking.length && part !== shown) continue;
      await this.wait(this.cards.fetchAll(lacking));
      if (turn !== this.turn) return;
      this.cards.show(part, this.together, query);
    }
    this.settle(false);
  }

  async showMore() {
    const next = this.inOrder[this.limit];
    this.limit *= 2;
    showsMore(this.limit);
    await this.fill();
    this.cards.get(next)?.querySelector("a").focus();
  }

  // A wait that is long enough to notice is shown.
  wait(promise) {
    if (promise) this.waiting ??= setTimeout(() => this.shelves.setAttribute("aria-busy", "true"), LONG);
    return promise;
  }

  settle(failed) {
    clearTimeout(this.waiting);
    this.waiting = null;
    this.shelves.removeAttribute("aria-busy");
    this.page.querySelector("[data-failed]").hidden = !failed;
  }
}

function sorted(passing, order) {
  const held = new Uint8Array(order.length);
  for (const number of passing) held[number] = 1;
  return order.filter((number) => held[number]);
}

function pause() {
  return new Promise((resolve) => {
    setTimeout(resolve, PAUSE);
  });
}

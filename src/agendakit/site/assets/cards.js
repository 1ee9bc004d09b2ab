// The cards of the list: those in the page, and those that are fetched when they are to be shown.

import { arrange } from "./children.js";
import { load } from "./known.js";
import { mark } from "./marks.js";

const MARKED = ".ak-card__title a, .ak-card__line";

export class Cards {
  constructor(page, size, noteOf) {
    this.shelves = [...page.querySelectorAll(".ak-shelf")].map((section) => ({
      start: Number(section.dataset.start),
      section,
      title: section.querySelector("h2"),
      list: section.querySelector("ol"),
    }));
    this.size = size;
    this.noteOf = noteOf;
    this.cards = new Map();
    this.written = new Map();
    this.fetched = new Map();
    for (const card of page.querySelectorAll(".ak-card")) this.add(Number(card.dataset.number), card);
  }

  get(number) {
    return this.cards.get(number);
  }

  // Chunks that have to be fetched to show these. A search also needs the names by which it found an entry.
  lacking(numbers, query) {
    const isHere = (number) => this.written.has(number) || (!query.length && this.cards.has(number));
    return [...new Set(numbers.filter((number) => !isHere(number)).map((number) => Math.floor(number / this.size)))];
  }

  fetchAll(chunks) {
    return chunks.length ? Promise.all(chunks.map((chunk) => this.fetch(chunk))) : null;
  }

  // Shows exactly these, in this order; in one list, or each below the heading of its kind.
  show(numbers, together, query) {
    const rows = new Map(this.shelves.map((shelf) => [shelf, []]));
    for (const number of numbers) {
      const card = this.cards.get(number) ?? this.make(number);
      this.explain(card, number, query);
      rows.get(together ? this.shelves[0] : this.shelfOf(number)).push(card);
    }
    for (const [shelf, cards] of rows) {
      arrange(shelf.list, cards);
      shelf.section.hidden = cards.length === 0;
      shelf.title.hidden = together;
    }
  }

  shelfOf(number) {
    return this.shelves.findLast(({ start }) => start <= number);
  }

  add(number, card) {
    const note = this.noteOf(number);
    if (note) card.querySelector(".ak-card__words").append(paragraph("ak-card__why", note));
    this.cards.set(number, card);
  }

  make(number) {
    const [kind, html] = this.written.get(number);
    const card = document.createElement("li");
    card.className = "ak-card";
    card.dataset.number = number;
    card.dataset.kind = kind;
    card.innerHTML = html; // made by the template of the page, which escapes what authors wrote
    this.add(number, card);
    return card;
  }

  // Marks what was searched for; what stands in neither title nor question is said below them.
  explain(card, number, query) {
    card.querySelector(".ak-card__found")?.remove();
    const found = new Set();
    for (const place of card.querySelectorAll(MARKED)) for (const word of mark(place, query)) found.add(word);
    const line = paragraph("ak-card__found", "");
    let left = query.filter(({ word }) => !found.has(word));
    for (const [label, name, ...others] of left.length ? this.written.get(number)[2] : []) {
      const said = naming(name, others, left);
      if (!said.words.size) continue;
      left = left.filter(({ word }) => !said.words.has(word));
      line.append(line.hasChildNodes() ? " · " : "", `${label} `, ...said.nodes);
    }
    if (line.hasChildNodes()) card.querySelector(".ak-card__words").append(line);
  }

  fetch(chunk) {
    if (!this.fetched.has(chunk)) this.fetched.set(chunk, this.read(chunk));
    return this.fetched.get(chunk);
  }

  async read(chunk) {
    try {
      const cards = await load(`cards/${chunk}.json`);
      cards.forEach((card, at) => this.written.set(chunk * this.size + at, card));
    } catch (error) {
      this.fetched.delete(chunk); // so that it can be tried again
      throw error;
    }
  }
}

// A name with what it is also called, where that is what was searched for.
function naming(name, others, query) {
  const words = new Set();
  const marked = (text) => {
    const made = document.createElement("span");
    made.textContent = text;
    return [made, mark(made, query)];
  };
  const [whole, hits] = marked(name);
  for (const word of hits) words.add(word);
  const nodes = [whole];
  for (const other of others) {
    const [made, found] = marked(other);
    if ([...found].every((word) => words.has(word))) continue;
    for (const word of found) words.add(word);
    nodes.push(" (", made, ")");
  }
  return { words, nodes };
}

function paragraph(name, words) {
  const made = document.createElement("p");
  made.className = name;
  made.textContent = words;
  return made;
}

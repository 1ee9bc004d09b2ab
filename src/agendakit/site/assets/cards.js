// The cards of the list: those in the page, and those that are fetched when they are to be shown.

export class Cards {
  constructor(page, size, prepare) {
    this.shelves = [...page.querySelectorAll(".ak-shelf")].map((shelf) => [Number(shelf.dataset.start), shelf]);
    this.size = size;
    this.prepare = prepare;
    this.cards = new Map();
    this.visible = [];
    this.fetched = new Map();
    this.turn = 0;
    for (const card of page.querySelectorAll(".ak-card")) this.add(Number(card.dataset.number), card);
  }

  get(number) {
    return this.cards.get(number);
  }

  // Shows exactly these, in this order; in one list, or each below the heading of its kind. Tells whether no later
  // call came in between.
  async show(numbers, together) {
    this.turn += 1;
    const { turn } = this;
    const missing = new Set(numbers.filter((number) => !this.cards.has(number)).map((number) => this.chunkOf(number)));
    if (missing.size) await Promise.all([...missing].map((chunk) => this.fetch(chunk)));
    if (turn !== this.turn) return false;
    const kept = new Set(numbers);
    for (const number of this.visible) if (!kept.has(number)) this.cards.get(number).hidden = true;
    for (const number of numbers) {
      const card = this.cards.get(number);
      card.hidden = false;
      (together ? this.shelves[0][1] : this.shelfOf(number)).querySelector("ol").append(card);
    }
    this.visible = numbers;
    for (const [, shelf] of this.shelves) {
      shelf.hidden = !shelf.querySelector(".ak-card:not([hidden])");
      shelf.querySelector("h2").hidden = together;
    }
    return true;
  }

  chunkOf(number) {
    return Math.floor(number / this.size);
  }

  shelfOf(number) {
    return this.shelves.findLast(([start]) => start <= number)[1];
  }

  add(number, card) {
    this.cards.set(number, card);
    this.prepare(card, number);
    if (!card.hidden) this.visible.push(number);
  }

  fetch(chunk) {
    if (!this.fetched.has(chunk)) this.fetched.set(chunk, this.read(chunk));
    return this.fetched.get(chunk);
  }

  async read(chunk) {
    const answer = await fetch(new URL(`cards/${chunk}.json`, import.meta.url));
    (await answer.json()).forEach(([kind, html], at) => {
      const number = chunk * this.size + at;
      if (this.cards.has(number)) return;
      const card = document.createElement("li");
      card.className = "ak-card";
      card.dataset.number = number;
      card.dataset.kind = kind;
      card.innerHTML = html; // made by the template of the page, which escapes what authors wrote
      card.hidden = true;
      this.add(number, card);
    });
  }
}

// The boxes of the facets: ticks, live counts, any or all.

import { arrange } from "./children.js";
import { grouped } from "./numbers.js";

const FIRST = 10;

export class Panel {
  constructor(form, facets) {
    this.form = form;
    this.boxes = facets.map((facet) => new Box(facet, form.querySelector(`[data-facet="${facet.name}"]`)));
    this.retired = form.querySelector("input[name=stage]");
    form.addEventListener("toggle", () => this.draw(), true);
    form.addEventListener("click", (event) => this.expand(event.target.closest(".ak-all")));
  }

  // A box with a choice is opened where the choice came from outside, as with an address.
  show(state, counts, opens) {
    this.state = state;
    this.counts = counts;
    if (this.retired) this.retired.checked = Boolean(state.chosen.get("stage")?.has("retired"));
    if (opens) for (const box of this.boxes) box.open(state);
    this.draw();
  }

  // Only what can be seen: there may be hundreds of values in closed boxes.
  draw() {
    if (!this.state) return;
    this.boxes.forEach((box, at) => box.draw(this.state, this.counts[at]));
  }

  expand(button) {
    if (!button) return;
    const box = this.boxes.find(({ element }) => element?.contains(button));
    const first = box.expand();
    button.remove();
    this.draw();
    first?.focus();
  }
}

class Box {
  constructor(facet, element) {
    this.facet = facet;
    this.element = element;
    this.isWhole = facet.values.length <= FIRST;
    this.rows = new Map();
    this.list = element?.querySelector("ul");
    this.choice = element?.querySelector("[data-anyall]");
    for (const row of this.list?.children ?? []) {
      const { value } = row.querySelector("input");
      this.add(row, facet.values.findIndex(([name]) => name === value));
    }
  }

  add(row, place) {
    this.rows.set(place, { row, input: row.querySelector("input"), count: row.querySelector(".ak-count"), left: null });
  }

  // All values in their order, not only the likely ones; gives the first that was not there before.
  expand() {
    const before = new Set(this.list.children);
    this.isWhole = true;
    this.element.classList.add("ak-facet--all");
    const rows = this.facet.values.map((_, place) => this.rowOf(place).row);
    arrange(this.list, rows);
    return rows.find((row) => !before.has(row))?.querySelector("input");
  }

  rowOf(place) {
    if (!this.rows.has(place)) {
      const [name, label] = this.facet.values[place];
      const row = this.rows.values().next().value.row.cloneNode(true);
      row.querySelector("input").value = name;
      row.querySelector(".ak-facet__name").textContent = label;
      this.add(row, place);
    }
    return this.rows.get(place);
  }

  open(state) {
    if (this.element && state.chosen.has(this.facet.name)) this.element.open = true;
  }

  draw(state, counts) {
    if (!this.element) return;
    const chosen = state.chosen.get(this.facet.name) ?? new Set();
    const isOpen = this.element.open;
    if (isOpen && !this.isWhole) arrange(this.list, this.likely(chosen, counts).map((place) => this.rowOf(place).row));
    for (const [place, shown] of this.rows) {
      const isChosen = chosen.has(this.facet.values[place][0]);
      if (shown.input.checked !== isChosen) shown.input.checked = isChosen;
      if (!isOpen || shown.left === counts[place]) continue;
      shown.left = counts[place];
      shown.count.textContent = grouped(shown.left);
      shown.row.classList.toggle("ak-zero", shown.left === 0);
    }
    if (this.choice) this.drawChoice(chosen, state.all.has(this.facet.name));
  }

  // Places of the values that leave most, and of those that are chosen.
  likely(chosen, counts) {
    const places = this.facet.values.map((_, place) => place);
    const first = places.sort((one, other) => counts[other] - counts[one] || one - other).slice(0, FIRST);
    const others = this.facet.values.flatMap(([name], place) => (chosen.has(name) && !first.includes(place) ? [place] : []));
    return [...first, ...others];
  }

  drawChoice(chosen, asksForAll) {
    this.choice.hidden = chosen.size < 2;
    for (const button of this.choice.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String((button.value === "all") === asksForAll));
    }
  }
}

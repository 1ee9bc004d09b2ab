// The page "What I know": ticks, what they imply, and what one can start from there.

import { hoursInWords, keepKnown, loadGraph, loadIndex, numbersOf, readKnown } from "./known.js";
import { pathTo, withImplied } from "./readiness.js";

const MOST = 8;

export async function start() {
  const [index, graph] = await Promise.all([loadIndex(), loadGraph()]);
  new Known(document.querySelector(".ak-know"), { ...index, ...graph }).run();
}

class Known {
  constructor(page, index) {
    this.page = page;
    this.index = index;
    this.boxes = [...page.querySelectorAll("input[name=knows]")];
    this.kinds = index.facets.find((facet) => facet.name === "kind");
    this.retired = new Set(index.retired);
    this.projects = this.numbersOfKind("project");
    this.concepts = this.numbersOfKind("concept");
  }

  numbersOfKind(name) {
    const value = this.kinds.values.findIndex(([kind]) => kind === name);
    return this.index.ids.flatMap((_, number) =>
      this.kinds.column[number] === value && !this.retired.has(number) ? [number] : [],
    );
  }

  run() {
    const { ids, shared } = readKnown();
    const early = this.boxes.filter((box) => box.checked).map((box) => box.value);
    this.ticked = new Set([...ids, ...early]);
    this.shared = shared;
    this.page.addEventListener("change", (event) => this.tick(event.target));
    this.page.querySelector("[data-keep]").addEventListener("click", () => this.keep());
    this.page.querySelector("[data-share]").addEventListener("click", () => this.share());
    this.page.querySelector("[data-save]").addEventListener("click", () => this.save());
    this.page.querySelector("[data-clear]").addEventListener("click", () => this.clear());
    this.show();
  }

  tick(box) {
    if (box.name !== "knows") return;
    if (box.checked) this.ticked.add(box.value);
    else this.ticked.delete(box.value);
    this.changed();
  }

  clear() {
    this.ticked.clear();
    this.changed();
  }

  changed() {
    if (this.shared) history.replaceState(null, "", this.address());
    else keepKnown([...this.ticked]);
    this.show();
  }

  keep() {
    this.shared = false;
    keepKnown([...this.ticked]);
    history.replaceState(null, "", location.pathname);
    this.show();
  }

  address() {
    return `${location.pathname}?knows=${[...this.ticked].join(",")}`;
  }

  share() {
    this.shared = true;
    history.replaceState(null, "", this.address());
    navigator.clipboard?.writeText(location.href).catch(() => {});
    this.say("The address of this page now holds your ticks; it has been copied where your browser allows it.");
    this.show();
  }

  save() {
    const link = document.createElement("a");
    const text = `${JSON.stringify({ knows: [...this.ticked] }, null, 1)}\n`;
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = "what-i-know.json";
    link.click();
    URL.revokeObjectURL(link.href);
  }

  say(words) {
    this.page.querySelector("[data-said]").textContent = words;
  }

  show() {
    const { index } = this;
    const ticked = numbersOf(index, [...this.ticked]);
    this.given = withImplied(index.needs, [...ticked, ...index.assumes]);
    for (const box of this.boxes) {
      box.checked = this.ticked.has(box.value);
      const implied = !box.checked && this.given.has(index.ids.indexOf(box.value));
      box.closest("li").classList.toggle("ak-implied", implied);
      box.indeterminate = implied;
    }
    this.page.querySelector("[data-keep]").hidden = !this.shared;
    const groups = { now: [], step: [], far: [] };
    for (const number of this.projects) {
      const path = pathTo(index.needs, index.ids, number, this.given);
      const hours = path.reduce((sum, step) => sum + index.hours[step], 0);
      groups[path.length === 0 ? "now" : path.length === 1 ? "step" : "far"].push({ number, path, hours });
    }
    groups.far.sort((one, other) => one.hours - other.hours);
    this.list("now", groups.now, () => "");
    this.list("step", groups.step, ({ path, hours }) => `${index.titles[path[0]]}, ${hoursInWords(hours)}`);
    this.list("far", groups.far, ({ path, hours }) => `${path.length} to learn, ${hoursInWords(hours)}`);
    this.showNext([...groups.step, ...groups.far]);
    const bar = this.page.querySelector("[data-bar]");
    bar.textContent = `${groups.now.length} ready now, ${groups.step.length} one step away`;
  }

  list(name, entries, note) {
    const section = this.page.querySelector(`[data-group=${name}]`);
    section.querySelector("[data-count]").textContent = entries.length;
    const rows = entries.map((entry) => row(this.linkTo(entry.number), note(entry)));
    rows.slice(MOST).forEach((one) => one.classList.add("ak-more"));
    section.querySelector("ul").replaceChildren(...rows);
    const all = section.querySelector("[data-all]");
    all.hidden = rows.length <= MOST;
    all.textContent = `all ${rows.length}`;
    all.onclick = () => section.classList.add("ak-facet--all");
  }

  linkTo(number) {
    const link = document.createElement("a");
    link.href = new URL(`../../id/${this.index.ids[number]}/`, import.meta.url).href;
    link.textContent = this.index.titles[number];
    return link;
  }

  // Concepts one can learn next, by how many projects become ready, then by how many they lead towards.
  showNext(blocked) {
    const { index } = this;
    const next = this.concepts
      .filter((number) => !this.given.has(number) && pathTo(index.needs, index.ids, number, this.given).length === 0)
      .map((number) => ({
        number,
        opened: blocked.filter(({ path }) => path.length === 1 && path[0] === number).length,
        towards: blocked.filter(({ path }) => path.includes(number)).length,
      }))
      .filter(({ towards }) => towards > 0)
      .sort((one, other) => other.opened - one.opened || other.towards - one.towards || one.number - other.number)
      .slice(0, 3);
    const rows = next.map(({ number, opened, towards }) => {
      const opens = opened ? `opens ${opened} at once; ` : "";
      return row(this.linkTo(number), `${hoursInWords(index.hours[number])}; ${opens}on the way to ${towards}`);
    });
    const section = this.page.querySelector("[data-group=next]");
    section.hidden = !rows.length;
    section.querySelector("ul").replaceChildren(...rows);
  }
}

function row(link, note) {
  const item = document.createElement("li");
  item.append(link);
  if (!note) return item;
  const words = document.createElement("span");
  words.className = "ak-soft";
  words.textContent = ` ${note}`;
  item.append(words);
  return item;
}

// How ready this visitor is for each entry: a facet, hours to sort by, and a line on the card.

import { hoursInWords, loadGraph, numbersOf, readKnown } from "./known.js";
import { missingFor, withImplied } from "./readiness.js";

const [NOW, ONE_STEP, FURTHER] = [0, 1, -1];

// Null for a visitor who ticked nothing: the index then says what holds for everybody.
export async function readiness(index) {
  const { ids } = readKnown();
  if (!ids.length) return null;
  const graph = await loadGraph();
  const ticked = numbersOf(graph, ids);
  return ticked.length ? new Readiness(index, graph, ticked) : null;
}

class Readiness {
  constructor(index, graph, ticked) {
    this.titles = graph.titles;
    this.hours = index.hours;
    const stepsTo = missingFor(graph.needs, withImplied(graph.needs, [...ticked, ...graph.assumes]));
    this.steps = graph.ids.map((_, number) => stepsTo(number));
    this.toGo = this.steps.map((steps) => steps.reduce((sum, step) => sum + this.hours[step], 0));
    this.isProject = projects(index);
  }

  column() {
    return this.steps.map((steps, number) => {
      if (!this.isProject[number]) return FURTHER;
      return steps.length === 0 ? NOW : steps.length === 1 ? ONE_STEP : FURTHER;
    });
  }

  // Why a card is worth a look: what is left to learn.
  note(number) {
    if (!this.isProject[number]) return "";
    const steps = this.steps[number];
    if (!steps.length) return "Ready now";
    const hours = hoursInWords(this.toGo[number]);
    if (steps.length === 1) return `One step away: ${this.titles[steps[0]]}, ${hours}`;
    return `${steps.length} steps away; ${hours} to go`;
  }
}

function projects(index) {
  const kinds = index.facets.find((facet) => facet.name === "kind");
  return kinds.column.map((kind) => kinds.values[kind]?.[0] === "project");
}

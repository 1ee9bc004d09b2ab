// On an entry's page: the steps that the visitor knows are marked, and the hours that are left are counted.

import { hoursInWords, loadGraph, numbersOf, readKnown } from "./known.js";
import { withImplied } from "./readiness.js";

export async function start() {
  const { ids } = readKnown();
  if (!ids.length) return;
  const graph = await loadGraph();
  const given = withImplied(graph.needs, numbersOf(graph, ids));
  const known = new Set([...given].map((number) => graph.ids[number]));
  let hours = 0;
  let left = 0;
  for (const step of document.querySelectorAll(".ak-path > li")) {
    const isKnown = known.has(step.dataset.id);
    step.classList.toggle("ak-known", isKnown);
    if (isKnown) {
      step.querySelector(".ak-hours").textContent = "known";
      continue;
    }
    left += 1;
    hours += Number(step.dataset.hours);
  }
  const sum = document.querySelector(".ak-sum");
  const back = sum.querySelector("a");
  back.textContent = "what you ticked";
  sum.replaceChildren(left ? `${hoursInWords(hours)} to go, from ` : "You are ready, from ", back, ".");
}

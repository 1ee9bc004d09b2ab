// What was chosen, as buttons that drop it: chips above the list, and remedies where nothing matches.

import { grouped } from "./numbers.js";

export function showChips(list, choices) {
  list.replaceChildren(...choices.map(chip));
  list.hidden = !choices.length;
}

// Names what nothing has, with what may have been meant, and the filters whose removal helps, the most helpful first;
// `left` is how many entries each would leave.
export function showRemedies(place, choices, left, amiss) {
  const sentence = document.createElement("p");
  const helping = choices
    .map((choice, at) => ({ choice, left: left[at] }))
    .filter((one) => one.left > 0)
    .sort((one, other) => other.left - one.left);
  if (amiss.length) sentence.textContent = `Nothing here has ${amiss.map(({ said }) => said).join(" or ")}.`;
  else sentence.textContent = helping.length ? "Nothing matches all of this. Drop a filter:" : "Nothing matches, whichever filter you drop.";
  const meant = amiss.filter((one) => one.meant).map((one) => {
    const made = button("q", `search for “${one.meant}”`);
    made.dataset.words = one.instead;
    return made;
  });
  const remedies = helping.map((one) => {
    const remedy = button(one.choice.key, `without ${one.choice.words}`);
    const count = document.createElement("span");
    count.className = "ak-count";
    count.textContent = grouped(one.left);
    remedy.append(" ", count);
    return remedy;
  });
  const buttons = document.createElement("p");
  buttons.append(...meant, ...remedies, button("*", "start over"));
  for (const one of buttons.children) one.className = "ak-button";
  place.replaceChildren(sentence, buttons);
}

function chip({ key, label, words, isUnknown }) {
  const item = document.createElement("li");
  const said = isUnknown ? `no “${words}” in ${label}` : words;
  const dropping = button(key, said);
  dropping.setAttribute("aria-label", `Remove the filter ${said}`);
  if (isUnknown) dropping.className = "ak-chip--unknown";
  const cross = document.createElement("span");
  cross.setAttribute("aria-hidden", "true");
  cross.textContent = " ×";
  dropping.append(cross);
  item.append(dropping);
  return item;
}

function button(key, words) {
  const made = document.createElement("button");
  made.type = "button";
  made.dataset.drop = key;
  made.textContent = words;
  return made;
}

// Steps in the browser's history: one for each choice, and one for a search however many letters it took.

import { writeState } from "./address.js";

const PAUSE = 200;
let typing = false;
let waiting = null;
let late = null;

window.addEventListener("popstate", () => {
  clearTimeout(waiting);
  late = null;
  typing = false;
});

// Browsers refuse an address that changes with every letter, so it is written when the typing pauses.
export function record(state, isTyping) {
  const address = location.pathname + writeState(state);
  if (isTyping && typing) {
    clearTimeout(waiting);
    late = address;
    waiting = setTimeout(writeLate, PAUSE);
    return;
  }
  writeLate();
  history.pushState(null, "", address);
  typing = isTyping;
}

// How many cards were shown when the visitor left this step; undefined where the page's own number will do.
export function shownBefore() {
  return history.state?.shown;
}

export function showsMore(shown) {
  writeLate();
  history.replaceState({ shown }, "");
}

function writeLate() {
  clearTimeout(waiting);
  if (late !== null) history.replaceState(null, "", late);
  late = null;
}

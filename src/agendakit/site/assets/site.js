// What every page has: the scheme's button, the search key, and the catalogue where there is one.

import { prepareCopying } from "./copying.js";
import { prepareSheet } from "./sheet.js";

function toggleScheme() {
  const root = document.documentElement;
  const dark = root.dataset.scheme ? root.dataset.scheme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.scheme = dark ? "light" : "dark";
  try {
    localStorage.setItem("agendakit.scheme", root.dataset.scheme);
  } catch {
    // the choice lasts for this page only
  }
}

function isTyping(target) {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}

for (const button of document.querySelectorAll("[data-scheme-toggle]")) {
  button.hidden = false;
  button.addEventListener("click", toggleScheme);
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const field = document.querySelector("#ak-words") ?? document.querySelector("#ak-find");
  if (!field) return;
  event.preventDefault();
  field.focus();
});

const menu = document.querySelector(".ak-menu");
if (menu) {
  const wide = matchMedia("(min-width: 64em)");
  const follow = () => {
    menu.open = wide.matches;
  };
  wide.addEventListener("change", follow);
  follow();
  menu.dataset.ready = "";
}

prepareSheet();
prepareCopying();

// What scrolls can be reached with the keyboard.
for (const code of document.querySelectorAll("pre > code")) code.tabIndex = 0;

// What only some pages have is fetched only there.
const parts = [
  [".ak-catalogue", "./catalogue.js"],
  [".ak-know", "./know.js"],
  [".ak-path", "./path.js"],
  [".ak-map", "./map.js"],
];
for (const [where, module] of parts) {
  if (!document.querySelector(where)) continue;
  const { start } = await import(module);
  await start();
}

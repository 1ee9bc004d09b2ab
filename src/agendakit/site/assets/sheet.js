// On a phone the filters of the catalogue are a sheet over the list.

const BEHIND = ".ak-results, .ak-header, .ak-footer, .ak-skip";

export function prepareSheet() {
  const sheet = document.querySelector(".ak-facets");
  const button = document.querySelector(".ak-filter");
  if (!sheet || !button) return;
  const isOpen = () => sheet.classList.contains("ak-facets--open");
  const turn = (open) => {
    sheet.classList.toggle("ak-facets--open", open);
    button.setAttribute("aria-expanded", String(open));
    for (const one of document.querySelectorAll(BEHIND)) one.inert = open;
    (open ? sheet.querySelector("summary") : button).focus({ preventScroll: true });
  };
  button.addEventListener("click", (event) => {
    event.stopPropagation();
    turn(true);
  });
  sheet.querySelector("[data-close]").addEventListener("click", () => turn(false));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isOpen()) turn(false);
  });
  document.addEventListener("click", (event) => {
    if (isOpen() && !event.composedPath().includes(sheet)) turn(false);
  });
  // A window that becomes wide has no sheet.
  new ResizeObserver(() => {
    if (isOpen() && getComputedStyle(button).display === "none") turn(false);
  }).observe(document.documentElement);
}

// On a phone the filters of the catalogue are a sheet over the list.

export function prepareSheet() {
  const sheet = document.querySelector(".ak-facets");
  const button = document.querySelector(".ak-filter");
  if (!sheet || !button) return;
  const turn = () => {
    const open = sheet.classList.toggle("ak-facets--open");
    button.setAttribute("aria-expanded", String(open));
    (open ? sheet.querySelector("summary") : button).focus();
  };
  button.addEventListener("click", turn);
  sheet.querySelector("[data-close]").addEventListener("click", turn);
  sheet.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && sheet.classList.contains("ak-facets--open")) turn();
  });
}

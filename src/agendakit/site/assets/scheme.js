// Runs before the first paint: marks that scripts run, applies the reader's choice of light or dark.
(() => {
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  try {
    const chosen = localStorage.getItem("agendakit.scheme");
    if (chosen === "light" || chosen === "dark") root.dataset.scheme = chosen;
  } catch {
    // storage is switched off; the system's scheme counts
  }
})();

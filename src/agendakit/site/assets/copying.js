// A button beside what readers copy: code, commands, citations. What is folded gets its button when it opens.

function addButton(block) {
  if (block.querySelector(".ak-copy")) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "ak-copy";
  button.textContent = "copy";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(block.querySelector("code").textContent);
    button.textContent = "copied";
    setTimeout(() => {
      button.textContent = "copy";
    }, 2000);
  });
  block.append(button);
}

export function prepareCopying() {
  if (!navigator.clipboard) return;
  for (const block of document.querySelectorAll(".highlight, .ak-copied")) addButton(block);
  const opened = (event) => {
    if (event.target.matches(".ak-bibtex[open]")) addButton(event.target);
  };
  document.addEventListener("toggle", opened, true);
}

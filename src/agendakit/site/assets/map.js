// A map opens where reading begins: at its leftmost boxes, which may lie far below its upper edge.

function showBeginning(map) {
  if (!map.clientHeight || "shown" in map.dataset) return;
  map.dataset.shown = "";
  const boxes = [...map.querySelectorAll(".map-node rect")].map((box) => ({
    left: Number(box.getAttribute("x")),
    top: Number(box.getAttribute("y")),
  }));
  const left = Math.min(...boxes.map((box) => box.left));
  const tops = boxes.filter((box) => box.left === left).map((box) => box.top);
  const middle = (Math.min(...tops) + Math.max(...tops)) / 2;
  // On a wide screen the first column stands in the middle, where it fits, else its first box at the top.
  const fits = map.clientWidth > 600 && Math.max(...tops) - Math.min(...tops) < map.clientHeight - 80;
  map.scrollTop = fits ? middle - map.clientHeight / 2 + 20 : Math.min(...tops) - 20;
}

// Says that there is more at a side, where the drawing ends in the middle of it.
function sayMore(map) {
  const toRight = map.scrollWidth - map.clientWidth - map.scrollLeft;
  map.classList.toggle("ak-map--right", toRight > 1);
  map.classList.toggle("ak-map--left", map.scrollLeft > 1);
}

export function start() {
  for (const map of document.querySelectorAll(".ak-map")) {
    const show = () => {
      showBeginning(map);
      sayMore(map);
    };
    show();
    map.addEventListener("scroll", () => sayMore(map), { passive: true });
    map.closest("details")?.addEventListener("toggle", show);
    window.addEventListener("resize", () => sayMore(map));
  }
}

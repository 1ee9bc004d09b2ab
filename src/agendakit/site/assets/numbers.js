// Counts as they are written. `toLocaleString` would do, but its first call costs more than drawing the whole list.

export function grouped(count) {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

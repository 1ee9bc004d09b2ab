// Puts elements into a list; those that stay in their place are not touched, so that focus stays in them.
export function arrange(list, elements) {
  elements.forEach((element, at) => {
    if (list.children[at] !== element) list.insertBefore(element, list.children[at] ?? null);
  });
  while (list.children.length > elements.length) list.lastElementChild.remove();
}

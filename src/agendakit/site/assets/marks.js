// Marks what was searched for in the texts that are shown.

import { tokensOf } from "./words.js";

const known = new WeakMap();

// Marks an element whose text is plain; `query` is that of a search, empty for none. Tells which words were found.
export function mark(element, query) {
  const text = textOf(element);
  const found = new Set();
  const pieces = [];
  let last = 0;
  for (const token of query.length ? text.tokens : []) {
    const length = lengthOfHit(token, query, found);
    if (!length) continue;
    const marked = document.createElement("mark");
    marked.textContent = token.written.slice(0, length);
    pieces.push(text.whole.slice(last, token.start), marked);
    last = token.start + length;
  }
  if (pieces.length) element.replaceChildren(...pieces, text.whole.slice(last));
  else if (text.isMarked) element.replaceChildren(text.whole);
  text.isMarked = pieces.length > 0;
  return found;
}

// Words of a text do not change, so they are looked for once.
function textOf(element) {
  if (!known.has(element)) {
    const whole = element.textContent;
    let tokens = null;
    known.set(element, {
      whole,
      isMarked: false,
      get tokens() {
        tokens ??= tokensOf(whole);
        return tokens;
      },
    });
  }
  return known.get(element);
}

// The longest beginning of a token that a word of the query stands for; the whole where a slip or an accent makes the
// letters differ.
function lengthOfHit({ written, word }, query, found) {
  let length = 0;
  for (const asked of query) {
    const begun = word.startsWith(asked.word) ? asked.word : asked.stem && word.startsWith(asked.stem) ? asked.stem : "";
    if (!begun && !asked.near.has(word)) continue;
    found.add(asked.word);
    length = Math.max(length, begun && written.length === word.length ? begun.length : written.length);
  }
  return length;
}

// What stands in the search field: words, and tags that are named with `tag:`; what of it nothing has, and what may
// have been meant.

import { nearest } from "./nearest.js";
import { tokensOf } from "./words.js";

const TAG = /(^|\s)tags?:(\S*)/giu;

export function wordsAsked(text) {
  return text.replace(TAG, " ").trim();
}

// Entries without the tags that a text names are hidden too; a tag is named by its beginning, as words are.
export function hiddenByTags(text, facets, hidden) {
  const facet = facets.find(({ name }) => name === "tags");
  const asked = tagsAsked(text);
  if (!asked.length) return hidden;
  const result = Uint8Array.from(hidden);
  for (const { tag } of asked) {
    const wanted = (facet?.values ?? []).map(([name]) => name.startsWith(tag));
    for (let number = 0; number < result.length; number += 1) {
      const held = facet ? [...facet.held.subarray(facet.starts[number], facet.starts[number + 1])] : [];
      if (!held.some((at) => wanted[at])) result[number] = 1;
    }
  }
  return result;
}

// Words and tags that nothing has: how a sentence names each, and the whole text with what is nearest in its place.
export function amiss(text, query, terms, facets) {
  const tags = (facets.find(({ name }) => name === "tags")?.values ?? []).map(([name]) => name);
  const strange = new Set(query.filter(({ stretches }) => !stretches.length).map(({ word }) => word));
  const named = tagsAsked(text);
  const words = tokensOf(text)
    .filter(({ word, start }) => strange.has(word) && !named.some((one) => one.start <= start && start < one.end))
    .map(({ start, written, word }) => ({ said: `the word “${written}”`, start, end: start + written.length, meant: nearest(word, terms) }));
  const unknown = named
    .filter(({ tag }) => !tags.some((name) => name.startsWith(tag)))
    .map(({ tag, start, end }) => ({ said: `the tag “${tag}”`, start, end, meant: nearest(tag, tags) }));
  return [...words, ...unknown].map(({ said, start, end, meant }) => {
    const instead = meant && text.slice(0, start) + meant + text.slice(end);
    return { said, meant, instead };
  });
}

function tagsAsked(text) {
  const found = [...text.matchAll(TAG)].map((match) => {
    const end = match.index + match[0].length;
    return { tag: match[2].toLowerCase(), start: end - match[2].length, end };
  });
  return found.filter(({ tag }) => tag);
}

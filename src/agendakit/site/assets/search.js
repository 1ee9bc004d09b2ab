// Search over the index that the site was built with: prefixes, one typing error, a score for each entry.

export function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("_", " ");
}

export function wordsOf(text) {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

export class Search {
  constructor(index) {
    this.terms = index.terms ? index.terms.split("\n") : [];
    this.postings = index.postings;
    this.common = new Set(index.common);
  }

  // Scores by entry number; only entries that have every word. The last word may be unfinished.
  find(text) {
    const words = wordsOf(text).filter((word) => !this.common.has(word));
    if (!words.length) return null;
    let found = null;
    for (const word of words) {
      const scores = this.scoresOf(word);
      found = found === null ? scores : intersect(found, scores);
    }
    return found;
  }

  scoresOf(word) {
    const scores = new Map();
    const start = lowerBound(this.terms, word);
    for (let at = start; at < this.terms.length && this.terms[at].startsWith(word); at += 1) {
      this.add(scores, at, this.terms[at] === word ? 4 : 2);
    }
    if (scores.size === 0 && word.length > 3) {
      for (let at = 0; at < this.terms.length; at += 1) {
        if (isNear(word, this.terms[at])) this.add(scores, at, 1);
      }
    }
    return scores;
  }

  add(scores, at, factor) {
    let value = 0;
    for (const difference of this.postings[at]) {
      value += difference;
      const number = value >> 2;
      scores.set(number, Math.max(scores.get(number) ?? 0, (value & 3) * factor));
    }
  }
}

function intersect(one, other) {
  const both = new Map();
  for (const [number, score] of one) {
    const more = other.get(number);
    if (more !== undefined) both.set(number, score + more);
  }
  return both;
}

function lowerBound(terms, word) {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (terms[middle] < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

// Whether a term begins with the word but for one letter too many, too few, wrong, or two that changed places.
export function isNear(word, term) {
  if (term[0] !== word[0] || term.length < word.length - 1) return false;
  let same = 1;
  while (same < word.length && word[same] === term[same]) same += 1;
  const [rest, other] = [word.slice(same), term.slice(same)];
  return (
    other.startsWith(rest.slice(1)) ||
    other.slice(1).startsWith(rest) ||
    other.slice(1).startsWith(rest.slice(1)) ||
    (rest.length > 1 && other.startsWith(rest[1] + rest[0] + rest.slice(2)))
  );
}

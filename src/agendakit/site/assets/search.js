// Search over the index that the site was built with: prefixes, plurals, one typing error, a score for each entry.

import { isNear, wordsOf } from "./words.js";

const [EXACT, BEGUN, NEAR] = [4, 2, 1];
const STEP = 8;
const SHORTEST_WITH_SLIP = 4;

export class Search {
  constructor(index, total, fetchShard) {
    this.terms = index.terms ? index.terms.split("\n") : [];
    this.starts = index.starts;
    this.total = total;
    this.fetchShard = fetchShard;
    this.shards = new Map();
  }

  // What a text asks for: for each of its words the stretches of terms that answer it, with what each is worth.
  query(text) {
    return [...new Set(wordsOf(text))].map((word) => this.ask(word));
  }

  // The shards that are not here yet, on their way; null when all are here.
  missing(query) {
    const wanted = new Set(query.flatMap(({ stretches }) => stretches.flatMap(([from, to]) => this.shardsOf(from, to))));
    const missing = [...wanted].filter((shard) => !this.shards.has(shard));
    return missing.length ? Promise.all(missing.map((shard) => this.load(shard))) : null;
  }

  // Scores by entry number; 0 where a word is not found. Every word of the query must be.
  scores(query) {
    const sums = new Uint16Array(this.total);
    query.forEach(({ stretches }, turn) => {
      const best = this.best(stretches);
      for (let number = 0; number < this.total; number += 1) {
        if (turn === 0) sums[number] = best[number];
        else if (sums[number]) sums[number] = best[number] && sums[number] + best[number];
      }
    });
    return sums;
  }

  ask(word) {
    const start = lowerBound(this.terms, word);
    const end = lowerBound(this.terms, `${word}\uffff`);
    const stretches = [];
    const isWhole = this.terms[start] === word;
    if (isWhole) stretches.push([start, start + 1, EXACT]);
    if (start + isWhole < end) stretches.push([start + isWhole, end, BEGUN]);
    const stem = stemOf(word);
    if (stem) {
      const stretch = [lowerBound(this.terms, stem), lowerBound(this.terms, `${stem}\uffff`), NEAR];
      if (stretch[0] < stretch[1]) stretches.push(stretch);
    }
    if (stretches.length || word.length < SHORTEST_WITH_SLIP) return { word, stem, near: new Set(), stretches };
    const near = this.near(word);
    return { word, stem, near: new Set(near.map((at) => this.terms[at])), stretches: near.map((at) => [at, at + 1, NEAR]) };
  }

  // Terms one slip away; those with another first letter only where there are no others.
  near(word) {
    const found = this.terms.flatMap((term, at) => (isNear(word, term) ? [at] : []));
    const likely = found.filter((at) => this.terms[at][0] === word[0]);
    return likely.length ? likely : found;
  }

  best(stretches) {
    const best = new Uint8Array(this.total);
    for (const [from, to, worth] of stretches) {
      for (let at = from; at < to; at += 1) {
        let value = 0;
        for (const difference of this.placesOf(at)) {
          value += difference;
          const number = Math.floor(value / STEP);
          best[number] = Math.max(best[number], (value % STEP) * worth);
        }
      }
    }
    return best;
  }

  placesOf(term) {
    const shard = this.shardOf(term);
    return this.shards.get(shard)[term - this.starts[shard]];
  }

  shardsOf(from, to) {
    const [first, last] = [this.shardOf(from), this.shardOf(to - 1)];
    return Array.from({ length: last - first + 1 }, (_, at) => first + at);
  }

  shardOf(term) {
    return upperBound(this.starts, term) - 1;
  }

  async load(shard) {
    this.shards.set(shard, await this.fetchShard(shard));
  }
}

// A plural also finds what begins with its singular: "evals" finds "evaluation".
function stemOf(word) {
  return word.length > SHORTEST_WITH_SLIP && /[^sui]s$/.test(word) ? word.slice(0, -1) : null;
}

function lowerBound(sorted, wanted) {
  return boundary(sorted, (one) => one < wanted);
}

function upperBound(sorted, wanted) {
  return boundary(sorted, (one) => one <= wanted);
}

// The first place at which `isBefore` no longer holds.
function boundary(sorted, isBefore) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(sorted[middle])) low = middle + 1;
    else high = middle;
  }
  return low;
}

// The orders that a visitor can ask for, as all numbers in a row, so that a filtered list needs no comparing.

// Made once for each sort: `columns` has hours, ready and created by number, and titles where they are sorted by.
export function inOrder(sort, total, columns) {
  const numbers = Array.from({ length: total }, (_, number) => number);
  const by = COMPARING[sort];
  return by ? numbers.sort(by(columns)) : numbers;
}

const COMPARING = {
  effort: ({ hours }) => (one, other) => hours[one] - hours[other],
  ready: ({ ready }) => (one, other) => ready[one] - ready[other],
  newest: ({ created }) => (one, other) => created[other] - created[one],
  title: ({ titles }) => {
    const { compare } = new Intl.Collator();
    return (one, other) => compare(titles[one], titles[other]);
  },
};

// The best first, within a score in the order they had; scores are small numbers, so that nothing is compared.
export function byScore(passing, scores) {
  const buckets = [];
  for (const number of passing) (buckets[scores[number]] ??= []).push(number);
  return buckets.reverse().flat();
}

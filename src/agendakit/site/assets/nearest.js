// The word of a list that somebody may have meant.

const SHORTEST = 3;

// Fewest letters to change, at most a third of them; undefined where no word is so near.
export function nearest(word, words) {
  if (word.length < SHORTEST) return undefined;
  let most = Math.max(1, Math.floor(word.length / 3));
  let best;
  for (const one of words) {
    if (Math.abs(one.length - word.length) > most) continue;
    const apart = distance(word, one, most);
    if (apart > most || (apart === most && best && one[0] !== word[0])) continue;
    if (apart === most && best && best[0] === word[0]) continue;
    [most, best] = [apart, one];
  }
  return best;
}

// Letters to change, add or take away, or more than `most`. Source: Wagner and Fischer, 1974.
function distance(one, other, most) {
  let before = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const changed = before[at - 1] + (one[row - 1] === other[at - 1] ? 0 : 1);
      current.push(Math.min(changed, before[at] + 1, current[at - 1] + 1));
    }
    if (Math.min(...current) > most) return most + 1;
    before = current;
  }
  return before[other.length];
}

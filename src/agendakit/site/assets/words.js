// Words of a text as they are searched: without accents, in lower case. Python makes the index with the same words
// (agendakit.site.search_index), which a test holds both to.

const LONGEST = 30;
const WORD = /[\p{L}\p{N}]+/gu;
const WRITTEN = /[\p{L}\p{N}\p{M}]+/gu;

export function wordsOf(text) {
  return (fold(text).match(WORD) ?? []).map((word) => [...word].slice(0, LONGEST).join(""));
}

// Words as they are written, with their place and what they are searched as.
export function tokensOf(text) {
  return [...text.matchAll(WRITTEN)].map((found) => ({ start: found.index, written: found[0], word: fold(found[0]) }));
}

// Whether a term begins with the word but for one letter too many, too few, wrong, or two that changed places.
export function isNear(word, term) {
  if (term.length < word.length - 1) return false;
  let same = 0;
  while (same < word.length && word[same] === term[same]) same += 1;
  const rest = word.length - same;
  return (
    startsAt(term, same, word, same + 1) ||
    startsAt(term, same + 1, word, same) ||
    startsAt(term, same + 1, word, same + 1) ||
    (rest > 1 && term[same] === word[same + 1] && term[same + 1] === word[same] && startsAt(term, same + 2, word, same + 2))
  );
}

function startsAt(term, place, word, from) {
  for (let at = from; at < word.length; at += 1) if (term[place + at - from] !== word[at]) return false;
  return true;
}

function fold(text) {
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss").replaceAll("ς", "σ");
}

// The search of the site, run over the files that it fetches: ids in the order of the list, for each of some queries.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [assets, data] = process.argv.slice(2);
const { Search } = await import(pathToFileURL(join(assets, "search.js")));
const { byScore } = await import(pathToFileURL(join(assets, "sorts.js")));
const { ids, queries } = read("asked.json");

const found = [];
for (const text of queries) {
  const search = new Search(read("words.json"), ids.length, async (shard) => read(`words/${shard}.json`));
  const query = search.query(text);
  await search.missing(query);
  const scores = query.length ? search.scores(query) : null;
  const passing = ids.map((_, number) => number).filter((number) => !scores || scores[number]);
  const ordered = scores ? byScore(passing, scores) : passing;
  found.push(ordered.map((number) => [ids[number], scores ? scores[number] : 0]));
}
process.stdout.write(JSON.stringify(found));

function read(name) {
  return JSON.parse(readFileSync(join(data, name), "utf-8"));
}

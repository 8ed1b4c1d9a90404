/**
 * `node evals/main.ts [--data DIR] [--only NAME]`: all evaluations over the sets in DIR (default `../shared/data`), or the one.
 * Prints a table per set; a whole run also writes `docs/measured/text.md` and `text.json`. Missing sets are named and passed over.
 */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { DataSet } from "./evaluation.ts";
import { commit, meets, type Section, table, write } from "./report.ts";
import { evaluations } from "./sets/index.ts";

const root = resolve(import.meta.dirname, "..");
const { values } = parseArgs({ options: { data: { type: "string" }, only: { type: "string" } } });
const folder = values.data ? resolve(values.data) : resolve(root, "../shared/data");
const chosen = evaluations.filter((evaluation) => !values.only || evaluation.set === values.only);
if (chosen.length === 0) {
  console.error(`There is no evaluation "${values.only}". There are: ${evaluations.map((e) => e.set).join(", ")}`);
  process.exit(2);
}

const sections: Section[] = [];
const missing: string[] = [];
for (const evaluation of chosen) {
  const lacks = DataSet.missing(folder, evaluation);
  if (lacks) {
    missing.push(lacks);
    console.log(`\n${evaluation.set}: ${resolve(folder, lacks)} is not there, passed over`);
    continue;
  }
  const rows = await evaluation.run(new DataSet(folder, evaluation.set));
  sections.push({ evaluation, rows });
  console.log(`\n${evaluation.title}\n${table(rows)}`);
}
const barred = sections.flatMap((section) => section.rows).filter((row) => row.bar);
console.log(`\n${barred.filter((row) => meets(row)).length} of ${barred.length} bars met.`);
if (!values.only) {
  const target = resolve(root, "docs/measured");
  write({ date: new Date().toISOString().slice(0, 10), commit: commit(), missing, sections }, target);
  console.log("Written to docs/measured/text.md and text.json.");
}

/**
 * `node evals/main.ts [--data DIR] [--only NAME [--write]] [--part text|listings|pictures]`: all evaluations over the sets in DIR (default
 * `../shared/data`), those of one set, or those of one report. Prints a table per set; what was run whole is also written to
 * `docs/measured/text.md`, `listings.md` and `pictures.md` and their `.json`; with `--write` one set's part of them. Missing sets are named and passed over.
 */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { DataSet, type Evaluation, type Part } from "./evaluation.ts";
import { commit, meets, type Section, table, write, writeApart } from "./report.ts";
import { evaluations } from "./sets/index.ts";

const partOf = ({ part = "text" }: Pick<Evaluation, "part">): Part => part;
const root = resolve(import.meta.dirname, "..");
const { values } = parseArgs({
  options: { data: { type: "string" }, only: { type: "string" }, part: { type: "string" }, write: { type: "boolean" } },
});
const folder = values.data ? resolve(values.data) : resolve(root, "../shared/data");
const chosen = evaluations.filter(
  (evaluation) =>
    (!values.only || evaluation.set === values.only) && (!values.part || partOf(evaluation) === values.part),
);
if (chosen.length === 0) {
  console.error(
    `There is no evaluation "${values.only ?? values.part}". There are: ${evaluations.map((e) => e.set).join(", ")}`,
  );
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
const target = resolve(root, "docs/measured");
if (values.only && values.write) {
  const sets = evaluations.map(({ set }) => set);
  for (const section of sections) writeApart(section, partOf(section.evaluation), target, sets);
}
if (!values.only) {
  const date = new Date().toISOString().slice(0, 10);
  for (const part of new Set(chosen.map(partOf))) {
    const own = sections.filter(({ evaluation }) => partOf(evaluation) === part);
    write({ date, commit: commit(), missing, sections: own }, part, target);
    console.log(`Written to docs/measured/${part}.md and ${part}.json.`);
  }
}

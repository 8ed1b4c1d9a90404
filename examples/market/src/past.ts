/** Prints the market's past as events, one JSON object a line: `node past.ts --seed 1 --until 2026-11-22T12:00:00Z`. */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Truth } from "./simulation/truth.ts";
import { past, withPictures } from "./simulation/weeks.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    until: { type: "string" },
    days: { type: "string" },
    /** Where the market serves pictures, such as http://127.0.0.1:4100; without it the ads have none. */
    market: { type: "string" },
    /** A file for the ground truth, by event id. It is for measuring, and never goes to Assay. */
    truth: { type: "string" },
  },
});

const until = values.until === undefined ? Date.now() : Date.parse(values.until);
if (Number.isNaN(until)) throw new Error(`--until ${values.until} is not a date`);

const truths: Record<string, Truth> = {};
const lines: string[] = [];
for (const { event, truth } of past({ seed: values.seed, until, ...(values.days && { days: Number(values.days) }) })) {
  truths[event.id] = truth;
  lines.push(JSON.stringify(withPictures(event, values.market)));
}
if (values.truth) writeFileSync(values.truth, JSON.stringify(truths));
process.stdout.write(`${lines.join("\n")}\n`);
